import { DomainError } from '../../../shared/errors.ts'
import type { ActContext } from '../../lifecycle/index.ts'
import type { Article } from '../article.ts'
import { requireFilesReady, showFiles } from '../article-files.ts'
import { personalFindings, unready } from '../rules.ts'
import { saveTags } from '../slug-repository.ts'

type Shown = Pick<ActContext<Article, { checked?: boolean | undefined }>, 'trx' | 'scope' | 'matter' | 'input'>

/**
 * Whether this text may stand before readers: it is whole, its files were looked at, and so was what looks like data of people.
 * @throws DomainError body_missing, picture_without_words, file_missing, file_unconfirmed, personal_data_unconfirmed 409
 */
export async function requireShowable({ trx, scope, matter, input }: Shown): Promise<void> {
  const [code] = unready(matter)
  if (code) throw new DomainError(code, 409)
  await requireFilesReady(trx, scope, matter)
  if (!input.checked && personalFindings(matter).length > 0) throw new DomainError('personal_data_unconfirmed', 409)
}

/** The article stands before readers from now on; the day on which they first saw it stays. */
export async function showToReaders({ trx, scope, matter, now }: ActContext<Article, unknown>): Promise<Partial<Article>> {
  const publishedAt = matter.publishedAt ?? now
  await saveTags(trx, scope, { ...matter, publishedAt }, true)
  await showFiles(trx, scope, matter, matter.body, now)
  return { publishedAt, scheduledAt: null, updatedAt: now }
}
