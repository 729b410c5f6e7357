import { type CivilDate, isCivilDate, lastDayOfMonth } from '../../../shared/civil-date.ts'
import type { Due } from './plan.ts'
import { withinReach } from './within-reach.ts'

const quarters: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }
const counted: Readonly<Record<string, number>> = { hai: 2, ba: 3, sáu: 6, chín: 9 }
/** Words that make a date a due date; without one a date is that of a document, or of an event. */
const BEFORE =
  '(?:trước|chậm nhất(?: là)?|muộn nhất(?: là)?|đến hết|đến trước|đến|hết|xong trước|xong trong|xong|hoàn thành(?: trước| trong| vào)?|thời gian|thời hạn|hạn|trong|vào|nhân)'
const SEP = '(?:\\s*:\\s*|\\s+)'
const DAY = '(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})(?:\\s*[/.-]\\s*(\\d{4}))?'
const WORDY_DAY = '(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?:\\s+năm\\s+(\\d{4}))?'
const OF_YEAR = '(?:\\s*(?:/|-|năm|của năm)\\s*(\\d{4}))?'
const EVERY = '(?:hằng|hàng|mỗi|từng)'
const QUARTER = '(?:IV|I{1,3}|[1-4])(?![\\p{L}\\d])'

interface Pattern {
  form: RegExp
  read: (match: RegExpExecArray, year: number | null) => Omit<Due, 'text'> | null
}

/** "trước tháng 10" is over with September; "trước ngày 15/9" with the day itself. */
const isBefore = (match: RegExpExecArray) => /^(?:đến |xong |hoàn thành )?trước/iu.test(match[0])

const date = (year: number | null, month: number, day: number): CivilDate | null => {
  if (year === null) return null
  const on = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCivilDate(on) ? on : null
}
const monthEnd = (year: number | null, month: number): CivilDate | null =>
  year === null || month < 0 || month > 12 ? null : month === 0 ? date(year - 1, 12, 31) : lastDayOfMonth(date(year, month, 1)!)
const yearOf = (written: string | undefined, year: number | null) => (written ? Number(written) : year)
const dayOf = ([day, month, written]: (string | undefined)[], year: number | null) =>
  date(yearOf(written, year), Number(month), Number(day))
const onlyOn = (on: CivilDate | null) => (on ? { on } : null)

/** How often; tried in this order and before any day, since "ngày 15 hằng tháng" names no single one. */
const recurrences: readonly Pattern[] = [
  {
    form: new RegExp(
      `(?:định kỳ\\s+)?(?:${BEFORE}${SEP})?(?:ngày\\s+\\d{1,2}(?:\\s+của)?\\s+)?(?:${EVERY}\\s+tháng|một tháng một lần|1 tháng/lần|tháng/lần|định kỳ tháng|báo cáo tháng\\s*,)`,
      'iu',
    ),
    read: () => ({ every: 'month' }),
  },
  {
    form: new RegExp(
      `(?:định kỳ\\s+)?(?:${BEFORE}${SEP})?(?:ngày\\s+\\d{1,2}\\s+(?:tháng cuối\\s+)?(?:của\\s+)?)?(?:${EVERY}\\s+quý|quý/lần|tháng cuối quý|định kỳ quý|một quý một lần|báo cáo quý\\s*(?:,|và))`,
      'iu',
    ),
    read: () => ({ every: 'quarter' }),
  },
  {
    form: /(?:định kỳ\s+)?(?:(?:6|06|sáu)\s+tháng(?:\s+(?:một|1)\s+lần|\/lần|\s*(?:\([^)]*\))?\s*(?:,|và|;)?\s*(?:(?:hằng|hàng|1|một)\s+)?năm(?!\s+\d)(?:\s*\([^)]*\))?)|định kỳ\s+(?:6|06|sáu)\s+tháng|mỗi\s+(?:6|06|sáu)\s+tháng|(?:hằng|hàng)\s+(?:6|06|sáu)\s+tháng)/iu,
    read: () => ({ every: 'half-year' }),
  },
  {
    form: new RegExp(
      `(?:${BEFORE}${SEP})?(?:(?:ngày\\s+)?(?:${DAY}|${WORDY_DAY})\\s+)?(?:${EVERY}\\s+năm|năm/lần|mỗi năm một lần|định kỳ năm)`,
      'iu',
    ),
    read: () => ({ every: 'year' }),
  },
  {
    form: /(?:thực hiện |làm |triển khai )?(?:thường xuyên(?:,\s*liên tục)?|liên tục(?:,\s*thường xuyên)?)/iu,
    read: () => ({ every: 'always' }),
  },
]

/** Last days. A sentence may name several: it is over with the last. */
const days: readonly Pattern[] = [
  {
    // "trước ngày 15/6 và 15/12": of two the second.
    form: new RegExp(`${BEFORE}${SEP}(?:ngày\\s+)?${DAY}(?:\\s*(?:,|và)\\s*(?:ngày\\s+)?${DAY})?(?![\\d/%])`, 'iu'),
    read: (match, year) => onlyOn(dayOf(match.slice(4), year) ?? dayOf(match.slice(1), year)),
  },
  {
    form: new RegExp(`${BEFORE}${SEP}(?:ngày\\s+)?${WORDY_DAY}(?!\\d)`, 'iu'),
    read: (match, year) => onlyOn(dayOf(match.slice(1), year)),
  },
  {
    form: new RegExp(`(?:${BEFORE}${SEP})?quý\\s+(?:${QUARTER}\\s*(?:,|và|-|–)\\s*)*(${QUARTER})${OF_YEAR}`, 'iu'),
    read: (match, year) => {
      const quarter = quarters[match[1]!.toUpperCase()] ?? 0
      return onlyOn(monthEnd(yearOf(match[2], year), (isBefore(match) ? quarter - 1 : quarter) * 3))
    },
  },
  {
    // "6 tháng đầu năm", "9 tháng đầu năm", "hai quý cuối năm".
    form: new RegExp(`(?:${BEFORE}${SEP})?(\\d{1,2}|hai|ba|sáu|chín)\\s+(tháng|quý)\\s+(đầu|cuối)\\s+năm(?:\\s+(\\d{4}))?`, 'iu'),
    read: ([, written = '', unit = '', which = '', inYear], year) => {
      const months = (counted[written.toLowerCase()] ?? Number(written)) * (unit.toLowerCase() === 'quý' ? 3 : 1)
      return onlyOn(monthEnd(yearOf(inYear, year), which.toLowerCase() === 'đầu' ? months : 12))
    },
  },
  {
    form: new RegExp(`${BEFORE}${SEP}(?:cuối\\s+)?tháng\\s+(\\d{1,2})${OF_YEAR}`, 'iu'),
    read: (match, year) => onlyOn(monthEnd(yearOf(match[2], year), isBefore(match) ? Number(match[1]) - 1 : Number(match[1]))),
  },
  {
    form: /(?<!trước |từ |\d )tháng\s+(\d{1,2})\s*(?:\/|-|năm)\s*(\d{4})/iu,
    read: (match) => onlyOn(monthEnd(Number(match[2]), Number(match[1]))),
  },
  {
    form: /(?:xong|hoàn thành)(?:\s+trong)?\s+năm\s+(\d{4})/iu,
    read: (match) => onlyOn(monthEnd(Number(match[1]), 12)),
  },
]

/** Years: where no day is named, since "Đề án đến năm 2030" may be the name of a thing. */
const years: readonly Pattern[] = [
  {
    form: new RegExp(`${BEFORE}${SEP}(?:cuối|hết)\\s+năm(?:\\s+(\\d{4}))?|(?:cuối|hết)\\s+năm\\s+(\\d{4})`, 'iu'),
    read: (match, year) => onlyOn(monthEnd(yearOf(match[1] ?? match[2], year), 12)),
  },
  {
    form: new RegExp(`${BEFORE}${SEP}năm\\s+(\\d{4})`, 'iu'),
    read: (match) => onlyOn(monthEnd(Number(match[1]) - (isBefore(match) ? 1 : 0), 12)),
  },
]

/** What a cell of the column "Thời gian" may say without any word before it. */
const barePatterns: readonly Pattern[] = [
  {
    form: new RegExp(`^(?:ngày\\s+)?${DAY}$`, 'iu'),
    read: (match, year) => onlyOn(dayOf(match.slice(1), year)),
  },
  {
    form: new RegExp(`^tháng\\s+(\\d{1,2})${OF_YEAR}$`, 'iu'),
    read: (match, year) => onlyOn(monthEnd(yearOf(match[2], year), Number(match[1]))),
  },
  { form: /^(\d{1,2})\s*\/\s*(\d{4})$/u, read: (match) => onlyOn(monthEnd(Number(match[2]), Number(match[1]))) },
  { form: /^(?:cả\s+)?năm\s+(\d{4})$/iu, read: (match) => onlyOn(monthEnd(Number(match[1]), 12)) },
  { form: /^(?:giai đoạn\s+)?\d{4}\s*[-–]\s*(\d{4})$/iu, read: (match) => onlyOn(monthEnd(Number(match[1]), 12)) },
  { form: /^cả năm$/iu, read: (_, year) => onlyOn(monthEnd(year, 12)) },
]

/** The due date or recurrence that a sentence names. @param year the document's, for dates that name none */
export function dueIn(sentence: string, year: number | null): Due | null {
  const words = withinReach(sentence)
  return firstOf(recurrences, words, year) ?? lastOf(days, words, year) ?? firstOf(years, words, year)
}

/** What a cell of a column of due dates says. Words that are no date are kept as they stand. */
export function dueOfCell(cell: string, year: number | null): Due | null {
  const words = cell.replace(/\s+/g, ' ').trim()
  if (words === '' || /^[-–.]+$/.test(words)) return null
  const found = firstOf(barePatterns, words, year) ?? dueIn(words, year)
  return { ...found, text: words }
}

function firstOf(all: readonly Pattern[], sentence: string, year: number | null): Due | null {
  for (const { form, read } of all) {
    const match = form.exec(sentence)
    const found = match && read(match, year)
    if (match && found) return { text: match[0].trim(), ...found }
    // A day without a year, in a document without one: the words alone.
    if (match && form.source.startsWith(BEFORE) && year === null) return { text: match[0].trim() }
  }
  return null
}

/** The latest day that these patterns find. */
function lastOf(all: readonly Pattern[], sentence: string, year: number | null): Due | null {
  let last: Due | null = null
  for (const { form, read } of all) {
    for (const match of sentence.matchAll(new RegExp(form, `${form.flags}g`))) {
      const found = read(match, year)
      if (found?.on && (!last?.on || found.on > last.on)) last = { text: match[0].trim(), ...found }
    }
  }
  return last ?? firstOf(all, sentence, year)
}
