/** Languages of the interface; Vietnamese is the first and the fallback. */
export const langs = ['vi', 'en'] as const
export type Lang = (typeof langs)[number]

/** The same page in the other language: English lives under `/en`. */
export function localPath(lang: Lang, path: string): string {
  if (lang === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}
