import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Block, Cell, Inline, List, ListItem, Mark, Paragraph } from '../../modules/news/index.ts'
import { isLinkable } from '../../modules/news/index.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A picture or a paper that still lies in the folder of the earlier portal. */
export type Wanted = { type: 'wanted'; kind: 'picture' | 'paper'; src: string; words: string; caption: string }

/** Something of the page that could not be taken over as it was. */
export type HtmlNote = { code: 'link_dropped' | 'embed_dropped' | 'html_too_deep'; what: string }

export interface ReadHtml {
  blocks: (Block | Wanted)[]
  notes: HtmlNote[]
}

/** Elements of which not even the text is read. */
const silent = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'title',
  'meta',
  'link',
  'svg',
  'math',
  'select',
  'textarea',
  'input',
])
const embedded = new Set(['iframe', 'object', 'embed', 'video', 'audio', 'applet'])
const lines = new Set(
  'p div section article aside main header footer nav center address figure figcaption dl dt dd pre form fieldset details summary hr li caption tr td th tbody thead tfoot'.split(
    ' ',
  ),
)
const headings: Readonly<Record<string, 2 | 3>> = { h1: 2, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 }
/** Deeper than this, only the text is read; no editor writes so. */
const DEEPEST = 60
/** Lists in lists; deeper ones go into the one around them. */
const DEEPEST_LIST = 4
const paperName = /\.(pdf|docx|xlsx|odt|ods)$/i

/** HTML of the earlier portal as blocks of our documents. What has no place in them becomes its text; nothing of it stays HTML. */
export function readHtml(html: string): ReadHtml {
  const reader = new HtmlReader()
  reader.children(parseFragment(html).childNodes, [], 0)
  reader.endLine()
  return { blocks: reader.blocks, notes: reader.notes }
}

class HtmlReader {
  blocks: (Block | Wanted)[] = []
  readonly notes: HtmlNote[]
  private line: Inline[] = []
  private lists = 0

  constructor(notes: HtmlNote[] = []) {
    this.notes = notes
  }

  children(nodes: readonly Node[], marks: readonly Mark[], depth: number): void {
    for (const node of nodes) this.node(node, marks, depth)
  }

  endLine(make: (content: Inline[]) => Block = (content) => ({ type: 'paragraph', content })): void {
    if (this.line.some((part) => part.type === 'text' && part.text.trim() !== '')) this.blocks.push(make(this.line))
    this.line = []
  }

  private node(node: Node, marks: readonly Mark[], depth: number): void {
    if (node.nodeName === '#text') return this.text((node as DefaultTreeAdapterTypes.TextNode).value, marks)
    if (!('tagName' in node)) return
    const { tagName } = node
    if (silent.has(tagName)) return
    if (embedded.has(tagName)) return this.drop('embed_dropped', attribute(node, 'src') || attribute(node, 'data') || tagName)
    if (depth > DEEPEST) return this.deep(node, marks)
    if (tagName === 'br') return void this.line.push({ type: 'hardBreak' })
    if (tagName === 'img') return this.picture(node)
    if (tagName === 'a') return this.link(node, marks, depth)
    const level = headings[tagName]
    if (level) return this.heading(node, level, depth)
    if (tagName === 'ul' || tagName === 'ol') return this.list(node, depth)
    if (tagName === 'blockquote') return this.quote(node, depth)
    if (tagName === 'table') return this.table(node, depth)
    if (!lines.has(tagName)) return this.children(node.childNodes, marksOf(node, marks), depth + 1)
    this.endLine()
    this.children(node.childNodes, marksOf(node, marks), depth + 1)
    if (tagName === 'figure' || tagName === 'figcaption') this.caption(tagName)
    this.endLine()
  }

  private text(value: string, marks: readonly Mark[]): void {
    const text = storable(value)
    if (text !== '') this.line.push({ type: 'text', text, ...(marks.length > 0 ? { marks: [...marks] } : {}) })
  }

  /** Only the text of what lies too deep, found without going down in steps. */
  private deep(element: Element, marks: readonly Mark[]): void {
    this.drop('html_too_deep', element.tagName)
    const waiting: Node[] = [element]
    while (waiting.length > 0) {
      const node = waiting.pop()!
      if (node.nodeName === '#text') this.text((node as DefaultTreeAdapterTypes.TextNode).value, marks)
      else if ('tagName' in node && !silent.has(node.tagName)) waiting.push(...node.childNodes.toReversed())
    }
  }

  private picture(element: Element): void {
    const src = attribute(element, 'src')
    this.endLine()
    const words = attribute(element, 'alt') || attribute(element, 'title')
    if (src !== '') this.blocks.push({ type: 'wanted', kind: 'picture', src, words, caption: '' })
  }

  private caption(tagName: string): void {
    const last = this.blocks.at(-1)
    if (tagName !== 'figcaption' || last?.type !== 'wanted') return
    last.caption = this.line
      .map((part) => (part.type === 'text' ? part.text : ' '))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500)
    this.line = []
  }

  private link(element: Element, marks: readonly Mark[], depth: number): void {
    const href = hrefOf(attribute(element, 'href'))
    if (paperName.test(href.split(/[?#]/)[0]!) && isUploaded(href)) {
      const words = textWithin(element)
      this.children(element.childNodes, marks, depth + 1)
      this.endLine()
      this.blocks.push({ type: 'wanted', kind: 'paper', src: href, words, caption: '' })
      return
    }
    const linkable = isLinkable(href)
    if (!linkable && href !== '' && !href.startsWith('#')) this.drop('link_dropped', href)
    const marked = linkable ? [...marks.filter(({ type }) => type !== 'link'), { type: 'link', attrs: { href } } as const] : marks
    this.children(element.childNodes, marked, depth + 1)
  }

  private heading(element: Element, level: 2 | 3, depth: number): void {
    this.endLine()
    this.children(element.childNodes, [], depth + 1)
    this.endLine((content) => ({ type: 'heading', attrs: { level }, content }))
  }

  /** Blocks of a part by itself. */
  private inside(nodes: readonly Node[], depth: number): (Block | Wanted)[] {
    const reader = new HtmlReader(this.notes)
    reader.lists = this.lists
    reader.children(nodes, [], depth + 1)
    reader.endLine()
    return reader.blocks
  }

  private list(element: Element, depth: number): void {
    this.endLine()
    if (this.lists >= DEEPEST_LIST) return void this.blocks.push(...this.inside(element.childNodes, depth))
    this.lists++
    const items: ListItem[] = []
    const after: (Block | Wanted)[] = []
    for (const child of element.childNodes) {
      const content: ListItem['content'] = []
      for (const block of this.inside('tagName' in child && child.tagName === 'li' ? child.childNodes : [child], depth)) {
        if (isList(block)) content.push(block)
        else if (isUnbound(block)) after.push(block)
        else content.push(...paragraphsOf(block))
      }
      if (content.length > 0) items.push({ type: 'listItem', content })
    }
    this.lists--
    if (items.length > 0) this.blocks.push({ type: element.tagName === 'ul' ? 'bulletList' : 'orderedList', content: items })
    this.blocks.push(...after)
  }

  private quote(element: Element, depth: number): void {
    this.endLine()
    const blocks = this.inside(element.childNodes, depth)
    const content = blocks.flatMap((block) => (isUnbound(block) ? [] : paragraphsOf(block)))
    if (content.length > 0) this.blocks.push({ type: 'blockquote', content })
    this.blocks.push(...blocks.filter(isUnbound))
  }

  /** A table of pictures, or of one column, was only there to place things: its parts follow one another. */
  private table(element: Element, depth: number): void {
    this.endLine()
    const rows = rowsOf(element).map(
      (row) => row.childNodes.filter((cell) => 'tagName' in cell && /^t[dh]$/.test(cell.tagName)) as Element[],
    )
    const cells = rows.map((row) => row.map((cell) => ({ cell, blocks: this.inside(cell.childNodes, depth) })))
    const all = cells.flat()
    const onlyPlaces = cells.every((row) => row.length < 2) || all.some(({ blocks }) => blocks.some((block) => block.type === 'wanted'))
    const caption = element.childNodes.find((child) => child.nodeName === 'caption')
    if (caption) this.blocks.push(...this.inside([caption], depth))
    if (onlyPlaces) return void this.blocks.push(...all.flatMap(({ blocks }) => blocks))
    const content = cells.flatMap((row) => {
      const made = row.map(({ cell, blocks }): Cell => {
        const inner = blocks.flatMap((block) => (block.type === 'wanted' ? [] : paragraphsOf(block)))
        return { type: cell.tagName === 'th' ? 'tableHeader' : 'tableCell', content: inner.length > 0 ? inner : [{ type: 'paragraph' }] }
      })
      return made.length > 0 ? [{ type: 'tableRow' as const, content: made }] : []
    })
    if (content.length > 0) this.blocks.push({ type: 'table', content })
  }

  private drop(code: HtmlNote['code'], what: string): void {
    this.notes.push({ code, what: what.slice(0, 200) })
  }
}

const isList = (block: Block | Wanted): block is List => block.type === 'bulletList' || block.type === 'orderedList'
/** What stands by itself and in no other block. */
const isUnbound = (block: Block | Wanted): block is Wanted => block.type === 'wanted'

/** Any block as paragraphs, for places that hold nothing else. */
function paragraphsOf(block: Block): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [block]
    case 'heading':
      return [{ type: 'paragraph', content: block.content }]
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(paragraphsOf))
    case 'blockquote':
      return block.content
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content))
    default:
      return []
  }
}

function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child): Element[] => {
    if (!('tagName' in child)) return []
    if (child.tagName === 'tr') return [child]
    return /^t(body|head|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

function marksOf(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const style = attribute(element, 'style').toLowerCase()
  const bold = /^(b|strong)$/.test(element.tagName) || /font-weight:\s*(bold|[6-9]00)/.test(style)
  const italic = /^(i|em|cite)$/.test(element.tagName) || /font-style:\s*italic/.test(style)
  const added: Mark[] = [...(bold ? [{ type: 'bold' } as const] : []), ...(italic ? [{ type: 'italic' } as const] : [])]
  return [...marks, ...added.filter(({ type }) => !marks.some((mark) => mark.type === type))]
}

function textWithin(element: Element): string {
  let text = ''
  const waiting: Node[] = [element]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value
    else if ('tagName' in node && !silent.has(node.tagName)) waiting.push(...node.childNodes.toReversed())
  }
  return storable(text).replace(/\s+/g, ' ').trim()
}

const attribute = (element: Element, name: string) => storable(element.attrs.find((one) => one.name === name)?.value ?? '').trim()

/** Blanks inside an address are written as browsers send them. */
const hrefOf = (href: string) => href.replace(/ /g, '%20')

/** Whether the address lies in the folder of uploads of the portal itself. */
export const isUploaded = (href: string) => /^\/?uploads\//.test(href)

/** Without the letters that no text of ours holds. */
export function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed()
}
