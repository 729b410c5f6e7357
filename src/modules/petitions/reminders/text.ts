import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Lang } from '../../../shared/lang.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'
import type { Section } from './who-is-told.ts'

/** Words of the reminders to officers: nothing that a filer wrote. */
export interface ReminderText {
  kind: string
  /** The same, pressed by a superior. */
  bulkKind: string
  subject: (day: string, total: number) => string
  greeting: (name: string) => string
  lead: (day: string) => string
  section: Record<Section, (total: number) => string>
  line: (code: string, kind: string, dueOn: CivilDate, late: number) => string
  ofUnit: (unit: string) => string
  more: (n: number) => string
  /** That no law stands behind the days. */
  local: string
  closing: (authority: string) => string
  inbox: {
    title: string
    overdue: (n: number) => string
    escalated: (n: number) => string
    today: (n: number) => string
    soon: (n: number) => string
  }
}

export const text: Record<Lang, ReminderText> = { vi, en }
