import type { Lang } from '../../shared/lang.ts'
import type { PetitionAct } from './lifecycle.ts'
import type {
  Attendance,
  Closing,
  DeclineGround,
  Outcome,
  PetitionKind,
  PetitionStatus,
  PetitionStep,
  Stage,
  SuspensionGround,
  Verdict,
} from './petition.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of the petition itself, shared by its pages, the API and the history. Pages have words of their own. */
export interface PetitionText {
  kind: Record<PetitionKind, string>
  status: Record<PetitionStatus, string>
  step: Record<PetitionStep, string>
  act: Record<PetitionAct, string>
  outcome: Record<Outcome, string>
  verdict: Record<Verdict, string>
  satisfaction: Record<1 | 2 | 3 | 4 | 5, string>
  ground: Record<DeclineGround, string>
  suspensionGround: Record<SuspensionGround, string>
  closing: Record<Closing, string>
  attendance: Record<Attendance, string>
  stage: Record<Stage, string>
  /** The seven criteria of complexity, 1 to 7. */
  criteria: readonly string[]
  channel: Record<'online' | 'counter', string>
  /** Of a date that was moved, resumed, promised, or answered before. */
  /** A unit that has ended, and who has its work now. */
  nowAt: (unit: string, heir: string) => string
  moved: (from: string, to: string) => string
  newDue: (day: string) => string
  wasPromised: (day: string) => string
  wasAnswered: (day: string) => string
  appealCode: (code: string) => string
  appealLate: (day: string) => string
  /** Stands in place of erased words. */
  erased: string
  /** The same, when the time of keeping was over. */
  erasedInTime: string
  /** Sentence of each kind of history entry. */
  event: Record<string, string>
  role: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string>
  /** For the administrator: filings that were acknowledged and cannot be put among the petitions. */
  unspread: (n: number) => string
  /** Where a person with information about wrongdoing is sent. */
  denunciation: { title: string; sentences: readonly string[] }
}

export const text: Record<Lang, PetitionText> = { vi, en }
