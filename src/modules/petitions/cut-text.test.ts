import { describe, expect, test } from 'vitest'
import { isCutOf } from './cut-text.ts'

const words = 'Ông Nguyễn Văn A ở số 12, điện thoại 0900 000 001, làm ồn. Ông A không nghe.'

describe('what counts as only cut', () => {
  test.each([
    ['as it was', words, true],
    ['one part cut', 'Ông […] ở số 12, điện thoại 0900 000 001, làm ồn. Ông A không nghe.', true],
    ['several parts', 'Ông […] ở số 12, điện thoại […], làm ồn. Ông […] không nghe.', true],
    ['the beginning', '[…]làm ồn. Ông A không nghe.', true],
    ['the end', 'Ông Nguyễn Văn A[…]', true],
    ['the whole', '[…]', true],
    ['two marks beside each other', 'Ông […][…] không nghe.', true],
    ['a word rewritten', 'Ông Nguyễn Văn B ở số 12, điện thoại 0900 000 001, làm ồn. Ông A không nghe.', false],
    ['a word left out without the mark', 'Ông ở số 12, điện thoại […], làm ồn. Ông A không nghe.', false],
    ['something put in', 'Ông […] ở số 12, điện thoại […], không làm ồn. Ông A không nghe.', false],
    ['parts in another order', 'Ông A không nghe. […] làm ồn.', false],
    ['one part used twice', 'Ông […] không nghe.[…] không nghe.', false],
    ['the beginning changed before a cut', 'Bà […] không nghe.', false],
    ['the end changed after a cut', 'Ông […] đã nghe.', false],
    ['nothing at all', '', false],
  ])('%s', (_what, cut, expected) => {
    expect(isCutOf(words, cut)).toBe(expected)
  })

  test('beginning and end may not overlap in the original', () => {
    expect(isCutOf('aba', 'ab[…]ba')).toBe(false)
    expect(isCutOf('abba', 'ab[…]ba')).toBe(true)
  })
})
