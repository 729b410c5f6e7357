import { type ArticleDocument, type Block, type Inline, type List, normalise, type Paragraph } from '../document.ts'
import { parseInline } from './parse-inline.ts'

/**
 * Reads the plain markup. What it does not know is text: nothing that was typed is lost.
 * @param base the edition that `[[giữ N]]` points into
 */
export function parseMarkup(source: string, base: ArticleDocument): ArticleDocument {
  const lines = source.replace(/\r\n?/g, '\n').split('\n')
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at]!
    if (line.trim() === '') {
      at++
      continue
    }
    const single = parseHeading(line) ?? parseReference(line, base)
    if (single) {
      blocks.push(single)
      at++
      continue
    }
    const [block, next] = readList(lines, at, 0) ?? readQuote(lines, at) ?? readParagraph(lines, at)
    blocks.push(block)
    at = next
  }
  return normalise({ type: 'doc', content: blocks })
}

function parseHeading(line: string): Block | undefined {
  const [, marks, words] = /^(#{2,3}) (.*)$/.exec(line) ?? []
  if (!marks) return undefined
  return { type: 'heading', attrs: { level: marks.length as 2 | 3 }, content: parseInline(words ?? '') }
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const imageForm = new RegExp(`^\\[\\[ảnh (${uuid})(?: \\|(.*))?\\]\\]$`, 'i')
const fileForm = new RegExp(`^\\[\\[tệp (${uuid})(?: \\|(.*))?\\]\\]$`, 'i')

/** `[[ảnh …]]`, `[[tệp …]]`, `[[giữ 3: bảng]]`: a line by itself. */
function parseReference(line: string, base: ArticleDocument): Block | undefined {
  const text = line.trim().normalize('NFC')
  const image = imageForm.exec(text)
  if (image) {
    const [alt = '', caption = ''] = argumentsOf(image[2])
    return { type: 'image', attrs: { fileId: image[1]!.toLowerCase(), alt, caption } }
  }
  const file = fileForm.exec(text)
  if (file) return { type: 'attachment', attrs: { fileId: file[1]!.toLowerCase(), label: argumentsOf(file[2])[0] ?? '' } }
  const kept = /^\[\[giữ (\d{1,6})(?:: [^\]]*)?\]\]$/i.exec(text)
  return kept ? base.content[Number(kept[1]) - 1] : undefined
}

/** Parts between strokes; `\|` is a stroke in the text. */
function argumentsOf(text = ''): string[] {
  const parts = ['']
  for (const [sign] of text.matchAll(/\\.|[\s\S]/g)) {
    if (sign === '|') parts.push('')
    else parts[parts.length - 1] += sign.length === 2 ? sign.slice(1) : sign
  }
  return parts.map((part) => part.trim())
}

const itemForm = /^( *)(-|\d{1,6}\.) (.*)$/

function readList(lines: readonly string[], start: number, depth: number): [List, number] | undefined {
  const first = itemForm.exec(lines[start] ?? '')
  if (!first || first[1]!.length !== depth * 2) return undefined
  const kind = first[2] === '-' ? 'bulletList' : 'orderedList'
  const list: List = { type: kind, content: [] }
  let at = start
  while (at < lines.length) {
    const item = itemForm.exec(lines[at]!)
    if (!item || item[1]!.length !== depth * 2 || (item[2] === '-') !== (kind === 'bulletList')) break
    const content: List['content'][number]['content'] = [{ type: 'paragraph', content: parseInline(item[3]!) }]
    at++
    const below = readList(lines, at, depth + 1)
    if (below) {
      content.push(below[0])
      at = below[1]
    }
    list.content.push({ type: 'listItem', content })
  }
  return [list, at]
}

function readQuote(lines: readonly string[], start: number): [Block, number] | undefined {
  if (!lines[start]!.startsWith('>')) return undefined
  let at = start
  const inner: string[] = []
  while (at < lines.length && lines[at]!.startsWith('>')) inner.push(lines[at++]!.replace(/^> ?/, ''))
  const content: Paragraph[] = inner
    .join('\n')
    .split(/\n\s*\n/)
    .map((part) => ({ type: 'paragraph', content: parseLines(part.split('\n')) }))
  return [{ type: 'blockquote', content }, at]
}

/** A stroke alone is a blank line inside a paragraph. */
function parseLines(lines: readonly string[]): Inline[] {
  return parseInline(lines.map((line) => (line === '\\' ? '' : line)).join('\n'))
}

/** Up to a blank line, or a line that begins something else. */
function readParagraph(lines: readonly string[], start: number): [Block, number] {
  let at = start + 1
  while (at < lines.length && lines[at]!.trim() !== '' && !/^(#{2,3} |- |>|\d{1,6}\. |\[\[)/.test(lines[at]!)) at++
  return [{ type: 'paragraph', content: parseLines(lines.slice(start, at)) }, at]
}
