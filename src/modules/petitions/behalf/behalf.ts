import type { CivilDate } from '../../../shared/civil-date.ts'

/** Whose petition it is: the filer's own, somebody's for whom the filer speaks, or a group's. */
export const behalves = ['self', 'representative', 'group'] as const
export type Behalf = (typeof behalves)[number]
/** What a case may be that is not the filer's own alone. */
export const forOthers = ['representative', 'group'] as const satisfies readonly Behalf[]

/** Why somebody may speak for another. General knowledge of the law on complaints (KN Đ12, mark K): a lawyer must check the list. */
export const representationGrounds = ['guardian', 'relative', 'lawyer', 'organisation'] as const
export type RepresentationGround = (typeof representationGrounds)[number]

/** From this many people on a petition is of many (đơn nhiều người): TT 07/2014 Đ6, read; kept by TT 05/2021 as far as known. */
export const GROUP_FROM = 5
/** People who may speak for a group, the filer among them: 1 to 5 (KN Đ8, mark K). */
export const MOST_SPOKESPEOPLE = 5
/** Names of signers that are taken down; the number of people may be larger. */
export const MOST_SIGNERS = 200

export type PartyRole = 'represented' | 'spokesperson' | 'signer'

export interface Party {
  role: PartyRole
  /** Number among those of the role; stays when others go. */
  position: number
  name: string
  address: string | null
  phone: string | null
  identityNumber: string | null
  /** Day from which this person speaks or signs no more; null: still does. */
  endedOn: CivilDate | null
}

/** What everybody in the office may know; names are apart. */
export interface BehalfFacts {
  behalf: (typeof forOthers)[number]
  ground: RepresentationGround | null
  /** How many people it is of. */
  people: number
}
