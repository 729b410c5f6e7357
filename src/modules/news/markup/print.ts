import type { ArticleDocument, Block, Inline, List, Paragraph } from '../document.ts'

/**
 * The text in the plain markup of `docs/how-to/write-an-article.md`: for the form without scripts.
 * What it cannot say (tables, rich lists) stands as `[[giữ 3: bảng]]`, the third block of the edition, and is kept.
 */
export function printMarkup(doc: ArticleDocument): string {
  return doc.content.map((block, i) => printBlock(block) ?? `[[giữ ${i + 1}: ${nameOf(block)}]]`).join('\n\n')
}

/** Undefined: this markup has no words for it. */
function printBlock(block: Block): string | undefined {
  switch (block.type) {
    case 'paragraph':
      return printLines(block)
    case 'heading':
      return has(block, 'hardBreak') ? undefined : `${'#'.repeat(block.attrs.level)} ${printInline(block.content ?? [])}`
    case 'bulletList':
    case 'orderedList':
      return printList(block, '')?.join('\n')
    case 'blockquote':
      return block.content
        .map((part) =>
          printLines(part)
            .split('\n')
            .map((line) => `> ${line}`)
            .join('\n'),
        )
        .join('\n>\n')
    case 'image': {
      const { fileId, alt, caption } = block.attrs
      return `[[ảnh ${fileId} | ${argument(alt)} | ${argument(caption)}]]`
    }
    case 'attachment':
      return `[[tệp ${block.attrs.fileId} | ${argument(block.attrs.label)}]]`
    default:
      return undefined
  }
}

const has = ({ content = [] }: { content?: Inline[] | undefined }, type: Inline['type']) => content.some((part) => part.type === type)

function printLines({ content = [] }: Paragraph): string {
  return printInline(content).split('\n').map(escapeStart).join('\n')
}

/** An item is one paragraph, and a list below it. */
function printList(list: List, indent: string): string[] | undefined {
  const lines: string[] = []
  for (const [i, { content }] of list.content.entries()) {
    const [first, below, ...more] = content
    if (first?.type !== 'paragraph' || has(first, 'hardBreak') || more.length > 0 || below?.type === 'paragraph') return undefined
    lines.push(`${indent}${list.type === 'bulletList' ? '-' : `${i + 1}.`} ${printInline(first.content ?? [])}`)
    if (!below) continue
    const inner = printList(below, `${indent}  `)
    if (!inner) return undefined
    lines.push(...inner)
  }
  return lines
}

/** A line that would begin something else begins with a stroke; a stroke alone is a blank line inside a paragraph. */
function escapeStart(line: string): string {
  return line === '' ? '\\' : line.replace(/^(#{1,6} |- |>|\d+\. )/, '\\$1')
}

export function printInline(content: readonly Inline[]): string {
  let out = ''
  const open: { key: string; end: string }[] = []
  const closeTo = (depth: number) => {
    while (open.length > depth) out += open.pop()!.end
  }
  for (const part of content) {
    if (part.type === 'hardBreak') {
      closeTo(0)
      out += '\n'
      continue
    }
    const wanted = (part.marks ?? []).map((mark) => ({ key: JSON.stringify(mark), mark }))
    let kept = 0
    while (kept < open.length && open[kept]?.key === wanted[kept]?.key) kept++
    closeTo(kept)
    for (const { key, mark } of wanted.slice(kept)) {
      const end = mark.type === 'bold' ? '**' : mark.type === 'italic' ? '__' : `](${escapeHref(mark.attrs.href)})`
      out += mark.type === 'link' ? '[' : end
      open.push({ key, end })
    }
    out += part.text.replace(/[\\*_[\]]/g, '\\$&')
  }
  closeTo(0)
  return out
}

const escapeHref = (href: string) => href.replace(/[\\()]/g, '\\$&')
const argument = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\|[\]]/g, '\\$&')

const names: Partial<Record<Block['type'], string>> = {
  table: 'bảng',
  bulletList: 'danh sách',
  orderedList: 'danh sách',
  heading: 'đề mục',
}
const nameOf = (block: Block) => names[block.type] ?? block.type
