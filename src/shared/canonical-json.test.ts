import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

describe('the samples of RFC 8785', () => {
  test('3.2.2: white space, escapes and numbers', () => {
    const sample = JSON.parse(
      String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
    )
    expect(canonicalJson(sample)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })
  test('3.2.3: keys in the order of their UTF-16 units', () => {
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map(([, n]) => Number(n))).toEqual([2, 4, 6, 7, 1, 5, 3])
  })
  test.each<[number, string]>([
    [0, '0'],
    [-0, '0'],
    [Number.MIN_VALUE, '5e-324'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [295147905179352830000, '295147905179352830000'],
    [1e21, '1e+21'],
    [999999999999999700000, '999999999999999700000'],
    [1e-7, '1e-7'],
    [0.000001, '0.000001'],
    [1424953923781206.2, '1424953923781206.2'],
  ])('appendix B: %d is %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })
})

test('the same facts give the same bytes, in whatever order they were put together', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (facts) => {
      const turned = Object.fromEntries(Object.entries(facts).toReversed())
      expect(canonicalJson(turned)).toBe(canonicalJson(facts))
    }),
  )
})

test('reading it back gives the same facts', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
    }),
  )
})

test('a fact that is not known is left out; in a list it is null', () => {
  expect(canonicalJson({ a: undefined, b: [undefined, 1] })).toBe('{"b":[null,1]}')
})

test.each<[string, unknown]>([
  ['infinity', Number.POSITIVE_INFINITY],
  ['no number', { a: Number.NaN }],
  ['a big number', 1n],
  ['a function', () => 1],
  ['a symbol', [Symbol('x')]],
  ['nothing at all', undefined],
  ['a date, which has many forms', { at: new Date() }],
  ['bytes', Buffer.from('x')],
  ['a map', new Map([['a', 1]])],
  ['half of a pair: no UTF-8 can hold it', { a: '\ud800' }],
  ['half of a pair in a key', { '\udc00': 1 }],
])('%s is refused', (_what, value) => {
  expect(() => canonicalJson(value)).toThrow(/canonical JSON/i)
})
