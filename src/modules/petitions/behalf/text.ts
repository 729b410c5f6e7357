import type { Lang } from '../../../shared/lang.ts'
import type { Behalf, BehalfFacts, PartyRole, RepresentationGround } from './behalf.ts'
import type { GroupChange, GroupRole } from './group-input.ts'
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
  /** Those who stopped. */
  former: string
  /** Spoke or signed until that day. */
  until: (day: string) => string
  /** The counter puts right who speaks for a group and who signed. */
  group: {
    title: string
    lead: string
    link: string
    filer: string
    none: Readonly<Record<GroupRole, string>>
    people: Readonly<Record<GroupRole, string>>
    head: { name: string; contact: string; acts: string }
    /** Links and buttons by change; heard with the name behind them. */
    change: Readonly<Record<GroupChange, string>>
    remove: Readonly<Record<GroupRole, string>>
    add: Readonly<Record<GroupRole, string>>
    /** Above the form: what is about to be done. */
    formLead: Readonly<Record<GroupChange, string>>
    reasonHint: string
    cancel: string
    done: string
    /** What the history says beside the name of its entry. */
    told: (change: GroupChange, role: GroupRole, position: number) => string
  }
}

export const text: Record<Lang, BehalfText> = { vi, en }
