/** What an address of a NukeViet portal may show: more than one thing, where its words do not tell. */
export interface OldPlace {
  module: string
  articleId?: string
  /** Alias of a static page. */
  page?: string
  category?: string
}

const part = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,249}$/u

/**
 * `/vi/news/tin-xa/sua-cong-12.html`, `/news/sua-cong-12.html`: article 12. `/vi/about/gioi-thieu.html`: a page. `/vi/news/tin-xa/`: a
 * category. `/vi/news/`: all news.
 * @returns null for what is no such address
 */
export function parseOldPath(path: string): OldPlace | null {
  const parts = path.split('/').filter((one) => one !== '')
  if (parts[0] === 'vi') parts.shift()
  const [module, ...rest] = parts
  if (!module || rest.length > 3 || !parts.every((one) => part.test(one))) return null
  const last = rest.at(-1)
  if (last === undefined) return { module }
  if (last.endsWith('.html')) return shownAt(module, rest, last.slice(0, -'.html'.length))
  // Pages of a category: `/vi/news/tin-xa/page-2/`.
  const names = /^page-\d+$/.test(last) ? rest.slice(0, -1) : rest
  return names.length === 1 ? { module, category: names[0]! } : names.length === 0 ? { module } : null
}

function shownAt(module: string, rest: readonly string[], name: string): OldPlace | null {
  const number = /-(\d{1,10})$/.exec(name)?.[1]
  const article = number && rest.length <= 2 ? { articleId: String(Number(number)) } : {}
  const page = rest.length === 1 ? { page: name } : {}
  return 'articleId' in article || 'page' in page ? { module, ...article, ...page } : null
}
