import { expect, test } from 'vitest'
import { isCivilDate } from './civil-date.ts'
import { isUuid, newId } from './ids.ts'
import { decodeCursor, encodeCursor, pageOf } from './keyset.ts'

const checks = [isCivilDate, isUuid]
const id = newId()

test('a cursor leads back to the key it was made of', () => {
  expect(decodeCursor(encodeCursor(['2026-12-02', id]), checks)).toEqual(['2026-12-02', id])
})

test.each([
  ['nothing', ''],
  ['noise', '%%%'],
  ['another list’s cursor', encodeCursor([id, '2026-12-02'])],
  ['too few parts', encodeCursor(['2026-12-02'])],
  ['a number in place of a text', Buffer.from(JSON.stringify([20261202, id])).toString('base64url')],
  ['an object', Buffer.from('{"0":"2026-12-02"}').toString('base64url')],
])('%s is refused as a cursor', (_label, cursor) => {
  expect(() => decodeCursor(cursor, checks)).toThrow(expect.objectContaining({ code: 'bad_cursor', status: 422 }))
})

test('the last page has no next, also when it is exactly full', () => {
  const keyOf = (row: string) => [row]
  expect(pageOf(['a', 'b'], 2, keyOf)).toEqual({ items: ['a', 'b'], next: null })
  expect(pageOf(['a', 'b', 'c'], 2, keyOf)).toEqual({ items: ['a', 'b'], next: encodeCursor(['b']) })
  expect(pageOf([], 2, keyOf)).toEqual({ items: [], next: null })
})
