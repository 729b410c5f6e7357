import { describe, expect, test } from 'vitest'
import { suggestionFor } from './suggest.ts'

const vocabulary = new Map([
  ['dân', 40],
  ['vận', 12],
  ['vạn', 1],
  ['nước', 9],
  ['sạch', 5],
  ['phường', 30],
  ['thủy', 7],
  ['website', 2],
])

describe('did you mean', () => {
  test.each([
    { q: 'dân vân', better: 'dân vận', because: 'the same letters under another tone; the more frequent of two' },
    { q: 'dan vam', better: 'dan van', because: 'one letter, without tones as the question' },
    { q: 'nuoc sahc', better: 'nuoc sach', because: 'two letters changed over' },
    { q: 'Phườg', better: 'phường', because: 'a letter left out' },
    { q: 'webstie', better: 'website', because: 'a long word' },
    { q: 'dân vận', better: null, because: 'every word is known' },
    { q: 'xyzzy', better: null, because: 'nothing is like it' },
    { q: '37/KH', better: null, because: 'numbers are nobody’s spelling' },
    { q: '', better: null, because: 'nothing was asked' },
  ])('$q → $better: $because', ({ q, better }) => {
    expect(suggestionFor(q, vocabulary)).toBe(better)
  })
})
