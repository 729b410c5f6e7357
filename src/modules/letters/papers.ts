import type { CivilDate } from '../../shared/civil-date.ts'

/** How sure we are of a line: read in the text of the law, or known from practice and to be checked. */
type Sure = 'read' | 'known'

interface PaperRule {
  name: string
  /** In the number: `37/KH-UBND`. */
  abbreviation: string
  inForceFrom: CivilDate
  source: string
  sure: Sure
}

const annex = { inForceFrom: '2020-03-05', source: 'NĐ 30/2020/NĐ-CP, Phụ lục III', sure: 'known' } as const

/** Kinds of papers that are made here. The law changes: add a line with its day, keep the old one. */
export const papers = {
  programme: { name: 'Chương trình', abbreviation: 'CTr', ...annex },
  plan: { name: 'Kế hoạch', abbreviation: 'KH', ...annex },
  report: { name: 'Báo cáo', abbreviation: 'BC', ...annex },
} as const satisfies Record<string, PaperRule>

export type Paper = keyof typeof papers

/** `37/KH-UBND` → 37, UBND; null: it is not numbered as such a paper. */
export function numberOf(paper: Paper, printed: string): { number: string; symbol: string } | null {
  const [, number, abbreviation, symbol] = /^(\d+)\/([^-/]+)-(.+)$/u.exec(printed.trim()) ?? []
  return number && symbol && abbreviation === papers[paper].abbreviation ? { number, symbol } : null
}

/** `37/KH-UBND`; numbers below ten with a nought before, as offices write them. */
export function numberWords(paper: Paper, number: string | null, symbol: string | null): string {
  const written = number === null ? '……' : number.padStart(2, '0')
  return `${written}/${papers[paper].abbreviation}-${symbol ?? '……'}`
}
