import type { Block, Table } from './block.ts'

/** A paragraph with its place among the headings. */
export interface OutlineLine {
  kind: 'line'
  /** Address: labels from the outermost, `II/1/a`; dashes and unlabelled paragraphs are counted: `II/1/-2`, `II/p1`. */
  path: string
  /** Labels above and of this line. */
  depth: number
  label: string | null
  /** The sign as printed: `1.`, `a)`, `-`; empty where there is none. */
  sign: string
  text: string
  bold: boolean
  /** The line that this one stands under; null at the top. */
  parent: OutlineLine | null
  /** Lines and tables directly under it, labelled or not. */
  children: (OutlineLine | OutlineTable)[]
}

export interface OutlineTable {
  kind: 'table'
  path: string
  parent: OutlineLine | null
  table: Table
}

interface Label {
  /** Order of nesting: a smaller rank stands outside. */
  rank: number
  name: string
  rest: string
}

const ROMAN = /^(?=[IVX])(X{0,3}(?:IX|IV|V?I{0,3}))\s*[.\-–)/:]\s*(?=\S)/u

/** Signs that begin a line, from the outermost to the innermost. */
const labels: readonly ((text: string) => Label | null)[] = [
  by(
    /^(PHẦN|Phần)\s+(?:THỨ\s+|thứ\s+)?([IVX]+|\d+|NHẤT|HAI|BA|TƯ|BỐN|nhất|hai|ba|tư|bốn)(?![\p{L}\p{M}])[.:\-–\s]*/u,
    1,
    (match) => `Phần ${match[2]}`,
  ),
  by(/^(?:CHƯƠNG|Chương)\s+([IVX]+|\d+)[.:\-–\s]*/u, 2, (match) => `Chương ${match[1]}`),
  by(/^(?:ĐIỀU|Điều)\s+(\d+)\s*[.:]\s*/u, 5, (match) => `Điều ${match[1]}`),
  by(ROMAN, 4, (match) => match[1]!),
  by(/^([A-ZĐ])\s*[.)/]\s+(?=\S)/u, 3, (match) => match[1]!),
  by(
    /^(\d{1,2}(?:\.\d{1,2})+)\s*[.)]?\s+(?=\S)/u,
    6,
    (match) => match[1]!,
    (match) => match[1]!.split('.').length - 1,
  ),
  by(/^(\d{1,2})(?:\s*[.)/]\s*(?=[\p{L}“"(])|[.)]\s+(?=\d))/u, 6, (match) => match[1]!),
  by(/^\(?([a-zđ])\s*[.)]\s*(?=\S)/u, 12, (match) => match[1]!),
  by(/^[-–—•*]\s*(?=[\p{L}\d“"(])/u, 13, () => '-'),
  by(/^\+\s*(?=\S)/u, 14, () => '+'),
]

function by(form: RegExp, rank: number, name: (match: RegExpExecArray) => string, deeper: (match: RegExpExecArray) => number = () => 0) {
  return (text: string): Label | null => {
    const match = form.exec(text)
    return match && { rank: rank + deeper(match), name: name(match), rest: text.slice(match[0].length).trim() }
  }
}

/** The sign that a line begins with. */
export function labelOf(text: string): Label | null {
  for (const read of labels) {
    const label = read(text)
    if (label) return label
  }
  return null
}

const APPENDIX = /^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?([IVX]+|\d+))?(?![\p{L}\p{M}])/u

/** What stands at the top, each with what stands under it; addresses included. Empty paragraphs are left out. */
export function outlineOf(blocks: readonly Block[]): (OutlineLine | OutlineTable)[] {
  const top: (OutlineLine | OutlineTable)[] = []
  const place: Place = { open: [], root: '', marksAtTop: 0, unlabelledAtTop: 0 }
  for (const block of blocks) {
    const parent = place.open.at(-1)?.line ?? null
    if (block.kind === 'table') {
      add(top, { kind: 'table', path: parent?.path ?? place.root, parent, table: block })
      continue
    }
    const texts = block.text.split('\n').map((part) => part.replace(/\s+/g, ' ').trim())
    texts.forEach((text, at) => {
      if (text !== '') add(top, lineOf(place, text, { bold: block.bold, label: at === 0 ? block.label : null }))
    })
  }
  return top
}

function add(top: (OutlineLine | OutlineTable)[], entry: OutlineLine | OutlineTable): void {
  ;(entry.parent ? entry.parent.children : top).push(entry)
}

/** Where the reading stands: the labelled lines that are still open. */
interface Place {
  open: { rank: number; line: OutlineLine; marks: number; unlabelled: number }[]
  root: string
  /** Dashes and pluses are counted. */
  marksAtTop: number
  /** And so are paragraphs without any sign: `p1`, `p2`. */
  unlabelledAtTop: number
}

function lineOf(place: Place, text: string, { bold, label: counted }: { bold: boolean; label: string | null }): OutlineLine {
  const blank = { kind: 'line', text, bold, label: null, sign: counted ?? '', children: [] } as const
  const appendix = APPENDIX.exec(text)
  if (appendix && text.length < 200) {
    place.root = `PL${appendix[1] ?? ''}`
    const line = { ...blank, path: place.root, depth: 1, parent: null, children: [] }
    // Everything up to the next appendix stands under it.
    place.open = [{ rank: -1, line, marks: 0, unlabelled: 0 }]
    return line
  }
  const printed = counted && !labelOf(text) ? `${counted} ${text}` : text
  const label = labelOf(printed)
  if (!label) {
    const above = place.open.at(-1)
    const count = above ? ++above.unlabelled : ++place.unlabelledAtTop
    const path = [above?.line.path ?? place.root, `p${count}`].filter((part) => part !== '').join('/')
    return { ...blank, path, depth: place.open.length, parent: above?.line ?? null, children: [] }
  }
  while (place.open.length > 0 && place.open.at(-1)!.rank >= label.rank) place.open.pop()
  const above = place.open.at(-1)
  const isMark = label.name === '-' || label.name === '+'
  const count = isMark ? (above ? ++above.marks : ++place.marksAtTop) : 0
  const path = [above?.line.path ?? place.root, isMark ? `${label.name}${count}` : lastPart(label.name)]
    .filter((part) => part !== '')
    .join('/')
  const line: OutlineLine = {
    ...blank,
    text: label.rest,
    label: label.name,
    sign: printed.slice(0, printed.length - label.rest.length).trim(),
    path,
    depth: place.open.length + 1,
    parent: above?.line ?? null,
    children: [],
  }
  place.open.push({ rank: label.rank, line, marks: 0, unlabelled: 0 })
  return line
}

/** "1.2" under "1" is named 2: the path says the rest. */
function lastPart(name: string): string {
  return /^\d+(\.\d+)+$/.test(name) ? name.slice(name.lastIndexOf('.') + 1) : name
}
