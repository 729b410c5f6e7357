import { DomainError } from '../../../shared/errors.ts'
import type { ActContext } from '../../lifecycle/index.ts'
import type { Article } from '../article.ts'
import { wantsFourEyes } from '../category-repository.ts'
import { unready } from '../rules.ts'
import { saveTags } from '../slug-repository.ts'

/**
 * Whether this person may show this text to readers now.
 * @throws DomainError body_missing, picture_without_words 409 · four_eyes_needed 403
 */
export async function requireReady({ trx, scope, matter, actor }: ActContext<Article, unknown>): Promise<void> {
  const [code] = unready(matter)
  if (code) throw new DomainError(code, 409)
  if (actor && matter.editedBy === actor.personId && (await wantsFourEyes(trx, scope))) throw new DomainError('four_eyes_needed', 403)
}

/** The article stands before readers from now on; the day on which they first saw it stays. */
export async function showToReaders({ trx, scope, matter, now }: ActContext<Article, unknown>): Promise<Partial<Article>> {
  const publishedAt = matter.publishedAt ?? now
  await saveTags(trx, scope, { ...matter, publishedAt }, true)
  return { publishedAt, scheduledAt: null, updatedAt: now }
}
