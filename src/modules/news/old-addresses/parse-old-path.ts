/** What an address of a NukeViet portal shows. */
export type OldPlace = { module: string; articleId: string } | { module: string; category: string } | { module: string }

const part = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,249}$/u

/**
 * `/vi/news/tin-xa/sua-cong-12.html`, `/news/sua-cong-12.html`: article 12. `/vi/news/tin-xa/`: a category. `/vi/news/`: all news.
 * @returns null for what is no such address
 */
export function parseOldPath(path: string): OldPlace | null {
  const parts = path.split('/').filter((one) => one !== '')
  if (parts[0] === 'vi') parts.shift()
  const [module, ...rest] = parts
  if (!module || rest.length > 3 || !parts.every((one) => part.test(one))) return null
  const last = rest.at(-1)
  if (last === undefined) return { module }
  const article = /-(\d{1,10})\.html$/.exec(last)
  if (article) return rest.length <= 2 ? { module, articleId: String(Number(article[1])) } : null
  // Pages of a category: `/vi/news/tin-xa/page-2/`.
  const names = /^page-\d+$/.test(last) ? rest.slice(0, -1) : rest
  return names.length === 1 ? { module, category: names[0]! } : names.length === 0 ? { module } : null
}
