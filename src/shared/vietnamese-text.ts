/** One form for the same letters: NFC. Applied to everything people type. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Lower case without tone marks, `Đường Lý Thái Tổ` → `duong ly thai to`; equal for NFC and NFD input. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** True when the words carry any Vietnamese mark: the person means exactly these tones. */
export function hasMarks(text: string): boolean {
  return fold(text) !== text.normalize('NFC').toLowerCase()
}

/** A NUL or a lone surrogate cannot be stored: PostgreSQL refuses both. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}
