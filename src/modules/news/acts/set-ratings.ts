import { DomainError } from '../../../shared/errors.ts'
import { RatingsInput } from '../fields.ts'
import { articleAct } from './article-act.ts'

/** Readers may rate the article from now on, or no longer. What they rated before stays, and stays in sight. */
export const setRatings = articleAct(RatingsInput, async ({ matter, input }) => {
  const ratingsOn = input.ratings === 'on'
  if (matter.kind === 'page') throw new DomainError('ratings_not_of_pages', 409)
  if (matter.ratingsOn === ratingsOn) throw new DomainError('ratings_already_so', 409)
  return {
    set: { ratingsOn },
    history: { type: ratingsOn ? 'article.ratingsOpened' : 'article.ratingsClosed', audience: 'internal' },
  }
})
