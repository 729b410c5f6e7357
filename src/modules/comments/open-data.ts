import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { datasetRoutes } from '../../platform/http/index.ts'
import type { CsvValue } from '../../shared/csv.ts'
import { readSubject, subjectOf, writeSubject } from './comment.ts'
import { type CommentField, commentsDataset } from './dataset.ts'
import { labels } from './fields.ts'
import { listApproved, type PublicComment } from './list-comments.ts'
import type { CommentOptions } from './options.ts'
import { paths } from './paths.ts'
import { type Commented, findSubjects, getSubject } from './subject.ts'
import { publicJson } from './views.ts'

const query = { subject: z.string().max(100).optional() }

/**
 * Approved comments under what is public now. What waits, was refused, removed or taken back, and what is shown though no officer has
 * read it, is not among them; nor is what stands under an article that was withdrawn.
 */
export async function openDataRoutes(app: FastifyInstance, { db, subjects }: CommentOptions): Promise<void> {
  datasetRoutes(app, {
    dataset: commentsDataset,
    summary: 'comments that an officer has approved, the oldest first',
    labels,
    query,
    list: async ({ scope }, { subject: named }, after, limit) => {
      const only = named === undefined ? undefined : await getSubject(db, scope, subjects, readSubject(named))
      const { items, next } = await listApproved(db, scope, { subject: only, after, limit })
      const abouts = await findSubjects(db, scope, subjects, items.map(subjectOf))
      const rows = items.flatMap((comment) => {
        const about = abouts.get(writeSubject(subjectOf(comment)))
        return about ? [rowOf(comment, about)] : []
      })
      return { items: rows, next }
    },
  })
}

function rowOf(comment: PublicComment, { title, href }: Commented): Record<CommentField, CsvValue> {
  const { id, subject, parent, name, body, byAccount, sentAt, replies } = publicJson(comment)
  return { id, subject, about: title, address: `${href}#${paths.anchor(id)}`, parent, name, body, byAccount, sentAt, replies }
}
