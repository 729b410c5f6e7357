import { expect, test } from 'vitest'
import { secondsOpen, signOpening } from './form-time.ts'

const key = Buffer.alloc(32, 1)
const at = new Date('2026-11-26T09:00:00+07:00')
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000)
const signed = signOpening(key, 'comment:article:1', at)

test('a signed time tells how long the form was open', () => {
  expect(secondsOpen(key, 'comment:article:1', signed, later(42))).toBe(42)
})

test.each([
  ['of another form', 'comment:article:2', signed, later(42)],
  ['with another time', 'comment:article:1', `1${signed}`, later(42)],
  ['unsigned', 'comment:article:1', signed.split('.')[0], later(42)],
  ['of the future', 'comment:article:1', signed, later(-1)],
  ['of the day before yesterday', 'comment:article:1', signed, later(2 * 86_400)],
  ['that is no text', 'comment:article:1', ['a', 'b'], later(42)],
  ['with more behind it', 'comment:article:1', `${signed}.x`, later(42)],
])('a time %s says nothing', (_what, purpose, given, when) => {
  expect(secondsOpen(key, purpose, given, when)).toBeNull()
})

test('another key signs otherwise', () => {
  expect(secondsOpen(Buffer.alloc(32, 2), 'comment:article:1', signed, later(42))).toBeNull()
})
