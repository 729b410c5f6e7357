import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Block, Mark, Paragraph } from '../../modules/news/index.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements of which not even the text is read. */
export const silent = new Set([
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

/** Any block as paragraphs, for places that hold nothing else. */
export function paragraphsOf(block: Block): Paragraph[] {
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

export function rowsOf(table: Element): Element[] {
  return table.childNodes.flatMap((child): Element[] => {
    if (!('tagName' in child)) return []
    if (child.tagName === 'tr') return [child]
    return /^t(body|head|foot)$/.test(child.tagName) ? rowsOf(child) : []
  })
}

export function marksOf(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const style = attribute(element, 'style').toLowerCase()
  const bold = /^(b|strong)$/.test(element.tagName) || /font-weight:\s*(bold|[6-9]00)/.test(style)
  const italic = /^(i|em|cite)$/.test(element.tagName) || /font-style:\s*italic/.test(style)
  const added: Mark[] = [...(bold ? [{ type: 'bold' } as const] : []), ...(italic ? [{ type: 'italic' } as const] : [])]
  return [...marks, ...added.filter(({ type }) => !marks.some((mark) => mark.type === type))]
}

export function textWithin(element: Element): string {
  let text = ''
  const waiting: Node[] = [element]
  while (waiting.length > 0) {
    const node = waiting.pop()!
    if (node.nodeName === '#text') text += (node as DefaultTreeAdapterTypes.TextNode).value
    else if ('tagName' in node && !silent.has(node.tagName)) waiting.push(...node.childNodes.toReversed())
  }
  return storable(text).replace(/\s+/g, ' ').trim()
}

export const attribute = (element: Element, name: string) => storable(element.attrs.find((one) => one.name === name)?.value ?? '').trim()

/** Blanks inside an address are written as browsers send them. */
export const hrefOf = (href: string) => href.replace(/ /g, '%20')

/** An address on the portal's own host without the host: it is found here by the old addresses. */
export function withinSite(href: string, host: string | null): string {
  if (host === null) return href
  const [, found = '', path = ''] = /^(?:https?:)?\/\/([^/?#]+)(.*)$/i.exec(href) ?? []
  const bare = (name: string) =>
    name
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/:\d+$/, '')
  return found !== '' && bare(found) === bare(host) ? (path.startsWith('/') ? path : `/${path}`) : href
}

/** Whether the address lies in the folder of uploads of the portal itself. */
export const isUploaded = (href: string) => /^\/?uploads\//.test(href)

/** Without the letters that no text of ours holds. */
export function storable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '').toWellFormed()
}
