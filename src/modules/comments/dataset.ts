import type { Dataset } from '../../shared/dataset.ts'
import { text } from './text.ts'

/** What everybody can read of a comment, and nothing else: no address, no account, no code, no score. */
export const commentFields = ['id', 'subject', 'about', 'address', 'parent', 'name', 'body', 'byAccount', 'sentAt', 'replies'] as const
export type CommentField = (typeof commentFields)[number]

export const commentsDataset: Dataset<CommentField> = {
  name: 'comments',
  fields: commentFields,
  // The words are those of the people who wrote them.
  licensed: false,
  words: { vi: text.vi.dataset, en: text.en.dataset },
}
