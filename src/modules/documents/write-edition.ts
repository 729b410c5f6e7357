import type { Trx } from '../../platform/database.ts'
import type { Block } from '../../platform/office-text/block.ts'
import { writeMany } from '../../platform/write-many.ts'
import { rowsFor } from '../../platform/write-together.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Came, Document } from './document.ts'
import { listPassages } from './document-repository.ts'
import { reAnchor } from './re-anchor.ts'
import { sourceOf, splitText } from './split-text.ts'

/** How the sentences of an edition came from the one before. */
export type TextCounts = Record<Came, number> & { passages: number; orphaned: number }

export interface NewEdition {
  edition: number
  counts: TextCounts
}

/** Writes the next edition of a text: its passages with the anchors that they had before. What the new one has not stays in the old one. */
export async function writeEdition(
  trx: Trx,
  scope: Scope,
  document: Pick<Document, 'id' | 'edition'>,
  blocks: readonly Block[],
  by: { personId: string; at: Date },
): Promise<NewEdition> {
  const before = document.edition === 0 ? [] : await listPassages(trx, scope, document.id, document.edition)
  const edition = document.edition + 1
  const parts = splitText(blocks)
  const { anchors, orphans } = reAnchor(before, parts)
  const key = { authority_id: scope.authorityId, document_id: document.id, edition }
  await trx
    .insertInto('document_editions')
    .values({ ...key, source: sourceOf(blocks), made_at: by.at, made_by: by.personId })
    .execute()
  const rows = parts.map((part, i) => ({
    ...key,
    place: i + 1,
    anchor_id: anchors[i]!.anchorId ?? newId(by.at.getTime()),
    ...part,
    came: anchors[i]!.came,
  }))
  await writeMany(trx, [rowsFor('document_passages', rows)])
  const counts: TextCounts = { new: 0, same: 0, moved: 0, changed: 0, passages: parts.length, orphaned: orphans.length }
  for (const { came } of anchors) counts[came]++
  return { edition, counts }
}
