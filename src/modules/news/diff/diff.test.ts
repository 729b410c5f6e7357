import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ArticleContent } from '../article.ts'
import { mergeContent } from './merge.ts'
import { diffWords } from './words.ts'

const marked = (old: string, next: string) =>
  diffWords(old, next)
    .map(({ change, text }) => (change === 'same' ? text : change === 'added' ? `{+${text}+}` : `{-${text}-}`))
    .join('')

describe('word by word', () => {
  test.each([
    ['Hạn là thứ hai.', 'Hạn là thứ ba.', 'Hạn là thứ {-hai-}{+ba+}.'],
    ['', 'Mới', '{+Mới+}'],
    ['Cũ', '', '{-Cũ-}'],
    ['Như nhau', 'Như nhau', 'Như nhau'],
    ['một hai ba', 'một ba', 'một {-hai -}ba'],
    ['64 bóng', '46 bóng', '{-64 -}{+46 +}bóng'],
  ])('%s → %s', (old, next, shown) => expect(marked(old, next)).toBe(shown))

  test('both texts can be read out of every difference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), (old, next) => {
        const pieces = diffWords(old, next)
        const without = (change: string) =>
          pieces
            .filter((piece) => piece.change !== change)
            .map((piece) => piece.text)
            .join('')
        expect(without('added')).toBe(old)
        expect(without('removed')).toBe(next)
      }),
    )
  })

  // Comparing each word with each would take minutes: the limit of the test is the bar.
  test('two long texts without a common word are still compared at once', () => {
    const words = (letter: string) => Array.from({ length: 20_000 }, (_, i) => `${letter}${i}`).join(' ')
    const found = diffWords(words('a'), words('b'))
    expect(found.map(({ change }) => change)).toEqual(['removed', 'added'])
  }, 60_000)
})

const content = (text: string, fields: Partial<ArticleContent> = {}): ArticleContent => ({
  title: 'Tiêu đề',
  lead: null,
  body: {
    type: 'doc',
    content: text
      .split('|')
      .filter(Boolean)
      .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
  },
  categoryId: null,
  tags: [],
  author: null,
  source: null,
  ...fields,
})
const lines = (merged: ArticleContent | null) =>
  merged?.body.content.map((block) => (block.type === 'paragraph' ? (block.content![0] as { text: string }).text : '')).join('|') ?? null

describe('two editors at once', () => {
  test.each([
    { base: 'a|b|c|d', mine: 'A|b|c|d', theirs: 'a|b|c|D', merged: 'A|b|c|D', because: 'they changed different paragraphs' },
    { base: 'a|b|c|d', mine: 'a|b|c|d|e', theirs: 'A|b|c|d', merged: 'A|b|c|d|e', because: 'one added at the end' },
    { base: 'a|b|c|d', mine: 'a|c|d', theirs: 'a|b|c|D', merged: 'a|c|D', because: 'one took a paragraph out' },
    { base: 'a|b', mine: 'a|B', theirs: 'a|B', merged: 'a|B', because: 'both did the same' },
    { base: 'a|b', mine: 'a|b', theirs: 'x|y', merged: 'x|y', because: 'one changed nothing' },
    { base: 'a|b', mine: 'a|M', theirs: 'a|T', merged: null, because: 'both changed one paragraph' },
    { base: 'a|b', mine: 'a|b|m', theirs: 'a|b|t', merged: null, because: 'both added at one place' },
    { base: 'a|b|c', mine: 'a|c', theirs: 'a|B|c', merged: null, because: 'one took out what the other changed' },
  ])('$because: $merged', ({ base, mine, theirs, merged }) => {
    expect(lines(mergeContent(content(base), content(mine), content(theirs)))).toBe(merged)
  })

  test('fields are merged one by one', () => {
    const merged = mergeContent(content('a'), content('a', { title: 'Mới' }), content('a', { source: 'Phòng Y tế' }))
    expect(merged).toMatchObject({ title: 'Mới', source: 'Phòng Y tế' })
    expect(mergeContent(content('a'), content('a', { title: 'Mới' }), content('a', { title: 'Khác' }))).toBeNull()
  })
})
