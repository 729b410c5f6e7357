import type { Lang } from '../../../shared/lang.ts'
import type { Behalf, BehalfFacts, PartyRole, RepresentationGround } from './behalf.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface BehalfText {
  fields: Readonly<Record<string, string>>
  form: {
    title: string
    behalf: string
    choices: Readonly<Record<Behalf, string>>
    representative: string
    representativeLead: string
    groupTitle: string
    groupLead: string
    peopleHint: string
    spokespeopleHint: string
    signersHint: string
    identityHint: string
  }
  grounds: Readonly<Record<RepresentationGround, string>>
  roles: Readonly<Record<PartyRole, string>>
  /** On the case and in lists. */
  ofMany: (n: string) => string
  forAnother: string
  /** Choices of the inbox's filter. */
  filter: Readonly<Record<BehalfFacts['behalf'], string>>
  ground: string
  paper: string
  hidden: string
  erased: string
}

export const text: Record<Lang, BehalfText> = { vi, en }
