import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { dropDocument, indexDocument } from '../search/index.ts'
import type { Document } from './document.ts'
import { listPassages } from './document-repository.ts'
import type { DocumentAct } from './lifecycle.ts'
import { paths } from './paths.ts'

/** Letters of a text that are searched; a `tsvector` holds a megabyte and no more. */
const MOST_LETTERS = 200_000

/** What everybody reads is found from the same moment on, and no longer than that. */
export async function keepInIndex(trx: Trx, scope: Scope, document: Document, act: DocumentAct): Promise<void> {
  const { id, slug, number, subject, issuer, signer, edition, status, publishedAt } = document
  if (act === 'withdraw') await dropDocument(trx, scope, { type: 'document', id })
  if (status !== 'published' || act === 'link') return
  const passages = await listPassages(trx, scope, id, edition)
  const words = [issuer, signer, ...passages.map(({ text }) => text)].filter(Boolean).join('\n')
  const title = [number, subject].filter(Boolean).join(' · ')
  const found = { type: 'document', id, href: paths.one(slug), title, words: words.slice(0, MOST_LETTERS), publishedAt: publishedAt! }
  await indexDocument(trx, scope, found)
}
