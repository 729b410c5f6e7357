import type { Lang } from '../../../shared/lang.ts'
import type { BulkAct } from './bulk-act.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of one press on many cases. */
export interface BulkText {
  toolbar: string
  choose: (code: string) => string
  acts: Record<BulkAct, string>
  previewTitle: Record<BulkAct, string>
  previewLead: Record<BulkAct, string>
  will: (n: string) => string
  willNot: (n: string) => string
  nothing: string
  code: string
  subject: string
  state: string
  reason: string
  hidden: string
  noOfficer: string
  press: Record<BulkAct, string>
  back: string
  reportTitle: Record<BulkAct, string>
  done: (n: string) => string
  notDone: (n: string) => string
  left: (n: string) => string
  resume: string
  result: string
  isDone: string
  download: string
  downloadHint: string
  fields: Record<'viec' | 'don' | 'unit' | 'officer' | 'id', string>
  /** Of a case among many; other refusals in the words of petitions. */
  errors: Record<
    | 'read_singly'
    | 'files_read_singly'
    | 'wrong_status'
    | 'matter_changed'
    | 'not_found'
    | 'nothing_to_remind'
    | 'no_owner'
    | 'own_work'
    | 'reminded_today',
    string
  >
  /** Mark in the list of a case that was pressed on today. */
  remindedToday: string
  /** One mail an officer and press. */
  mail: {
    subject: (day: string, n: number) => string
    lead: (by: string, n: number) => string
    line: (code: string, kind: string, dueOn: string | null) => string
    closing: (authority: string) => string
  }
  csvHead: readonly string[]
}

export const text: Record<Lang, BulkText> = { vi, en }
