import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import type { OfficeCalendar } from './calendar.ts'
import { deadlineOf } from './deadline.ts'
import { nationalCalendar } from './national-calendar.ts'
import type { Direction, LimitUnit } from './rules.ts'
import { text } from './text.ts'

/** The JSON of `GET /api/v1/deadlines/{rule}` and of `congdan deadline --json`. */
export interface DeadlineAnswer {
  dueOn: CivilDate
  /** The id that was asked for; `version` is the row in force on `from`. */
  rule: string
  from: CivilDate
  variant: string | null
  name: string
  version: { id: string; effectiveFrom: CivilDate | null; effectiveTo: CivilDate | null }
  limit: { value: number; unit: LimitUnit }
  /** `back`: the latest day before an event. */
  direction: Direction
  startsWith: string
  basis: string
  sure: string
  sureMeans: string
  sources: readonly string[]
  /** True when a day of it lies in a year whose days off are not announced: "tạm tính". */
  provisional: boolean
  steps: { date: CivilDate; counted: boolean; because: string; code: string; provisional: boolean }[]
}

/** Explains one due date in words; throws a refusal with a code. */
export function deadlineAnswer(
  ruleId: string,
  from: string,
  variant: string | null | undefined,
  lang: Lang,
  calendar: OfficeCalendar = nationalCalendar(),
): DeadlineAnswer {
  const deadline = deadlineOf(ruleId, from, variant, calendar)
  const { rule } = deadline
  const words = text[lang]
  return {
    dueOn: deadline.dueOn,
    rule: deadline.ruleId,
    from: deadline.from,
    variant: deadline.variant,
    name: words.ruleName(rule),
    version: { id: rule.id, effectiveFrom: rule.effectiveFrom, effectiveTo: rule.effectiveTo },
    limit: deadline.limit,
    direction: deadline.direction,
    startsWith: words.clockStart(rule),
    basis: rule.legalBasis.join('; '),
    sure: rule.verification,
    sureMeans: words.sure(rule.verification),
    sources: rule.sources,
    provisional: deadline.provisional,
    steps: deadline.steps.map((step) => ({
      date: step.date,
      counted: step.counted,
      because: step.provisional && step.code !== 'firstDay' ? `${words.because(step)} (${words.provisional})` : words.because(step),
      code: step.code,
      provisional: step.provisional,
    })),
  }
}
