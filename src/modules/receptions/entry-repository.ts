import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { fold } from '../../shared/vietnamese-text.ts'
import type { Scope } from '../accounts/index.ts'
import type { Entry, Person, Words } from './entry.ts'
import './receptions.table.ts'

export const entryColumns = [
  'id',
  'year',
  'number',
  'received_on as receivedOn',
  'occasion',
  'classification',
  'people',
  'root_id as rootId',
  'matter_type as matterType',
  'matter_id as matterId',
  'settled_by as settledBy',
  'competent',
  'guided_to as guidedTo',
  'guided_document as guidedDocument',
  'transferred_to as transferredTo',
  'transferred_document as transferredDocument',
  'status',
  'version',
] as const

/** Column of each fact that an act may change. */
const columnOf = {
  receivedOn: 'received_on',
  occasion: 'occasion',
  classification: 'classification',
  people: 'people',
  rootId: 'root_id',
  matterType: 'matter_type',
  matterId: 'matter_id',
  settledBy: 'settled_by',
  competent: 'competent',
  guidedTo: 'guided_to',
  guidedDocument: 'guided_document',
  transferredTo: 'transferred_to',
  transferredDocument: 'transferred_document',
  status: 'status',
  version: 'version',
} as const satisfies Partial<Record<keyof Entry, string>>

const entries = (db: Db, scope: Scope) =>
  db.selectFrom('reception_entries').select(entryColumns).where('authority_id', '=', scope.authorityId)

export function findEntry(db: Db, scope: Scope, { year, number }: Pick<Entry, 'year' | 'number'>): Promise<Entry | undefined> {
  return entries(db, scope).where('year', '=', year).where('number', '=', number).executeTakeFirst()
}

export function findById(db: Db, scope: Scope, id: string): Promise<Entry | undefined> {
  return entries(db, scope).where('id', '=', id).executeTakeFirst()
}

export function findByToken(db: Db, scope: Scope, clientToken: string): Promise<Entry | undefined> {
  return entries(db, scope).where('client_token', '=', clientToken).executeTakeFirst()
}

export function findByMatter(db: Db, scope: Scope, matter: { type: string; id: string }): Promise<Entry | undefined> {
  return entries(db, scope).where('matter_type', '=', matter.type).where('matter_id', '=', matter.id).executeTakeFirst()
}

export function lockEntry(trx: Trx, scope: Scope, id: string): Promise<Entry | undefined> {
  return entries(trx, scope).where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function insertEntry(
  trx: Trx,
  scope: Scope,
  entry: Entry,
  more: { clientToken: string; personId: string | null; at: Date },
): Promise<void> {
  await trx
    .insertInto('reception_entries')
    .values({
      authority_id: scope.authorityId,
      id: entry.id,
      year: entry.year,
      number: entry.number,
      received_on: entry.receivedOn,
      occasion: entry.occasion,
      classification: entry.classification,
      people: entry.people,
      root_id: entry.rootId,
      matter_type: entry.matterType,
      matter_id: entry.matterId,
      settled_by: entry.settledBy,
      competent: entry.competent,
      guided_to: entry.guidedTo,
      guided_document: entry.guidedDocument,
      transferred_to: entry.transferredTo,
      transferred_document: entry.transferredDocument,
      status: entry.status,
      client_token: more.clientToken,
      written_by: more.personId,
      written_at: more.at,
    })
    .execute()
}

export async function saveEntry(trx: Trx, scope: Scope, entry: Entry, set: Partial<Entry>): Promise<Entry> {
  const changed = Object.fromEntries(Object.entries(set).map(([fact, value]) => [columnOf[fact as keyof typeof columnOf], value]))
  await trx.updateTable('reception_entries').set(changed).where('authority_id', '=', scope.authorityId).where('id', '=', entry.id).execute()
  return { ...entry, ...set }
}

/** Letters and digits without tones, as they are searched for. */
const searchable = (...texts: (string | null)[]) =>
  sql<string>`to_tsvector('simple', ${(fold(texts.filter(Boolean).join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')})`

export async function savePerson(trx: Trx, scope: Scope, entry: Pick<Entry, 'id' | 'classification'>, person: Person): Promise<void> {
  const values = {
    name: person.name,
    address: person.address,
    identity: person.identity,
    representatives: person.representatives,
    search: searchable(person.name, person.representatives),
  }
  await trx
    .insertInto('reception_people')
    .values({ authority_id: scope.authorityId, entry_id: entry.id, classification: entry.classification, ...values })
    .onConflict((row) => row.columns(['authority_id', 'entry_id']).doUpdateSet(values))
    .execute()
}

export async function saveWords(trx: Trx, scope: Scope, entryId: string, words: Words): Promise<void> {
  const values = { summary: words.summary, follow_up: words.followUp, search: searchable(words.summary) }
  await trx
    .insertInto('reception_words')
    .values({ authority_id: scope.authorityId, entry_id: entryId, ...values })
    .onConflict((row) => row.columns(['authority_id', 'entry_id']).doUpdateSet(values))
    .execute()
}

export async function findPeople(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('reception_people')
    .select(['entry_id', 'name', 'address', 'identity', 'representatives'])
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ entry_id, ...person }) => [entry_id, person]))
}

export async function findWords(db: Db, scope: Scope, ids: readonly string[]): Promise<Map<string, Words>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('reception_words')
    .select(['entry_id', 'summary', 'follow_up as followUp'])
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ entry_id, ...words }) => [entry_id, words]))
}
