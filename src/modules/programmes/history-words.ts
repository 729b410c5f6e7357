import type { Lang } from '../../shared/lang.ts'
import { text as clockText } from './clock/text.ts'
import { text as reportsText } from './reports/text.ts'
import { text as verdictsText } from './verdicts/text.ts'

/** Steps of the clock, of periodic reports and of verdicts stand in the histories of items and programmes too. */
const eventsOf = (lang: Lang): Record<string, string> => ({
  ...clockText[lang].event,
  ...reportsText[lang].event,
  ...verdictsText[lang].event,
})

export const otherEvents = { vi: eventsOf('vi'), en: eventsOf('en') }
export const otherRoles = { vi: reportsText.vi.role, en: reportsText.en.role }
