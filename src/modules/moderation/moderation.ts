import type { Matter } from '../history/index.ts'
import type { Signals } from './spam-score.ts'

/** `waiting`: nobody can read it yet. `removed`: an officer took it away, or refused it. `withdrawn`: its writer took it back. */
export const itemStatuses = ['waiting', 'shown', 'removed', 'withdrawn'] as const
export type ItemStatus = (typeof itemStatuses)[number]

/** Why something was removed; everybody reads the sentence of it. */
export const reasons = [
  'advertising',
  'insult',
  'privateData',
  'incitement',
  'falseInformation',
  'offTopic',
  'duplicate',
  'needsPetition',
  'other',
] as const
export type Reason = (typeof reasons)[number]

/** Lists of the queue. `unread`: shown at once, and no officer has read it yet. */
export const views = ['waiting', 'unread', 'shown', 'removed', 'withdrawn'] as const
export type View = (typeof views)[number]

/** One writing of somebody for everybody, as the queue knows it. No personal text. */
export interface Item {
  id: string
  subjectType: string
  subjectId: string
  aboutType: string
  aboutId: string
  status: ItemStatus
  /** `unread` until an officer has decided on the newest text. */
  step: 'unread' | 'read'
  version: number
  revision: number
  reason: Reason | null
  score: number
  signals: Signals
  suspect: boolean
  sentAt: Date
  movedAt: Date
  /** Null: nobody but the writer and the office ever read it. */
  firstShownAt: Date | null
}

export function viewOf({ status, step }: Pick<Item, 'status' | 'step'>): View {
  return status === 'shown' && step === 'unread' ? 'unread' : status
}

export function matterOf({ id }: Pick<Item, 'id'>): Matter {
  return { type: 'moderation', id }
}

export function aboutOf({ aboutType, aboutId }: Pick<Item, 'aboutType' | 'aboutId'>): Matter {
  return { type: aboutType, id: aboutId }
}
