import type { Reason } from '../../src/modules/moderation/index.ts'
import commentsJson from './comments.json' with { type: 'json' }

/** What a moderator did with it, in order. */
export interface DemoDecision {
  act: 'approve' | 'remove'
  /** User name. */
  by: string
  daysAgo: number
  at: string
  reason?: Reason
  /** For the writer alone. */
  words?: string
}

export interface DemoComment {
  key: string
  /** Key of the article. */
  article: string
  /** Key of the comment that it answers. */
  answers?: string
  /** User name of who is signed in, whose name is shown; or the name that a guest wrote. */
  account?: string
  name?: string
  body: string
  daysAgo: number
  at: string
  decisions: DemoDecision[]
}

/** In the order in which they came. */
export const demoComments = commentsJson as unknown as DemoComment[]
