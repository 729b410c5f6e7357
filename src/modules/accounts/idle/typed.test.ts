import { describe, expect, test } from 'vitest'
import { readTyped, typedIn, wordsOf } from './typed.ts'

describe('a form that came too late', () => {
  test('is carried on whole, in order, without passwords and tokens', () => {
    const body = {
      reason: 'Đã hỏi lại\nngười dân',
      version: '3',
      unit: ['a', 'b'],
      password: 'x',
      newPassword: 'y',
      _csrf: 't',
      secret: 's',
    }
    expect(typedIn('/lam-viec/don/PL-1/tra-loi', body)).toEqual({
      action: '/lam-viec/don/PL-1/tra-loi',
      fields: [
        ['reason', 'Đã hỏi lại\nngười dân'],
        ['version', '3'],
        ['unit', 'a'],
        ['unit', 'b'],
      ],
    })
  })

  test.each([
    ['nothing typed', '/a', { note: ' ', _csrf: 't' }],
    ['no body', '/a', undefined],
    ['another site', '//evil.vn/a', { note: 'x' }],
    ['the sign-in itself', '/dang-nhap', { username: 'hoa' }],
  ])('%s is not carried on', (_what, action, body) => {
    expect(typedIn(action, body)).toBeNull()
  })

  test('comes back as it was', () => {
    const typed = typedIn('/a', { reason: '"<b>\u2028' })!
    expect(readTyped(JSON.stringify(typed))).toEqual(typed)
  })

  test.each([
    undefined,
    '',
    '{',
    'null',
    '[]',
    '{"action":"//evil.vn","fields":[]}',
    '{"action":"/a","fields":[["x"]]}',
    '{"action":"/a","fields":[["x",1]]}',
  ])('%s is nothing that we wrote', (carried) => {
    expect(readTyped(carried)).toBeNull()
  })

  test('shows words, not choices', () => {
    const typed = { action: '/a', fields: [['unit', '018f3b4e'] as [string, string], ['reason', 'Đã hỏi lại'] as [string, string]] }
    expect(wordsOf(typed)).toEqual(['Đã hỏi lại'])
  })
})
