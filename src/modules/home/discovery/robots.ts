/** What robots need not read: work of the office, of one person, and answers to questions. Nothing is protected by it. */
const notForRobots = ['/lam-viec', '/tai-khoan', '/tra-cuu', '/dang-nhap', '/tim-kiem', '/du-lieu-ca-nhan', '/thu/'] as const

/** robots.txt (RFC 9309). */
export function robotsTxt(origin: string): string {
  const rules = notForRobots.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`])
  return ['User-agent: *', ...rules, '', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n')
}

/** How long a security.txt may be believed, in days; RFC 9116 wants less than a year. */
const BELIEVED_DAYS = 180

/** security.txt (RFC 9116): whom to tell of a hole. The authority's telephone is what is always known. */
export function securityTxt({ origin, phone, now }: { origin: string; phone: string; now: Date }): string {
  const expires = new Date(now.getTime() + BELIEVED_DAYS * 86_400_000)
  // The day alone, so that the file is the same all day.
  const day = expires.toISOString().slice(0, 10)
  return [
    ...(phone ? [`Contact: tel:${phone.replace(/[^\d+]/g, '')}`] : []),
    `Contact: ${origin}/gui-don`,
    `Expires: ${day}T00:00:00Z`,
    'Preferred-Languages: vi, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
