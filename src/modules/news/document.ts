import { z } from 'zod'
import { isStorable, nfc } from '../../shared/vietnamese-text.ts'
import { safeHref } from '../../ui/safe-href.ts'

/** Letters of a whole text, and parts that it may be made of; beyond it is no article. */
const MOST_LETTERS = 200_000
const MOST_NODES = 20_000
const DEEPEST = 24

export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
export type Text = { type: 'text'; text: string; marks?: Mark[] | undefined }
export type Inline = Text | { type: 'hardBreak' }
export type Paragraph = { type: 'paragraph'; content?: Inline[] | undefined }
export type ListItem = { type: 'listItem'; content: (Paragraph | List)[] }
export type List = { type: 'bulletList' | 'orderedList'; content: ListItem[] }
export type Cell = { type: 'tableHeader' | 'tableCell'; content: Paragraph[] }
export type Image = { type: 'image'; attrs: { fileId: string; alt: string; caption: string } }
export type Attachment = { type: 'attachment'; attrs: { fileId: string; label: string } }
export type Block =
  | Paragraph
  | { type: 'heading'; attrs: { level: 2 | 3 }; content?: Inline[] | undefined }
  | List
  | { type: 'blockquote'; content: Paragraph[] }
  | { type: 'table'; content: { type: 'tableRow'; content: Cell[] }[] }
  | Image
  | Attachment
export type ArticleDocument = { type: 'doc'; content: Block[] }

/** A web, mail or telephone address, or one of our own pages: what `safeHref` lets through. */
export function isLinkable(href: string): boolean {
  return href.length <= 2_000 && href.trim() !== '' && !/[\s<>"]/.test(href) && safeHref(href) === href
}

const plain = (max: number) =>
  z
    .string()
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable' } })
    .transform(nfc)
const mark = z.discriminatedUnion('type', [
  z.object({ type: z.literal('bold') }),
  z.object({ type: z.literal('italic') }),
  z.object({
    type: z.literal('link'),
    attrs: z.object({ href: z.string().refine(isLinkable, { params: { code: 'link_refused' } }) }),
  }),
])
const words = z.object({
  type: z.literal('text'),
  text: plain(MOST_LETTERS).pipe(z.string().min(1)),
  marks: z.array(mark).max(3).optional(),
})
const inline = z.discriminatedUnion('type', [words, z.object({ type: z.literal('hardBreak') })])
const paragraph = z.object({ type: z.literal('paragraph'), content: z.array(inline).optional() })
const heading = z.object({
  type: z.literal('heading'),
  attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
  content: z.array(inline).optional(),
})
const list: z.ZodType<List> = z.object({
  type: z.enum(['bulletList', 'orderedList']),
  get content() {
    return z.array(z.object({ type: z.literal('listItem'), content: z.array(z.union([paragraph, z.lazy(() => list)])).min(1) })).min(1)
  },
})
const blockquote = z.object({ type: z.literal('blockquote'), content: z.array(paragraph).min(1) })
const cell = z.object({ type: z.enum(['tableHeader', 'tableCell']), content: z.array(paragraph).min(1) })
const table = z.object({
  type: z.literal('table'),
  content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1) })).min(1),
})
/** A picture without words for those who do not see it may be kept in a draft; it is not published. */
const image = z.object({
  type: z.literal('image'),
  attrs: z.object({
    fileId: z.uuid(),
    alt: plain(500),
    caption: plain(500)
      .nullish()
      .transform((text) => text ?? ''),
  }),
})
const attachment = z.object({ type: z.literal('attachment'), attrs: z.object({ fileId: z.uuid(), label: plain(300) }) })
const block = z.union([paragraph, heading, list, blockquote, table, image, attachment], { error: () => 'invalid_document' })

/** The closed schema of an article's text: an unknown node is refused, an unknown attribute dropped. There is no HTML in it. */
export const ArticleDocument: z.ZodType<ArticleDocument> = z
  .unknown()
  .refine(isModest, { params: { code: 'document_too_large' }, abort: true })
  .pipe(z.object({ type: z.literal('doc'), content: z.array(block) }))
  .transform((doc) => normalise(doc as ArticleDocument))

/** Weighed before it is read: a deep or endless tree costs nothing. */
function isModest(raw: unknown): boolean {
  let nodes = 0
  let letters = 0
  const waiting: [unknown, number][] = [[raw, 0]]
  while (waiting.length > 0) {
    const [value, depth] = waiting.pop()!
    if (typeof value === 'string') letters += value.length
    if (++nodes > MOST_NODES * 4 || letters > MOST_LETTERS || depth > DEEPEST * 2) return false
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) waiting.push([part, depth + 1])
  }
  return true
}

/** One form for the same text: neighbours with the same marks joined, edges trimmed, empty blocks left out. */
export function normalise(doc: ArticleDocument): ArticleDocument {
  return { type: 'doc', content: doc.content.map(normaliseBlock).filter((one) => one !== null) }
}

function normaliseBlock(one: Block): Block | null {
  switch (one.type) {
    case 'paragraph':
    case 'heading': {
      const content = normaliseInline(one.content ?? [])
      return content.length > 0 ? { ...one, content } : null
    }
    case 'blockquote': {
      const content = one.content.map((part) => normaliseBlock(part)).filter((part) => part !== null) as Paragraph[]
      return content.length > 0 ? { ...one, content } : null
    }
    case 'bulletList':
    case 'orderedList':
      return normaliseList(one)
    case 'table':
      return { type: 'table', content: one.content.map(({ content }) => ({ type: 'tableRow', content: content.map(normaliseCell) })) }
    default:
      return one
  }
}

function normaliseList(one: List): List | null {
  const items = one.content.flatMap((item): ListItem[] => {
    const content = item.content.map((part) => normaliseBlock(part)).filter((part) => part !== null) as ListItem['content']
    return content.length > 0 ? [{ type: 'listItem', content }] : []
  })
  return items.length > 0 ? { type: one.type, content: items } : null
}

/** An empty cell holds its place. */
function normaliseCell({ type, content }: Cell): Cell {
  const kept = content.map((part) => normaliseBlock(part)).filter((part) => part !== null) as Paragraph[]
  return { type, content: kept.length > 0 ? kept : [{ type: 'paragraph' }] }
}

const order = ['link', 'bold', 'italic']

export function normaliseInline(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const part of content) {
    if (part.type === 'hardBreak') {
      trimEnd(joined)
      if (joined.length > 0) joined.push({ type: 'hardBreak' })
      continue
    }
    const text = nfc(part.text.replace(/\s+/g, ' '))
    const last = joined.at(-1)
    const begins = !last || last.type === 'hardBreak'
    const kept = begins || (last.type === 'text' && last.text.endsWith(' ')) ? text.replace(/^ /, '') : text
    if (kept === '') continue
    const marks = [...new Map((part.marks ?? []).map((one) => [one.type, one])).values()].toSorted(
      (a, b) => order.indexOf(a.type) - order.indexOf(b.type),
    )
    if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += kept
    else joined.push({ type: 'text', text: kept, ...(marks.length > 0 ? { marks } : {}) })
  }
  while (joined.at(-1)?.type === 'hardBreak' || endsBlank(joined)) {
    if (joined.at(-1)?.type === 'hardBreak') joined.pop()
    else trimEnd(joined)
  }
  return joined
}

function endsBlank(joined: readonly Inline[]): boolean {
  const last = joined.at(-1)
  return last?.type === 'text' && last.text.endsWith(' ')
}

function trimEnd(joined: Inline[]): void {
  const last = joined.at(-1)
  if (last?.type !== 'text') return
  last.text = last.text.replace(/ +$/, '')
  if (last.text === '') joined.pop()
}

export const emptyDocument: ArticleDocument = { type: 'doc', content: [] }

/** What is read of a block, without marks. */
export function textOf(node: Block | ListItem | Cell | Inline | { type: 'tableRow'; content: Cell[] }): string {
  if (node.type === 'text') return node.text
  if (node.type === 'hardBreak') return '\n'
  if (node.type === 'image') return [node.attrs.alt, node.attrs.caption].filter(Boolean).join('. ')
  if (node.type === 'attachment') return node.attrs.label
  const parts = (node.content ?? []).map((part) => textOf(part as Block))
  const isLine = node.type === 'paragraph' || node.type === 'heading'
  return parts.join(isLine ? '' : node.type === 'tableRow' ? ' | ' : '\n')
}

/** The whole text, block after block: for search, feeds and the privacy guard. */
export function plainText(doc: ArticleDocument): string {
  return doc.content.map((one) => textOf(one)).join('\n\n')
}

/** A place of the text: the number of its part from 1, the last heading before it, and how the text before it begins. */
export interface Place {
  part: number
  heading: string | null
  after: string | null
}

/** Where a file stands in the text. */
export function placesOf(doc: ArticleDocument, fileId: string): Place[] {
  return doc.content.flatMap((one, i) => {
    if ((one.type !== 'image' && one.type !== 'attachment') || one.attrs.fileId !== fileId) return []
    const before = doc.content.slice(0, i)
    const heading = before.findLast(({ type }) => type === 'heading')
    const words = before.findLast((block) => block.type !== 'heading' && textOf(block).trim() !== '')
    return [{ part: i + 1, heading: heading ? textOf(heading) : null, after: words ? firstWords(textOf(words)) : null }]
  })
}

const firstWords = (words: string) => (words.length <= 60 ? words : `${words.slice(0, 60).replace(/\s+\S*$/, '')} …`)

/** Files that the text shows or offers. */
export function filesIn(doc: ArticleDocument): string[] {
  return doc.content.flatMap((one) => (one.type === 'image' || one.type === 'attachment' ? [one.attrs.fileId] : []))
}
