import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, hasMarks, isStorable, nfc } from './vietnamese-text.ts'

/** Every Vietnamese letter with a mark, by the plain letter under it: sixty-seven. */
const marked: Record<string, string> = {
  a: 'àảãáạăằẳẵắặâầẩẫấậ',
  d: 'đ',
  e: 'èẻẽéẹêềểễếệ',
  i: 'ìỉĩíị',
  o: 'òỏõóọôồổỗốộơờởỡớợ',
  u: 'ùủũúụưừửữứự',
  y: 'ỳỷỹýỵ',
}
const letters = Object.entries(marked).flatMap(([plain, all]) => [...all].map((letter) => ({ plain, letter })))

test('there are sixty-seven of them', () => {
  expect(new Set(letters.map(({ letter }) => letter)).size).toBe(67)
})

describe.each(letters)('$letter', ({ plain, letter }) => {
  test.each(['NFC', 'NFD'] as const)('in %s, small and capital, is found without marks and known to carry one', (form) => {
    for (const typed of [letter.normalize(form), letter.toUpperCase().normalize(form)]) {
      expect(fold(typed)).toBe(plain)
      expect(hasMarks(typed)).toBe(true)
      expect(nfc(typed).toLowerCase()).toBe(letter)
    }
  })
})

test.each([
  ['Đường Lý Thái Tổ', 'duong ly thai to'],
  ['NGUYỄN THỊ BÌNH', 'nguyen thi binh'],
  ['Khu phố 3, phường Long Thủy', 'khu pho 3, phuong long thuy'],
  ['PL-2026-00128', 'pl-2026-00128'],
  // The same word, the tone on either vowel.
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['', ''],
])('%s is found as %s', (written, found) => {
  expect(fold(written)).toBe(found)
  expect(fold(written.normalize('NFD'))).toBe(found)
})

test('words without marks are known as such, in any case', () => {
  for (const words of ['duong ly thai to', 'DUONG', 'PL-2026-00128', '', '😀']) expect(hasMarks(words)).toBe(false)
})

test('whatever is typed, folding is the same for both forms, changes nothing the second time, and leaves no Vietnamese mark', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...letters.map(({ letter }) => letter), 'q', ' ', 'D')).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const folded = fold(text)
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(folded)).toBe(folded)
      expect(folded.normalize('NFD')).not.toMatch(/[đ\p{M}]/u)
    }),
    { numRuns: 2_000 },
  )
})

test('what PostgreSQL cannot store is known: a NUL, half of a pair', () => {
  for (const text of ['\u0000', 'a\u0000b', '\ud800', 'x\udc00', '\udc00\ud800']) expect(isStorable(text)).toBe(false)
  for (const text of ['', 'ữ', '😀', '\u0001', '\ufffd']) expect(isStorable(text)).toBe(true)
})
