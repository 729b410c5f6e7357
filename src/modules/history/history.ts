import { createHmac, randomBytes } from 'node:crypto'
import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, worked, writeTogether } from '../../platform/write-together.ts'
import { newId } from '../../shared/ids.ts'
import './history.table.ts'

/** Anything that has a history: a petition, an appointment, an article. */
export interface Matter {
  type: string
  id: string
}

interface Scope {
  authorityId: number
}

export type Audience = 'public' | 'filer' | 'internal'

/** Facts may hold ids, codes, numbers and dates. What a person wrote goes into `words`. */
export type Facts = Record<string, string | number | boolean | null | readonly (string | number)[]>

export interface NewEntry {
  type: string
  audience: Audience
  facts?: Facts
  /** Text of a person: kept in an erasable side table, with only a salted commitment in the entry. */
  words?: Record<string, string | null>
  /** Values that are kept nowhere readable: commitment and salt alone, so that whoever brings the value can show that it stood there. */
  sealed?: Record<string, string>
}

export interface Entry {
  id: string
  seq: number
  type: string
  at: Date
  actorRole: string | null
  actorId: string | null
  audience: Audience
  facts: Record<string, unknown>
  words: Record<string, string>
}

/** HMAC-SHA256 of the words under a salt of 16 random bytes, hex: nothing can be guessed from it without the salt. */
export function commitment(words: string, salt: Buffer): string {
  return createHmac('sha256', salt).update(words, 'utf8').digest('hex')
}

interface By {
  role: string | null
  personId: string | null
  at: Date
}

/** The writes of one entry, for a caller that does them together with others; `seq` is known for a matter's first entry. */
export function entryWrites(scope: Scope, matter: Matter, entry: NewEntry, by: By, seq: number | null = null) {
  const id = newId(by.at.getTime())
  const words = Object.entries(entry.words ?? {}).filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '')
  const salted = [
    ...words.map(([field, text]) => ({ field, text, kept: text, salt: randomBytes(16) })),
    ...Object.entries(entry.sealed ?? {}).map(([field, text]) => ({ field, text, kept: '', salt: randomBytes(16) })),
  ]
  const commitments = Object.fromEntries(salted.map(({ field, text, salt }) => [`${field}Commitment`, commitment(text, salt)]))
  const next = `(select coalesce(max(seq), 0) + 1 from history_entries where authority_id = ${Number(scope.authorityId)} and matter_type = '${matterWord(matter)}' and matter_id = ?)`
  const writes = [
    rowsFor('history_entries', [
      {
        authority_id: scope.authorityId,
        matter_type: matter.type,
        matter_id: matter.id,
        seq: seq ?? worked(next, matter.id),
        id,
        type: entry.type,
        at: by.at,
        actor_role: by.role,
        actor_id: by.personId,
        audience: entry.audience,
        facts: worked('?::jsonb', JSON.stringify({ ...entry.facts, ...commitments })),
      },
    ]),
    rowsFor(
      'history_words',
      salted.map(({ field, kept, salt }) => ({ authority_id: scope.authorityId, entry_id: id, field, words: kept, salt })),
    ),
  ]
  return { id, writes }
}

/** Types of matters are words of the code, never of a person. */
function matterWord({ type }: Matter): string {
  if (!/^[a-zA-Z]+$/.test(type)) throw new Error(`A matter is named by letters, not "${type}".`)
  return type
}

/**
 * Adds one entry inside the act's transaction. The matter must be locked by the caller: entries are numbered without a gap.
 * @returns the new entry's id
 */
export async function appendEntry(trx: Trx, scope: Scope, matter: Matter, entry: NewEntry, by: By): Promise<string> {
  const { id, writes } = entryWrites(scope, matter, entry, by)
  await writeTogether(trx, writes)
  return id
}

/**
 * Adds an entry without words to each of many matters, all locked by the caller: one query to number them, one to write.
 * A matter may be named more than once; its entries keep the order given.
 */
export async function appendEntries(
  trx: Trx,
  scope: Scope,
  items: readonly { matter: Matter; entry: Omit<NewEntry, 'words'> }[],
  by: By,
): Promise<void> {
  if (items.length === 0) return
  const last = await trx
    .selectFrom('history_entries')
    .select(['matter_type', 'matter_id', (eb) => eb.fn.max('seq').as('seq')])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', 'in', [...new Set(items.map(({ matter }) => matter.type))])
    .where('matter_id', 'in', [...new Set(items.map(({ matter }) => matter.id))])
    .groupBy(['matter_type', 'matter_id'])
    .execute()
  const seqs = new Map(last.map((row) => [`${row.matter_type}:${row.matter_id}`, row.seq]))
  const rows = items.map(({ matter, entry }) => {
    const key = `${matter.type}:${matter.id}`
    const seq = (seqs.get(key) ?? 0) + 1
    seqs.set(key, seq)
    return {
      authority_id: scope.authorityId,
      matter_type: matter.type,
      matter_id: matter.id,
      seq,
      id: newId(by.at.getTime()),
      type: entry.type,
      at: by.at,
      actor_role: by.role,
      actor_id: by.personId,
      audience: entry.audience,
      facts: JSON.stringify(entry.facts ?? {}),
    }
  })
  await writeTogether(trx, [rowsFor('history_entries', rows)], { once: true })
}

/** A matter's entries in order, with the words that still exist. */
export async function listHistory(db: Db, scope: Scope, matter: Matter, audiences: readonly Audience[]): Promise<Entry[]> {
  const rows = await db
    .selectFrom('history_entries')
    .select(['id', 'seq', 'type', 'at', 'actor_role', 'actor_id', 'audience', 'facts'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('audience', 'in', [...audiences])
    .orderBy('seq')
    .execute()
  if (rows.length === 0) return []
  const words = await db
    .selectFrom('history_words')
    .select(['entry_id', 'field', 'words'])
    .where('authority_id', '=', scope.authorityId)
    .where(
      'entry_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    seq: row.seq,
    type: row.type,
    at: row.at,
    actorRole: row.actor_role,
    actorId: row.actor_id,
    audience: row.audience,
    facts: row.facts,
    words: Object.fromEntries(words.filter((word) => word.entry_id === row.id).map((word) => [word.field, word.words])),
  }))
}

/** The newest entry: what a second officer is told when the first one was quicker. */
export async function lastEntry(db: Db, scope: Scope, matter: Matter): Promise<Pick<Entry, 'type' | 'at' | 'actorRole'> | undefined> {
  const row = await db
    .selectFrom('history_entries')
    .select(['type', 'at', 'actor_role'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { type: row.type, at: row.at, actorRole: row.actor_role }
}

/** The newest entry of somebody who did something to the matter: that it was held back, or no more, is no step of its own. */
export async function lastStepAt(db: Db, scope: Scope, matter: Matter): Promise<Date | undefined> {
  const row = await db
    .selectFrom('history_entries')
    .select('at')
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    .where('type', 'not in', [`${matter.type}.retentionHeld`, `${matter.type}.retentionLifted`])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

/** One entry of a walk through the history of all matters of a type. */
export interface WalkedEntry {
  matterId: string
  seq: number
  type: string
  at: Date
  facts: Record<string, unknown>
}

/** The next entries of all matters of a type, matter after matter, each in order; by key, so that any number can be walked in batches. */
export async function walkHistory(
  db: Db,
  scope: Scope,
  type: string,
  after: Pick<WalkedEntry, 'matterId' | 'seq'> | null,
  limit: number,
): Promise<WalkedEntry[]> {
  let query = db
    .selectFrom('history_entries')
    .select(['matter_id as matterId', 'seq', 'type', 'at', 'facts'])
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', type)
  if (after) query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('matter_id', 'seq'), '>', tuple(after.matterId, after.seq)))
  return query.orderBy('matter_id').orderBy('seq').limit(limit).execute()
}

/** Erases the words, and the salts of all commitments, in the whole history of a matter; its entries stay. */
export async function eraseHistoryWords(trx: Trx, scope: Scope, matter: Matter): Promise<void> {
  await trx
    .deleteFrom('history_words')
    .where('authority_id', '=', scope.authorityId)
    .where('entry_id', 'in', (eb) =>
      eb
        .selectFrom('history_entries')
        .select('id')
        .where('authority_id', '=', scope.authorityId)
        .where('matter_type', '=', matter.type)
        .where('matter_id', '=', matter.id),
    )
    .execute()
}
