import type { DocumentHead } from '../../../platform/office-text/head.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'

/** What a plan sets out: what is to be reached, what is to be done, by which means, and figures to be met. */
export type ItemKind = 'objective' | 'task' | 'measure' | 'target'

/** How often something recurs; `always`: "thường xuyên". */
export type Recurrence = 'month' | 'quarter' | 'half-year' | 'year' | 'always'

export interface Due {
  /** The words of the plan. */
  text: string
  /** Last day. */
  on?: CivilDate
  every?: Recurrence
}

/** One sentence of a document by its address: `II/1/a`, and `#2` where a paragraph has several. */
export interface Sentence {
  text: string
  path: string
}

/** One proposal of the reading, for an officer to confirm or mend. */
export interface PlanItem {
  kind: ItemKind
  text: string
  /** The agency that answers for it, as the plan names it; null where the plan names none. */
  lead: string | null
  partners: string[]
  due: Due | null
  sentence: Sentence
  /** 0 to 1: how many of the signs agree. */
  sure: number
}

/** Why a part was not read as an item. */
export type UnreadBecause = 'basis' | 'funding' | 'introduction' | 'heading' | 'closing' | 'no-section' | 'too-short'

export interface Unread {
  text: string
  path: string
  because: UnreadBecause
}

/** Number, date, issuer and subject line. */
export type PlanHead = DocumentHead

export interface ReadPlan {
  document: PlanHead
  items: PlanItem[]
  unread: Unread[]
}
