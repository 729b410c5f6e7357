import { plainText } from '../../modules/news/index.ts'
import { nfc } from '../../shared/vietnamese-text.ts'
import { storable } from './html-parts.ts'
import { readHtml } from './read-html.ts'

/** What may be HTML, or has letters written as `&quot;` and `&#x3A;` as NukeViet writes them, as plain text with its lines. */
export function plainOf(html: string): string {
  if (!/[<&]/.test(html)) return nfc(storable(html))
  const blocks = readHtml(html).blocks.filter((block) => block.type !== 'wanted')
  return nfc(plainText({ type: 'doc', content: blocks }))
}

/** The same in one line. */
export const lineOf = (html: string) => plainOf(html).replace(/\s+/g, ' ').trim()
