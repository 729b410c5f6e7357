import { type CivilDate, civilDateOf, weekdayOf } from './civil-date.ts'
import type { Lang } from './lang.ts'

const weekdays: Record<Lang, readonly string[]> = {
  vi: ['Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

export function weekdayName(lang: Lang, date: CivilDate): string {
  return weekdays[lang][weekdayOf(date) - 1]!
}

/** `23/02/2017`, in both languages: the form people here write. */
export function shortDate(date: CivilDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** `Thứ năm, 23/02/2017` */
export function longDate(lang: Lang, date: CivilDate): string {
  return `${weekdayName(lang, date)}, ${shortDate(date)}`
}

/** `14:16`, Vietnamese time. */
export function clockTime(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
}

/** `Thứ năm, 23/02/2017 14:16` */
export function longInstant(lang: Lang, instant: Date): string {
  return `${longDate(lang, civilDateOf(instant))} ${clockTime(instant)}`
}

/** `16.243` in Vietnamese, `16,243` in English. */
export function number(lang: Lang, value: number): string {
  return value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')
}

/** `96,1 %` from 0.961; one decimal at most. */
export function percent(lang: Lang, share: number): string {
  return `${(Math.round(share * 1000) / 10).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')} %`
}
