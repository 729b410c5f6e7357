import type { Db } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import type { Passage } from './document.ts'
import { listPassages } from './document-repository.ts'
import './documents.table.ts'

export interface Edition {
  edition: number
  madeAt: Date
}

/** Editions of a text, the newest first. */
export function listEditions(db: Db, scope: Scope, documentId: string): Promise<Edition[]> {
  return db
    .selectFrom('document_editions')
    .select(['edition', 'made_at as madeAt'])
    .where('authority_id', '=', scope.authorityId)
    .where('document_id', '=', documentId)
    .orderBy('edition', 'desc')
    .limit(200)
    .execute()
}

/** What became of a text from one edition to the next. */
export interface EditionChanges {
  same: number
  /** Each new sentence that stands elsewhere, is in other words, or is new; with what it was. */
  moved: { was: Passage; is: Passage }[]
  changed: { was: Passage; is: Passage }[]
  fresh: Passage[]
  /** What this edition has no longer. */
  orphans: Passage[]
}

export async function changesOf(db: Db, scope: Scope, documentId: string, edition: number): Promise<EditionChanges> {
  const [before, now] = await Promise.all([listPassages(db, scope, documentId, edition - 1), listPassages(db, scope, documentId, edition)])
  const old = new Map(before.map((passage) => [passage.anchorId, passage]))
  const here = new Set(now.map(({ anchorId }) => anchorId))
  const pairs = (came: Passage['came']) =>
    now.flatMap((is) => {
      const was = is.came === came ? old.get(is.anchorId) : undefined
      return was ? [{ was, is }] : []
    })
  return {
    same: now.filter(({ came }) => came === 'same').length,
    moved: pairs('moved'),
    changed: pairs('changed'),
    fresh: now.filter(({ came }) => came === 'new'),
    orphans: before.filter(({ anchorId }) => !here.has(anchorId)),
  }
}
