/**
 * HTML of Word, LibreOffice and web mail as plain structure: paragraphs, headings, lists, bold, italic, links, tables.
 * It is not what keeps us safe (the editor's schema and the server's are): it saves what a schema alone would lose.
 */
export function cleanPaste(html: string): string {
  return listsOfWord(
    html
      .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/gi, '')
      .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gi, '')
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<!\[[^\]]*\]>/g, '')
      .replace(/<(style|script|xml|head|title)\b[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<(meta|link)\b[^>]*>/gi, '')
      .replace(/<\/?(?:o|w|m|v|st1):[^>]*>/gi, '')
      // Google Docs wraps everything in a bold that is none.
      .replace(/<b\s[^>]*font-weight:\s*normal[^>]*>/gi, '<span>')
      .replace(/<(\/?)h1\b/gi, '<$1h2')
      .replace(/<(\/?)h[4-6]\b/gi, '<$1h3')
      .replace(/<img\b[^>]*>/gi, ''),
  ).replace(/<(\w+)((?:\s[^<>]*)?)>/g, (_, name: string, attributes: string) => `<${name}${keptAttributes(attributes)}>`)
}

const style = (attributes: string) => /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean) ?? ''

/** Links, cells, and what a style says of weight; nothing else. */
function keptAttributes(attributes: string): string {
  const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean)
  const said = style(attributes)
  return [
    href ? ` href="${href}"` : '',
    /font-weight:\s*(bold|[6-9]00)/i.test(said) ? ' data-bold=""' : '',
    /font-style:\s*italic/i.test(said) ? ' data-italic=""' : '',
  ].join('')
}

/** Word writes lists as paragraphs with a bullet of its own font, or a number, in front. */
function listsOfWord(html: string): string {
  const item = /<p\b([^>]*mso-list:\s*(?:l\d+)[^>]*)>([\s\S]*?)<\/p>/gi
  const items = [...html.matchAll(item)]
  let out = ''
  let at = 0
  let open: 'ul' | 'ol' | null = null
  for (const [i, found] of items.entries()) {
    const between = html.slice(at, found.index)
    const words = found[2]!
    const kind = isNumbered(words) ? 'ol' : 'ul'
    const goesOn = open === kind && between.trim() === ''
    if (open && !goesOn) out += `</${open}>`
    if (!goesOn) out += `${between}<${kind}>`
    out += `<li><p>${withoutSign(words)}</p></li>`
    open = kind
    at = found.index + found[0].length
    if (i === items.length - 1) out += `</${open}>`
  }
  return out + html.slice(at)
}

const ignored = /<span\b[^>]*mso-list:\s*Ignore[^>]*>([\s\S]*?)<\/span>\s*(?:<\/span>)?/i
const leading = /^(?:\s|&nbsp;|<[^>]*>)*(?:[·•§o\-–]|\d{1,3}[.)]|[a-z][.)])(?:\s|&nbsp;|<[^>]*>)+/i
const plain = (html: string) => html.replace(/<[^>]*>|&nbsp;/g, ' ').trim()

function isNumbered(words: string): boolean {
  return /^\d{1,3}[.)]/.test(plain(ignored.exec(words)?.[1] ?? words))
}

function withoutSign(words: string): string {
  return ignored.test(words) ? words.replace(ignored, '') : words.replace(leading, '')
}
