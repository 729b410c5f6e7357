import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentHeader, cleanFileName, downloadName } from './file-name.ts'

test.each([
  ['ảnh cống thoát nước.jpg', 'ảnh cống thoát nước.jpg', 'an ordinary Vietnamese name stays'],
  ['../../../etc/passwd', 'passwd', 'folders are dropped'],
  ['C:\\Users\\Hoa\\Ảnh 1.jpg', 'Ảnh 1.jpg', 'also those of Windows'],
  ['..', 'tep', 'nothing readable is left'],
  ['', 'tep', 'no name at all'],
  ['...hidden.png', 'hidden.png', 'never a hidden file'],
  ['a\u0000b\u001b[31m\r\nc.jpg', 'ab[31m c.jpg', 'control characters'],
  ['don\u202Egpj.exe', 'dongpj.exe', 'a direction mark that turns the ending round'],
  ['a\u200B\u2066b\uFEFF.pdf', 'ab.pdf', 'marks that cannot be seen'],
  ['a\uFFFDb\uD800.pdf', 'ab.pdf', 'bytes that were not text'],
  ['hai   dấu\u00A0cách\u2028.pdf', 'hai dấu cách .pdf', 'one line'],
  ['Bu\u031Bu điện.jpg'.normalize('NFD'), 'Bưu điện.jpg', 'composed letters'],
])('%j is shown as %j: %s', (sent, shown) => {
  expect(cleanFileName(sent)).toBe(shown)
})

test('a name of 300 letters is cut to 120 and keeps its ending', () => {
  const shown = cleanFileName(`${'ă'.repeat(296)}.pdf`)
  expect([...shown]).toHaveLength(120)
  expect(shown).toMatch(/ă…\.pdf$/)
})

test('whatever is sent, the shown name is one short line without folders or marks', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 })), (sent) => {
      const shown = cleanFileName(sent)
      expect(shown).not.toMatch(/[/\\\p{C}\n]/u)
      expect(shown.isWellFormed()).toBe(true)
      expect([...shown].length).toBeGreaterThan(0)
      expect([...shown].length).toBeLessThanOrEqual(120)
      expect(cleanFileName(shown)).toBe(shown)
    }),
    { numRuns: 1000 },
  )
})

test('the name to save under ends as what the bytes are', () => {
  expect(downloadName('ảnh.PNG', 'image/jpeg')).toBe('ảnh.jpg')
  expect(downloadName('trang.html', 'image/jpeg')).toBe('trang.html.jpg')
  expect(downloadName('đơn.pdf', 'application/pdf')).toBe('đơn.pdf')
  expect(downloadName('.pdf', 'application/pdf')).toBe('tep.pdf')
  expect(downloadName('a<b>"c"|?.jpg', 'image/jpeg')).toBe('a_b__c___.jpg')
})

test('the header carries a plain and a whole name, and no sign that could end either', () => {
  expect(attachmentHeader('Đường Lý Thái Tổ.pdf')).toBe(
    `attachment; filename="duong ly thai to.pdf"; filename*=UTF-8''%C4%90%C6%B0%E1%BB%9Dng%20L%C3%BD%20Th%C3%A1i%20T%E1%BB%95.pdf`,
  )
  expect(attachmentHeader(`a";x='(*).jpg`)).toBe(`attachment; filename="a__x_____.jpg"; filename*=UTF-8''a%22%3Bx%3D%27%28%2A%29.jpg`)
})
