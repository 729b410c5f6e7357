import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { Block, Cell, Inline, List, ListItem, Mark } from '../../modules/news/index.ts'
import { isLinkable } from '../../modules/news/index.ts'
import { attribute, hrefOf, isUploaded, marksOf, paragraphsOf, rowsOf, silent, storable, textWithin, withinSite } from './html-parts.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** A picture or a paper that still lies in the folder of the earlier portal. */
export type Wanted = { type: 'wanted'; kind: 'picture' | 'paper'; src: string; words: string; caption: string }

/** Something of the page that could not be taken over as it was. */
export type HtmlNote = { code: 'link_dropped' | 'embed_dropped' | 'html_too_deep' | 'file_kind_not_taken'; what: string }

export interface ReadHtml {
  blocks: (Block | Wanted)[]
  notes: HtmlNote[]
}

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
const pictureName = /\.(jpe?g|png|webp|gif)$/i

/**
 * HTML of the earlier portal as blocks of our documents. What has no place in them becomes its text; nothing of it stays HTML.
 * @param host the portal's own, whose links become links of this site
 */
export function readHtml(html: string, host: string | null = null): ReadHtml {
  const reader = new HtmlReader(host)
  reader.children(parseFragment(html).childNodes, [], 0)
  reader.endLine()
  return { blocks: reader.blocks, notes: reader.notes }
}

class HtmlReader {
  blocks: (Block | Wanted)[] = []
  readonly notes: HtmlNote[]
  private line: Inline[] = []
  private lists = 0
  private readonly host: string | null

  constructor(host: string | null, notes: HtmlNote[] = []) {
    this.host = host
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
    if (node.nodeName === '#text') this.text((node as DefaultTreeAdapterTypes.TextNode).value, marks)
    else if ('tagName' in node && !silent.has(node.tagName)) this.element(node, marks, depth)
  }

  private element(element: Element, marks: readonly Mark[], depth: number): void {
    const { tagName } = element
    const level = headings[tagName]
    if (embedded.has(tagName)) this.drop('embed_dropped', attribute(element, 'src') || attribute(element, 'data') || tagName)
    else if (depth > DEEPEST) this.deep(element, marks)
    else if (tagName === 'br') this.line.push({ type: 'hardBreak' })
    else if (tagName === 'img') this.picture(element)
    else if (tagName === 'a') this.link(element, marks, depth)
    else if (level) this.heading(element, level, depth)
    else if (tagName === 'ul' || tagName === 'ol') this.list(element, depth)
    else if (tagName === 'blockquote') this.quote(element, depth)
    else if (tagName === 'table') this.table(element, depth)
    else if (lines.has(tagName)) this.part(element, marks, depth)
    else this.children(element.childNodes, marksOf(element, marks), depth + 1)
  }

  /** An element that begins a line of its own and ends it. */
  private part(element: Element, marks: readonly Mark[], depth: number): void {
    this.endLine()
    this.children(element.childNodes, marksOf(element, marks), depth + 1)
    if (element.tagName === 'figcaption') this.caption()
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

  private caption(): void {
    const last = this.blocks.at(-1)
    if (last?.type !== 'wanted') return
    last.caption = this.line
      .map((part) => (part.type === 'text' ? part.text : ' '))
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500)
    this.line = []
  }

  private link(element: Element, marks: readonly Mark[], depth: number): void {
    const href = withinSite(hrefOf(attribute(element, 'href')), this.host)
    if (isUploaded(href)) {
      this.fileLink(element, href, marks, depth)
      return
    }
    const linkable = isLinkable(href)
    if (!linkable && href !== '' && !href.startsWith('#')) this.drop('link_dropped', href)
    const marked = linkable ? [...marks.filter(({ type }) => type !== 'link'), { type: 'link', attrs: { href } } as const] : marks
    this.children(element.childNodes, marked, depth + 1)
  }

  /** The words stay in their line; the file itself stands below it. A picture that links to itself in large stands once. */
  private fileLink(element: Element, href: string, marks: readonly Mark[], depth: number): void {
    const name = href.split(/[?#]/)[0]!
    const words = textWithin(element)
    const before = this.blocks.length
    this.children(element.childNodes, marks, depth + 1)
    const kind = paperName.test(name) ? 'paper' : pictureName.test(name) ? 'picture' : null
    const isSame = kind === 'picture' && this.blocks.slice(before).some((block) => block.type === 'wanted')
    if (!kind) this.drop('file_kind_not_taken', href)
    else if (!isSame) {
      this.endLine()
      this.blocks.push({ type: 'wanted', kind, src: href, words, caption: '' })
    }
  }

  private heading(element: Element, level: 2 | 3, depth: number): void {
    this.endLine()
    this.children(element.childNodes, [], depth + 1)
    this.endLine((content) => ({ type: 'heading', attrs: { level }, content }))
  }

  /** Blocks of a part by itself. */
  private inside(nodes: readonly Node[], depth: number): (Block | Wanted)[] {
    const reader = new HtmlReader(this.host, this.notes)
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
