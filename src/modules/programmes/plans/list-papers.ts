import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { listNewestDocuments } from '../../documents/index.ts'

const MOST = 50

/** Papers with a text that a plan may be read from, those changed last first, as suggestions. */
export async function listPapers(db: Db, scope: Scope): Promise<{ slug: string; subject: string }[]> {
  const documents = await listNewestDocuments(db, scope, MOST)
  return documents
    .filter(({ edition }) => edition > 0)
    .map(({ slug, number, subject }) => ({ slug, subject: [number, subject].filter(Boolean).join(' – ') }))
}
