import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Passage } from './document.ts'
import { paths } from './paths.ts'
import './documents.table.ts'

export interface PlacedPassage extends Pick<Passage, 'anchorId' | 'path' | 'text'> {
  documentId: string
  /** Where it stands on the page of its document. */
  href: string
}

/** Of these sentences the ones of papers that everybody may read, each as its newest edition has it. */
export async function findPassages(db: Db, scope: Scope, anchorIds: readonly string[]): Promise<Map<string, PlacedPassage>> {
  if (anchorIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('document_passages as p')
    .innerJoin('documents as d', (join) => join.onRef('d.authority_id', '=', 'p.authority_id').onRef('d.id', '=', 'p.document_id'))
    .distinctOn('p.anchor_id')
    .select(['p.anchor_id as anchorId', 'p.path', 'p.text', 'p.document_id as documentId', 'd.slug'])
    .where('p.authority_id', '=', scope.authorityId)
    .where('p.anchor_id', 'in', [...anchorIds])
    .where('d.status', '=', 'published')
    .whereRef('p.edition', '<=', 'd.edition')
    .orderBy('p.anchor_id')
    .orderBy('p.edition', 'desc')
    .execute()
  return new Map(
    rows.map(({ slug, ...passage }) => [passage.anchorId, { ...passage, href: `${paths.one(slug)}#${paths.anchor(passage.anchorId)}` }]),
  )
}
