import type { Lang } from '../../../shared/lang.ts'
import type { Outcome } from '../petition.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of what stands beside a case that is like others. */
export interface SimilarText {
  title: string
  lead: string
  past: {
    title: string
    lead: string
    differ: (outcomes: string) => string
    answered: (day: string, outcome: string) => string
    noVerdict: string
  }
}

export type OutcomeNames = Record<Outcome, string>

export const text: Record<Lang, SimilarText> = { vi, en }
