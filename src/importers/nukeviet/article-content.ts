import { type Article, type Block, LEAD_MAX, MOST_TAGS } from '../../modules/news/index.ts'
import { attachedFiles, headPicture } from './article-files.ts'
import { readHtml, type Wanted } from './read-html.ts'
import type { Row } from './staged-rows.ts'
import { type Source, textIn } from './tables.ts'
import { lineOf } from './words.ts'

/** Letters of HTML that are read as one article at most. */
const LONGEST_HTML = 1_000_000

export interface OldArticle {
  kind: Article['kind']
  /** The portal's module that it belongs to. */
  module: string
  row: Row
  detail: Row | undefined
  source: Row | undefined
  tags: readonly string[]
}

export interface ReadArticle {
  title: string
  lead: string | null
  blocks: (Block | Wanted)[]
  tags: string[]
  author: string | null
  source: string | null
  notes: { code: string; what: string }[]
}

/** A row of the portal as an article of ours, its files still to be found. A code: why it cannot be. */
export function readArticle(
  { module, row, detail, source, tags }: OldArticle,
  portal: Pick<Source, 'host'>,
): ReadArticle | 'title_missing' | 'html_too_large' {
  const title = lineOf(textIn(row, 'title'))
  if (title === '') return 'title_missing'
  const html = textIn(detail, 'bodyhtml')
  if (html.length > LONGEST_HTML) return 'html_too_large'
  const read = readHtml(html, portal.host)
  const notes: ReadArticle['notes'] = [...read.notes]
  const { blocks } = read
  const lead = lineOf(textIn(row, 'hometext'))
  const isLong = [...lead].length > LEAD_MAX
  if (isLong) {
    notes.push({ code: 'lead_too_long', what: '' })
    blocks.unshift({ type: 'paragraph', content: [{ type: 'text', text: lead }] })
  }
  const head = headPicture(row, detail, module)
  if (head && !blocks.some((block) => block.type === 'wanted' && block.src.endsWith(head.src.replace(/^.*\//, '/')))) blocks.unshift(head)
  blocks.push(...attachedFiles(detail, module))
  const cut = (text: string, max: number, field: string) => {
    const whole = lineOf(text)
    if ([...whole].length > max) notes.push({ code: 'field_cut', what: field })
    return [...whole].slice(0, max).join('').trim() || null
  }
  const kept = tags.map(lineOf).filter((tag) => tag !== '' && [...tag].length <= 60)
  if (kept.length < tags.length || kept.length > MOST_TAGS) notes.push({ code: 'field_cut', what: 'tags' })
  return {
    title,
    lead: isLong || lead === '' ? null : lead,
    blocks,
    tags: kept.slice(0, MOST_TAGS),
    author: cut(textIn(row, 'author'), 120, 'author'),
    source: cut(textIn(source, 'title') || textIn(detail, 'sourcetext'), 200, 'source'),
    notes,
  }
}
