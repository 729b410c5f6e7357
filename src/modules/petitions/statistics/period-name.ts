import type { Lang } from '../../../shared/lang.ts'
import { text } from './text.ts'

/** `Tháng 11/2026`, `Quý 4/2026`, `Năm 2026`. */
export function periodName(lang: Lang, name: string): string {
  const words = text[lang].period
  const [year, part] = name.split('-') as [string, string | undefined]
  if (!part) return words.year(year)
  return part.startsWith('Q') ? words.quarter(part.slice(1), year) : words.month(Number(part), year)
}

/** `11/2026`: narrow, for tables. */
export function shortMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`
}
