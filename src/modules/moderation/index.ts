import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import type { ModerationOptions } from './feature.ts'
import { officeRoutes } from './office-routes.tsx'
import './moderation.table.ts'

/** The queue of everything that people write for everybody to read: the office's pages and the API. */
export const moderationRoutes: FastifyPluginAsync<ModerationOptions> = async (app, options) => {
  for (const routes of [apiRoutes, officeRoutes]) await routes(app, options)
}

export { type BroughtWriting, bringWriting } from './bring-writing.ts'
export { compareModerationCounts } from './compare-counts.ts'
export { eraseTexts, takeOut } from './erase-texts.ts'
export { actOn as moderate, type ModerationOptions, writerActs } from './feature.ts'
export { secondsOpen, signOpening } from './form-time.ts'
export { findItemOf, listTexts, lockItemOf } from './item-repository.ts'
export type { Described, ModeratedKind, ModeratedKinds } from './kind.ts'
export type { ModerationAct } from './lifecycle.ts'
export { type Item, type ItemStatus, matterOf as moderationMatter, type Reason } from './moderation.ts'
export { paths as moderationPaths } from './paths.ts'
export { submitWriting } from './submit-writing.ts'
export { text as moderationText } from './text.ts'
export { mayReadModeration, waitingForModeration } from './waiting.ts'
