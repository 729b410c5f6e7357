import type { Lang } from '../../shared/lang.ts'
import { ALL, type TableName } from './report.ts'
import type { CaseSource } from './sources.ts'
import { text } from './text.ts'

export function columnName(lang: Lang, cases: Pick<CaseSource, 'kindNames'>, table: TableName, column: string): string {
  const { report, occasion } = text[lang]
  if (column === ALL) return report.all
  return (table === 'don' ? cases.kindNames[lang][column] : occasion[column as keyof typeof occasion]) ?? column
}

/** Outcomes are named as in the cases. */
export function measureName(lang: Lang, cases: Pick<CaseSource, 'outcomeNames'>, table: TableName, measure: string): string {
  const { report } = text[lang]
  const outcome = table === 'don' ? cases.outcomeNames[lang][measure] : undefined
  return outcome ? report.outcome(outcome) : (report.measures[measure] ?? measure)
}
