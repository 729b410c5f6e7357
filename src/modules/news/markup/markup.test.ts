import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArticleDocument, type Block, type Inline, type List, normalise } from '../document.ts'
import { parseMarkup } from './parse.ts'
import { printMarkup } from './print.ts'

const empty = { type: 'doc' as const, content: [] }
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('- a', '## b', '1. c', '> d', '**', '__', '[x](y)', '[[giữ 1]]', '\\', 'Dân biết', '[[ảnh', ']]', '*a*', 'a_b', '|'),
)
const mark = fc.constantFrom(
  { type: 'bold' as const },
  { type: 'italic' as const },
  { type: 'link' as const, attrs: { href: '/don' } },
  { type: 'link' as const, attrs: { href: 'https://vidu.example/a_(b)*c' } },
)
const inline: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('text' as const),
        text: words,
        marks: fc.uniqueArray(mark, { selector: ({ type }) => type, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
  ),
  { maxLength: 6 },
)
const paragraph = inline.map((content) => ({ type: 'paragraph' as const, content }))
const list = (depth: number): fc.Arbitrary<List> =>
  fc.record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    content: fc.array(
      fc
        .tuple(
          fc.array(paragraph, { minLength: 1, maxLength: 2 }),
          depth > 0 ? fc.option(list(depth - 1), { nil: null }) : fc.constant(null),
        )
        .map(([parts, below]) => ({ type: 'listItem' as const, content: below ? [...parts, below] : parts })),
      { minLength: 1, maxLength: 3 },
    ),
  })
const cell = fc.record({
  type: fc.constantFrom('tableHeader' as const, 'tableCell' as const),
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
})
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const) }),
    content: inline,
  }),
  list(2),
  fc.record({ type: fc.constant('blockquote' as const), content: fc.array(paragraph, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    type: fc.constant('table' as const),
    content: fc.array(fc.record({ type: fc.constant('tableRow' as const), content: fc.array(cell, { minLength: 1, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
  fc.record({
    type: fc.constant('image' as const),
    attrs: fc.record({ fileId: fc.uuid(), alt: words.map(oneLine), caption: words.map(oneLine) }),
  }),
  fc.record({ type: fc.constant('attachment' as const), attrs: fc.record({ fileId: fc.uuid(), label: words.map(oneLine) }) }),
)
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().normalize('NFC')
}

test('whatever an article holds comes back from its markup as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (content) => {
      const doc = normalise({ type: 'doc', content })
      expect(parseMarkup(printMarkup(doc), doc)).toEqual(doc)
    }),
    { numRuns: 1_500 },
  )
})

test('whatever is typed is a right document, and none of its words are lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
      expect(ArticleDocument.safeParse(parseMarkup(typed, empty)).success).toBe(true)
    }),
  )
  expect(JSON.stringify(parseMarkup('**không đóng\n[dở](javascript:x) `#', empty))).toMatch(/\*\*không đóng.*\[dở\]\(javascript:x\) `#/)
})

describe('as people type it', () => {
  test.each<[string, string, string]>([
    ['a list under a line', 'Gồm:\n- a\n- b', 'Gồm:\n\n- a\n- b'],
    ['Windows line ends', 'Một\r\n\r\nHai', 'Một\n\nHai'],
    ['many blank lines', 'Một\n\n\n\nHai', 'Một\n\nHai'],
    ['a heading without a blank line', '## Đề mục\nChữ', '## Đề mục\n\nChữ'],
    ['three strokes', '***', '\\*\\*\\*'],
  ])('%s', (_name, typed, printed) => expect(printMarkup(parseMarkup(typed, empty))).toBe(printed))

  test('a kept part that was moved stays itself, and one that does not exist is words', () => {
    const table: Block = {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [{ type: 'paragraph' }] }] }],
    }
    const base = { type: 'doc' as const, content: [table] }
    expect(printMarkup(base)).toBe('[[giữ 1: bảng]]')
    expect(parseMarkup('Mới\n\n[[giữ 1: bảng]]', base).content[1]).toEqual(table)
    expect(parseMarkup('[[giữ 7]]', base).content[0]).toMatchObject({ type: 'paragraph' })
  })
})
