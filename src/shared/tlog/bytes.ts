/** A text or file that is not in its format. */
export class FormatError extends Error {
  override name = 'FormatError'
}

const encoder = new TextEncoder()

export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** @throws FormatError for bytes that are no UTF-8. A byte order mark stays: no byte is silently left out. */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new FormatError('This is no UTF-8.')
  }
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Of public bytes: takes no care of the time that it takes. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** A whole number as the formats write it: decimal, without a sign or a leading zero. @throws FormatError */
export function wholeNumber(text: string): number {
  const value = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value)) throw new FormatError(`"${text.slice(0, 30)}" is no whole number.`)
  return value
}
