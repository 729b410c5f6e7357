import type { Db, Trx } from '../../platform/database.ts'
import { isUuid } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Document, DocumentStatus, LinkKind } from './document.ts'
import './documents.table.ts'

interface Link {
  documentId: string
  kind: LinkKind
  otherId: string
}

export async function setLink(trx: Trx, scope: Scope, { documentId, kind, otherId }: Link, removed: boolean): Promise<void> {
  const row = { authority_id: scope.authorityId, document_id: documentId, kind, other_id: otherId }
  if (!removed) {
    await trx
      .insertInto('document_links')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return
  }
  await trx
    .deleteFrom('document_links')
    .where('authority_id', '=', scope.authorityId)
    .where('document_id', '=', documentId)
    .where('kind', '=', kind)
    .where('other_id', '=', otherId)
    .execute()
}

/** The other document of a link, and which of the two does it. */
export interface LinkedDocument extends Pick<Document, 'id' | 'slug' | 'number' | 'subject' | 'status' | 'kind'> {
  link: LinkKind
  /** `to`: this document replaces that one; `from`: it is replaced by it. */
  way: 'to' | 'from'
}

/** What a document does to others and what others do to it. */
export async function listLinks(db: Db, scope: Scope, documentId: string, statuses: readonly DocumentStatus[]): Promise<LinkedDocument[]> {
  const oneWay = (way: 'to' | 'from') => {
    const [own, other] = way === 'to' ? (['l.document_id', 'l.other_id'] as const) : (['l.other_id', 'l.document_id'] as const)
    return db
      .selectFrom('document_links as l')
      .innerJoin('documents as d', (join) => join.onRef('d.authority_id', '=', 'l.authority_id').onRef('d.id', '=', other))
      .select(['d.id', 'd.slug', 'd.number', 'd.subject', 'd.status', 'd.kind', 'l.kind as link'])
      .where('l.authority_id', '=', scope.authorityId)
      .where(own, '=', documentId)
      .where('d.status', 'in', [...statuses])
      .orderBy('l.kind')
      .orderBy('d.slug')
      .limit(200)
      .execute()
  }
  const [to, from] = await Promise.all([oneWay('to'), oneWay('from')])
  return [...to.map((row) => ({ ...row, way: 'to' as const })), ...from.map((row) => ({ ...row, way: 'from' as const }))]
}

/** Documents that an officer may mean by an address, an id or a number and symbol; discarded ones are gone. At most two, which are too many. */
export function findDocumentsNamed(db: Db, scope: Scope, typed: string): Promise<Pick<Document, 'id' | 'status'>[]> {
  return db
    .selectFrom('documents')
    .select(['id', 'status'])
    .where('authority_id', '=', scope.authorityId)
    .where('status', '<>', 'discarded')
    .where((eb) =>
      eb.or([
        eb('slug', '=', typed.split('/van-ban/').at(-1)!),
        eb('number', '=', typed),
        ...(isUuid(typed) ? [eb('id', '=', typed)] : []),
      ]),
    )
    .limit(2)
    .execute()
}
