import { type Article, newsPaths, plainText } from './modules/news/index.ts'
import { dropDocument, indexDocument } from './modules/search/index.ts'
import type { Trx } from './platform/database.ts'

/** In the transaction of each act on an article: what readers see is found by the search, and nothing else. */
export async function indexArticle(trx: Trx, scope: { authorityId: number }, article: Article): Promise<void> {
  const { id, slug, status, title, lead, body, publishedAt } = article
  if (status !== 'published' || !publishedAt) return dropDocument(trx, scope, { type: 'article', id })
  const words = [lead, plainText(body)].filter(Boolean).join('\n\n')
  await indexDocument(trx, scope, { type: 'article', id, href: newsPaths.article(slug), title, words, publishedAt })
}
