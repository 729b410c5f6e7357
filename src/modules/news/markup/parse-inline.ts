import { type Inline, isLinkable, type Mark } from '../document.ts'

const token = /\\([\\*_[\]()#>.\-\d])|\*\*|__|\[|\]\(((?:\\.|[^\\()\s])*)\)|\n|[^\\*_[\]\n]+|[\s\S]/g

/** Words with `**bold**`, `__italic__`, `[text](address)`; a mark without its end is text. */
export function parseInline(source: string): Inline[] {
  const parts = [...source.matchAll(token)]
  const links = pairLinks(parts)
  const toggles = { '**': evenOnly(parts, '**'), __: evenOnly(parts, '__') }
  const content: Inline[] = []
  let bold = false
  let italic = false
  let href: string | null = null
  const add = (text: string) => {
    const marks: Mark[] = []
    if (href !== null) marks.push({ type: 'link', attrs: { href } })
    if (bold) marks.push({ type: 'bold' })
    if (italic) marks.push({ type: 'italic' })
    content.push({ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) })
  }
  for (const [i, part] of parts.entries()) {
    const text = part[0]
    if (part[1] !== undefined) add(part[1])
    else if (text === '\n') content.push({ type: 'hardBreak' })
    else if (text === '**' && toggles['**'].has(i)) bold = !bold
    else if (text === '__' && toggles['__'].has(i)) italic = !italic
    else if (links.opens.has(i)) href = links.opens.get(i)!
    else if (links.closes.has(i)) href = null
    else add(text)
  }
  return content
}

/** Openings and closings that belong together: the last one of an odd number is text. */
function evenOnly(parts: readonly RegExpMatchArray[], sign: string): Set<number> {
  const places = parts.flatMap((part, i) => (part[0] === sign ? [i] : []))
  return new Set(places.length % 2 === 0 ? places : places.slice(0, -1))
}

/** `[` with the next `](address)` whose address may be linked. */
function pairLinks(parts: readonly RegExpMatchArray[]): { opens: Map<number, string>; closes: Set<number> } {
  const opens = new Map<number, string>()
  const closes = new Set<number>()
  let open = -1
  for (const [i, part] of parts.entries()) {
    if (part[0] === '[') open = i
    else if (part[2] !== undefined && open >= 0) {
      const href = part[2].replace(/\\(.)/gs, '$1')
      if (isLinkable(href)) {
        opens.set(open, href)
        closes.add(i)
      }
      open = -1
    }
  }
  return { opens, closes }
}
