import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeReturnPath } from './return-path.ts'

test.each([
  ['/lam-viec', '/lam-viec'],
  ['/don?q=Lý+Thái&x=1#a', '/don?q=L%C3%BD+Th%C3%A1i&x=1'],
  ['/en/don', '/don'],
  ['/en', '/'],
  ['/english', '/english'],
  ['/x/../don', '/don'],
])('%s leads to %s', (given, path) => expect(safeReturnPath(given)).toBe(path))

test.each([
  '',
  'don',
  'https://evil.vn',
  '//evil.vn',
  '///evil.vn',
  '/\\evil.vn',
  '\\/evil.vn',
  '/\n/evil.vn',
  '/\u0000',
  '/./\\evil.vn',
  '/.//evil.vn',
  '/en//evil.vn',
  '/x/..//evil.vn',
  '/dang-nhap',
  '/dang-nhap/ma-xac-nhan',
  '/en/dang-xuat',
  '/api/v1/me',
  `/${'a'.repeat(1000)}`,
  undefined,
  ['/don'],
])('%j leads nowhere', (given) => expect(safeReturnPath(given)).toBeNull())

test('whatever is given, a browser stays on this site', () => {
  const parts = fc.array(fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '%2f', '@', ':', 'evil.vn', 'en', '?', '#', ' ', 'http:'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(parts, (list) => {
      const path = safeReturnPath(`/${list.join('')}`)
      for (const address of [path, path && `/en${path}`]) if (address) expect(new URL(address, 'https://here.vn').host).toBe('here.vn')
    }),
    { numRuns: 20_000 },
  )
})
