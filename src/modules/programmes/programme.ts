import type { CivilDate } from '../../shared/civil-date.ts'

export const programmeStatuses = ['draft', 'submitted', 'approved', 'published', 'ended', 'discarded'] as const
export type ProgrammeStatus = (typeof programmeStatuses)[number]
/** What everybody may read. */
export const shownStatuses = ['published', 'ended'] as const

export type ProgrammeKind = 'plan' | 'agency'

/** A plan of the authority, or an agency's own programme of action under it. */
export interface Programme {
  id: string
  slug: string
  kind: ProgrammeKind
  /** The plan that an agency's programme carries out. */
  planId: string | null
  /** The agency; null: the plan is the authority's own. */
  unitId: string | null
  /** The paper that it was read from and is measured by. */
  documentId: string | null
  title: string
  status: ProgrammeStatus
  version: number
  /** Day by which an agency's programme must be out. */
  dueOn: CivilDate | null
  startsOn: CivilDate | null
  endsOn: CivilDate | null
  /** Who submitted it does not approve it as well. */
  submittedBy: string | null
  publishedOn: CivilDate | null
  endedOn: CivilDate | null
  createdAt: Date
  updatedAt: Date
}

export function matterOf(programme: { id: string }) {
  return { type: 'programme', id: programme.id }
}
