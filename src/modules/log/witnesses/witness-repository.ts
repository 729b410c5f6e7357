import type { Db, Trx } from '../../../platform/database.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { formatVkey, type Vkey } from '../../../shared/tlog/vkey.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { appendEntry, audit, type NewEntry } from '../../history/index.ts'
import { matterOf, type Outcome, type Witness, type WitnessNow } from './witness.ts'
import './witnesses.table.ts'

const columns = [
  'id',
  'title',
  'vkey',
  'url',
  'added_at as addedAt',
  'retired_at as retiredAt',
  'outcome',
  'outcome_at as outcomeAt',
  'known_size as knownSize',
] as const

/** More witnesses than this, with one line each, would not fit into a checkpoint. */
const MOST = 30

/** Witnesses at work, in the order in which they came. */
export async function listWitnesses(db: Db, scope: Scope): Promise<Witness[]> {
  return db
    .selectFrom('log_witnesses')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('retired_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .limit(MOST)
    .execute()
}

/** Those who were, the newest first. */
export async function listRetired(db: Db, scope: Scope): Promise<Witness[]> {
  return db
    .selectFrom('log_witnesses')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('retired_at', 'is not', null)
    .orderBy('retired_at', 'desc')
    .limit(MOST)
    .execute()
}

/** With the newest that each has cosigned. */
export async function listWitnessesNow(db: Db, scope: Scope): Promise<WitnessNow[]> {
  const witnesses = await listWitnesses(db, scope)
  return Promise.all(
    witnesses.map(async (witness) => {
      const newest = await db
        .selectFrom('log_cosignatures')
        .select(['size', 'cosigned_at as at'])
        .where('authority_id', '=', scope.authorityId)
        .where('witness_id', '=', witness.id)
        .orderBy('size', 'desc')
        .limit(1)
        .executeTakeFirst()
      return { ...witness, cosigned: newest ?? null }
    }),
  )
}

export interface NewWitness {
  title: string
  vkey: Vkey
  url: string | null
}

/** @throws DomainError witness_known 409, too_many_witnesses 409 */
export async function addWitness(trx: Trx, scope: Scope, actor: Actor, { title, vkey, url }: NewWitness, at: Date): Promise<string> {
  const id = newId(at.getTime())
  const key = formatVkey(vkey)
  if ((await listWitnesses(trx, scope)).length >= MOST) throw new DomainError('too_many_witnesses', 409, { most: MOST })
  const made = await trx
    .insertInto('log_witnesses')
    .values({
      authority_id: scope.authorityId,
      id,
      title,
      vkey: key,
      url,
      added_by: actor.personId,
      added_at: at,
      retired_by: null,
      retired_at: null,
      outcome: null,
      outcome_at: null,
      known_size: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new DomainError('witness_known', 409)
  await noteChange(trx, scope, actor, 'added', { id, key }, at)
  return id
}

/** @throws DomainError witness_retired 409 when somebody else was quicker, or there is none */
export async function retireWitness(trx: Trx, scope: Scope, actor: Actor, id: string, at: Date): Promise<void> {
  const gone = await trx
    .updateTable('log_witnesses')
    .set({ retired_by: actor.personId, retired_at: at })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .returning('vkey')
    .executeTakeFirst()
  if (!gone) throw new DomainError('witness_retired', 409)
  await noteChange(trx, scope, actor, 'retired', { id, key: gone.vkey }, at)
}

async function noteChange(
  trx: Trx,
  scope: Scope,
  actor: Actor,
  what: 'added' | 'retired',
  { id, key }: { id: string; key: string },
  at: Date,
): Promise<void> {
  const matter = matterOf({ id })
  const by = { role: 'administrator', personId: actor.personId, at }
  const entry: NewEntry =
    what === 'added'
      ? { type: 'witness.added', audience: 'public', facts: { key } }
      : { type: 'witness.retired', audience: 'public', facts: { key } }
  await appendEntry(trx, scope, matter, entry, by)
  await audit(trx, scope, actor, `witness.${what}`, matter, { key })
}

/** What came of a talk. */
export async function saveOutcome(
  db: Db,
  scope: Scope,
  id: string,
  { outcome, knownSize }: { outcome: Outcome; knownSize?: number },
  at: Date,
): Promise<void> {
  await db
    .updateTable('log_witnesses')
    .set({ outcome, outcome_at: at, ...(knownSize === undefined ? {} : { known_size: knownSize }) })
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', id)
    .execute()
}
