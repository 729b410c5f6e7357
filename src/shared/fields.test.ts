import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { email, identityNumber, phone } from './contact-fields.ts'
import { civilDate, flag, optionalText, requiredText } from './fields.ts'

/** The code of the first complaint, or what came out. */
function outcome(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data }
  const issue = result.error.issues[0]!
  return issue.code === 'custom' ? (issue.params as { code: string }).code : issue.code
}

const text = requiredText({ max: 5 })
const line = requiredText({ max: 5, singleLine: true })
const maybe = optionalText({ max: 5 })

describe('a text that a person types', () => {
  test.each<[unknown, unknown]>([
    ['abc', { value: 'abc' }],
    ['  abc \n', { value: 'abc' }],
    ['a\r\nb\rc', { value: 'a\nb\nc' }],
    ['a\u2028b\u0085c', { value: 'a\nb\nc' }],
    ['a\u0007\u001b\ufeffb', { value: 'a\ufeffb' }],
    ['ữ'.normalize('NFD').repeat(5), { value: 'ữữữữữ' }],
    ['😀😀😀😀😀', { value: '😀😀😀😀😀' }],
    ['👨\u200d👩\u200d👧', { value: '👨\u200d👩\u200d👧' }],
    ['abcdef', 'too_long'],
    ['😀😀😀😀😀😀', 'too_long'],
    ['', 'required'],
    [' \t\n\u00a0\u3000', 'required'],
    ['\u200b\u200d\u2060\u00ad\ufeff', 'required'],
    ['\u3164\u2800', 'required'],
    ['\u0001\u0002', 'required'],
    ['\u0000', 'unstorable'],
    ['a\ud83d', 'unstorable'],
    [null, 'invalid_type'],
    [5, 'invalid_type'],
  ])('%j becomes %j', (typed, result) => {
    expect(outcome(text, typed)).toEqual(result)
  })

  test('on one line its breaks are spaces', () => {
    expect(outcome(line, 'a\n\n\t b')).toEqual({ value: 'a b' })
  })

  test('when it may be left out is null however it is left out', () => {
    for (const nothing of ['', '  ', '\u200b', null, undefined]) expect(outcome(maybe, nothing)).toEqual({ value: null })
    expect(outcome(maybe, 'abcdef')).toBe('too_long')
    expect(outcome(maybe, 7)).toBe('invalid_type')
  })

  test('whatever is typed, what is kept can be stored, is composed, fits, and is kept the same the second time', () => {
    const kept = optionalText({ max: 50 })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const result = kept.safeParse(typed)
        if (!result.success) return
        const value = result.data ?? ''
        expect(value).toBe(value.normalize('NFC'))
        expect(value).toBe(value.trim())
        expect([...value].length).toBeLessThanOrEqual(50)
        expect(value).not.toMatch(/[\0\r]/)
        expect(kept.parse(value) ?? '').toBe(value)
      }),
      { numRuns: 3_000 },
    )
  })

  test('half a megabyte is refused without thinking long', () => {
    const started = performance.now()
    for (const long of ['a'.repeat(500_000), ' '.repeat(500_000), 'a '.repeat(250_000), '@'.repeat(500_000), '0'.repeat(500_000)]) {
      outcome(line, long)
      outcome(email, long)
      outcome(phone, long)
    }
    expect(performance.now() - started).toBeLessThan(2_000)
  })
})

describe('contacts', () => {
  test.each(['0900 000 001', '0900.000.001', '+84 900-000-001', '02713 778 899'])('%s is a telephone number', (typed) => {
    expect(outcome(phone, typed)).toEqual({ value: typed })
  })
  test.each(['0900', 'gọi tôi', '0900 000 001; 0900 000 002', '++84900000001', '０９００００００１'])('%s is none', (typed) => {
    expect(outcome(phone, typed)).toBe('invalid_phone')
  })
  test.each(['binh@vidu.vn', 'b.i-n_h+1@thu.vidu.com.vn'])('%s is an address', (typed) => {
    expect(outcome(email, typed)).toEqual({ value: typed })
  })
  test.each(['binh', 'binh@vidu', '@vidu.vn', 'a@b@c.vn', 'a b@c.vn', '<a@b.vn>', '"a"@b.vn', 'a@b.v'])('%s is none', (typed) => {
    expect(outcome(email, typed)).toBe('invalid_email')
  })
  test.each(['28512345', '0702010000', '07020100000', '0702010000011', '07020100000a', '٠٧٠٢٠١٠٠٠٠٠١'])(
    '%s is no identity number',
    (typed) => {
      expect(outcome(identityNumber, typed)).toBe('invalid_identity')
    },
  )
  test('all three may be left out', () => {
    for (const schema of [phone, email, identityNumber]) expect(outcome(schema, ' ')).toEqual({ value: null })
  })
  test.each(['070201000001', '285123456'])('%s is an identity number: twelve digits, or the nine of an old card', (typed) => {
    expect(outcome(identityNumber, typed)).toEqual({ value: typed })
  })
})

describe('a yes or no', () => {
  test.each<[unknown, boolean]>([
    [true, true],
    ['yes', true],
    ['on', true],
    ['true', true],
    [false, false],
    ['no', false],
    ['false', false],
  ])('%j is %j', (given, value) => {
    expect(outcome(flag, given)).toEqual({ value })
  })
  test.each<[unknown]>([[undefined], [null], [''], [1], [0], ['maybe'], [[]], [{}]])('%j is neither', (given) => {
    expect(outcome(flag, given)).toBe('invalid_union')
  })
})

test('a date is one that exists', () => {
  expect(outcome(civilDate, '2026-11-22')).toEqual({ value: '2026-11-22' })
  expect(outcome(civilDate, '2026-02-30')).toBe('invalid_date')
  expect(outcome(civilDate, 5)).toBe('invalid_type')
})
