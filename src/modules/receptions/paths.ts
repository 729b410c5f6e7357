import type { Entry } from './entry.ts'

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  book: '/lam-viec/so-tiep-dan',
  write: '/lam-viec/so-tiep-dan/moi',
  print: '/lam-viec/so-tiep-dan/ban-in',
  file: '/lam-viec/so-tiep-dan.xlsx',
  alarm: '/lam-viec/qua-45-ngay',
  report: '/lam-viec/bao-cao',
  figure: '/lam-viec/bao-cao/danh-sach',
  reportFile: '/lam-viec/bao-cao.xlsx',
  cutoff: '/lam-viec/quan-tri/ky-bao-cao',
  one: ({ year, number }: Pick<Entry, 'year' | 'number'>) => `/lam-viec/so-tiep-dan/${year}/${number}`,
}

/** An address with what of the query is there. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string | number] => pair[1] !== null && pair[1] !== undefined)
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`
}
