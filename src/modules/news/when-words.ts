import { civilDateOf } from '../../shared/civil-date.ts'
import { clockTime, shortDate, weekdayName } from '../../shared/format.ts'
import type { Lang } from '../../shared/lang.ts'

/** `Thứ năm - 23/02/2017 14:16`: as the page of 2017 wrote it. */
export function newsTime(lang: Lang, at: Date): string {
  const day = civilDateOf(at)
  return `${weekdayName(lang, day)} - ${shortDate(day)} ${clockTime(at)}`
}
