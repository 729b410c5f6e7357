import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { dropDocument, indexDocument } from '../search/index.ts'
import type { Article } from './article.ts'
import { plainText } from './document.ts'
import type { ArticleAct } from './lifecycle.ts'
import { paths } from './paths.ts'

/** What readers see is found from the same moment on, and no longer than they see it. */
export async function keepInIndex(trx: Trx, scope: Scope, article: Article, act: ArticleAct): Promise<void> {
  const type = article.kind
  if (act === 'withdraw') await dropDocument(trx, scope, { type, id: article.id })
  if (article.status !== 'published') return
  const { id, title, lead, body, tags, author, source, publishedAt } = article
  await indexDocument(trx, scope, {
    type,
    id,
    href: paths.shown(article),
    title,
    words: [lead, plainText(body), tags.join(', '), author, source].filter(Boolean).join('\n\n'),
    publishedAt: publishedAt!,
  })
}
