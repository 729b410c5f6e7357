import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import { ArticleDocument, filesIn, normaliseInline, plainText } from './document.ts'
import { DocumentView } from './pages/document-view.tsx'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const p = (text: string, ...marks: object[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, ...(marks.length ? { marks } : {}) }],
})
const isTaken = (raw: unknown) => ArticleDocument.safeParse(raw).success
const draw = (raw: unknown) => renderToString(<DocumentView doc={ArticleDocument.parse(raw)} files={new Map()} />)
const file = '018f3b4e-0000-7000-8000-000000000001'

describe('what the schema takes', () => {
  test.each<[string, unknown]>([
    ['paragraphs', doc(p('Một'), p('Hai'))],
    ['nothing yet', doc()],
    ['headings of two sizes', doc({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Đề mục' }] })],
    [
      'lists in lists',
      doc({
        type: 'bulletList',
        content: [{ type: 'listItem', content: [p('a'), { type: 'orderedList', content: [{ type: 'listItem', content: [p('b')] }] }] }],
      }),
    ],
    ['quotations', doc({ type: 'blockquote', content: [p('Dân là gốc')] })],
    ['tables', doc({ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableHeader', content: [p('Ngày')] }] }] })],
    [
      'pictures and papers',
      doc(
        { type: 'image', attrs: { fileId: file, alt: 'Cây', caption: '' } },
        { type: 'attachment', attrs: { fileId: file, label: 'Kế hoạch' } },
      ),
    ],
    [
      'links to the web, to mail and to our own pages',
      doc(
        p('x', { type: 'link', attrs: { href: 'https://vidu.example/' } }),
        p('y', { type: 'link', attrs: { href: 'mailto:a@vidu.example' } }),
        p('z', { type: 'link', attrs: { href: '/gui-don' } }),
      ),
    ],
  ])('%s', (_name, raw) => expect(isTaken(raw)).toBe(true))
})

describe('what it refuses', () => {
  const deep = (n: number): unknown =>
    n === 0 ? p('x') : { type: 'bulletList', content: [{ type: 'listItem', content: [p('x'), deep(n - 1)] }] }
  test.each<[string, unknown]>([
    ['HTML', doc({ type: 'html', attrs: { html: '<script>alert(1)</script>' } })],
    ['an unknown node', doc({ type: 'iframe', attrs: { src: 'https://vidu.example' } })],
    ['a script in a link', doc(p('x', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))],
    ['a script in a link, hidden', doc(p('x', { type: 'link', attrs: { href: 'java\tscript:alert(1)' } }))],
    ['data in a link', doc(p('x', { type: 'link', attrs: { href: 'data:text/html,<script>1</script>' } }))],
    ['another site without its scheme', doc(p('x', { type: 'link', attrs: { href: '//vidu.example' } }))],
    ['an unknown mark', doc(p('x', { type: 'textStyle', attrs: { style: 'position:fixed' } }))],
    ['a heading that would be the title', doc({ type: 'heading', attrs: { level: 1 }, content: [] })],
    ['a picture that is no file of ours', doc({ type: 'image', attrs: { fileId: 'https://vidu.example/x.png', alt: '', caption: '' } })],
    ['a paragraph in a paragraph', doc({ type: 'paragraph', content: [p('x')] })],
    ['a text that cannot be stored', doc(p('a\u0000b'))],
    ['no document', null],
    ['a list in place of one', []],
    ['a tree that is too deep', doc(deep(40))],
    ['a text without end', doc(p('x'.repeat(300_000)))],
    ['too many nodes', doc(...Array.from({ length: 30_000 }, () => p('x')))],
  ])('%s', (_name, raw) => expect(isTaken(raw)).toBe(false))
})

test('attributes that it does not know are dropped', () => {
  const raw = doc({
    type: 'paragraph',
    attrs: { style: 'x', onclick: 'y' },
    content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: '/x', target: '_blank', onclick: 'z' } }] }],
  })
  expect(JSON.stringify(ArticleDocument.parse(raw))).not.toMatch(/style|onclick|target/)
})

test('words are only ever words', () => {
  const html = draw(
    doc(p('<script>alert(1)</script> & "x" \' <img src=x onerror=1>'), {
      type: 'image',
      attrs: { fileId: file, alt: '"><script>', caption: '<b>' },
    }),
  )
  expect(html).toContain('&lt;script>alert(1)')
  expect(html).not.toMatch(/<script|<img src=x|<b>/)
})

test('marks, lists, tables and headings are drawn by their own elements', () => {
  expect(draw(doc(p('đậm', { type: 'bold' }, { type: 'link', attrs: { href: '/don' } })))).toContain(
    '<a href="/don" rel="noopener"><strong>đậm</strong></a>',
  )
  const cell = (type: string, text: string) => ({ type, content: [p(text)] })
  const html = draw(
    doc({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Ngày'), cell('tableHeader', 'Nơi')] },
        { type: 'tableRow', content: [cell('tableCell', '1/3'), cell('tableCell', 'Phòng tiếp')] },
      ],
    }),
  )
  expect(html).toMatch(/<thead><tr[^>]*><th[^>]*scope="col">Ngày/)
  expect(html).toContain('aria-label="Ngày, Nơi"')
})

test('neighbours with the same marks are one text, edges are trimmed', () => {
  expect(normaliseInline([{ type: 'text', text: ' Dân ' }, { type: 'text', text: ' biết ' }, { type: 'hardBreak' }])).toEqual([
    { type: 'text', text: 'Dân biết' },
  ])
})

test('the text without marks, and the files in it', () => {
  const parsed = ArticleDocument.parse(doc(p('Một', { type: 'bold' }), { type: 'attachment', attrs: { fileId: file, label: 'Kế hoạch' } }))
  expect(plainText(parsed)).toBe('Một\n\nKế hoạch')
  expect(filesIn(parsed)).toEqual([file])
})
