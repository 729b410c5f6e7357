import type { FastifyPluginAsync } from 'fastify'
import { apiRoutes } from './api-routes.ts'
import { formRoutes } from './form-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import type { CommentOptions } from './options.ts'
import { ownRoutes } from './own-routes.tsx'
import './comments.table.ts'

/** Comments of readers: the lists, the form, one's own comment, and the API. */
export const commentRoutes: FastifyPluginAsync<CommentOptions> = async (app, options) => {
  for (const routes of [apiRoutes, listRoutes, formRoutes, ownRoutes]) await routes(app, options)
}

export { type BroughtComment, bringComment } from './bring-comment.ts'
export { NAME_LETTERS as COMMENT_NAME_LETTERS } from './comment.ts'
export { compareCommentCounts } from './compare-counts.ts'
export { countComments, countsOfSubjects } from './list-comments.ts'
export { commentModeration } from './moderated.ts'
export { commentNotices } from './notices.ts'
export type { CommentOptions } from './options.ts'
export { CommentSection } from './pages/comment-section.tsx'
export { commentPersonalData } from './personal-data.ts'
export { loadSection, type Section } from './section.ts'
export { type Commented, type CommentSubject, type CommentSubjects, commentTags } from './subject.ts'
export { text as commentsText } from './text.ts'
