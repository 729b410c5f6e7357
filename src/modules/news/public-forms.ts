import type { PublicForms } from '../history/index.ts'

/** What the public log says of an article: that its n-th edition was shown, changed or taken down. */
export const articleForms: PublicForms = {
  'article.published': { facts: { edition: 'number', scheduled: 'flag' } },
  'article.revised': { facts: { edition: 'number' }, commitments: ['reason'] },
  'article.withdrawn': { facts: { edition: 'number' }, commitments: ['reason'] },
  'article.republished': { facts: { edition: 'number' } },
}
