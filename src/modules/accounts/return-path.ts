/** Where a person goes after signing in: a path of this site, else null. Never another site, never back to the sign-in form. */
export function safeReturnPath(given: unknown): string | null {
  if (typeof given !== 'string' || given.length > 1000) return null
  // A browser drops control characters and reads `\` as `/`: `/\evil.vn` and `/<tab>/evil.vn` lead away.
  if (!/^\/(?![/\\])/.test(given) || /[\\\p{Cc}]/u.test(given)) return null
  const url = URL.parse(given, 'http://here.invalid')
  if (url?.origin !== 'http://here.invalid') return null
  const path = url.pathname.replace(/^\/en(?=\/|$)/, '') || '/'
  if (path.startsWith('//') || /^\/(dang-nhap|dang-xuat|api)(\/|$)/.test(path)) return null
  return `${path}${url.search}`
}
