import type { Matter } from '../history/index.ts'
import type { Count } from '../tallies/index.ts'
import { type Comment, subjectOf, writeSubject } from './comment.ts'

/** Names of the counts below. */
export const countedNames = ['comment.shown'] as const

/** Whose count it is: of one subject. */
export const ownerOf = (subject: Matter) => writeSubject(subject)

export function countsFor(comment: Pick<Comment, 'status' | 'subjectType' | 'subjectId'>): Count[] {
  return comment.status === 'shown' ? [{ name: 'comment.shown', owner: ownerOf(subjectOf(comment)), bucket: 'shown' }] : []
}
