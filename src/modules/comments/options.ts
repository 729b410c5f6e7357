import type { RenderCache } from '../../platform/render-cache.ts'
import type { ModerationOptions } from '../moderation/index.ts'
import type { SendOptions } from './send-comment.ts'

/** What the routes of comments are given by app.ts. */
export interface CommentOptions extends SendOptions {
  cache: Pick<RenderCache, 'send'>
  moderation: ModerationOptions
}
