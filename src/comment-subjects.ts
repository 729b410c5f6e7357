import type { CommentSubjects } from './modules/comments/index.ts'
import { findPublicArticle } from './modules/news/index.ts'
import { isUuid } from './shared/ids.ts'

/** What takes comments on this site, under the type of its references. */
export const commentSubjects: CommentSubjects = {
  article: {
    find: async (db, scope, id) => {
      const found = isUuid(id) ? await findPublicArticle(db, scope, id) : undefined
      return found && { title: found.head.title, href: found.path, open: true }
    },
    // Lists show the number of comments.
    tags: (id) => [`article:${id}`, 'news'],
  },
}
