import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { dropDocument, indexDocument } from '../search/index.ts'
import { type Article, matterOf } from './article.ts'
import { plainText } from './document.ts'
import type { ArticleAct } from './lifecycle.ts'
import { paths } from './paths.ts'

/** What readers see is found from the same moment on, and no longer than they see it. */
export async function keepInIndex(trx: Trx, scope: Scope, article: Article, act: ArticleAct): Promise<void> {
  if (act === 'withdraw') await dropDocument(trx, scope, matterOf(article))
  if (article.status !== 'published') return
  const { id, slug, title, lead, body, tags, author, source, publishedAt } = article
  await indexDocument(trx, scope, {
    type: 'article',
    id,
    href: paths.article(slug),
    title,
    words: [lead, plainText(body), tags.join(', '), author, source].filter(Boolean).join('\n\n'),
    publishedAt: publishedAt!,
  })
}
