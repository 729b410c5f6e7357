import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { newId } from '../../../shared/ids.ts'
import { cosignatureVerifier, cosignedAt } from '../../../shared/tlog/cosignature.ts'
import { formatSignature, type NoteSignature } from '../../../shared/tlog/note.ts'
import type { Refusal } from '../../../shared/tlog/refusal.ts'
import { parseVkey } from '../../../shared/tlog/vkey.ts'
import type { Scope } from '../../accounts/index.ts'
import type { Head } from '../head.ts'
import { findHeadOver } from '../tree-repository.ts'
import type { KeptRefusal, Witness } from './witness.ts'
import { saveOutcome } from './witness-repository.ts'
import './witnesses.table.ts'

/** A clock may be a little fast. */
const AHEAD_MS = 5 * 60_000

/** The signature of this witness among those given, if it holds for the checkpoint and is not of the future. */
export function validCosignature(
  witness: Pick<Witness, 'vkey'>,
  checkpoint: string,
  signatures: readonly NoteSignature[],
  now: Date,
): { line: string; at: Date } | null {
  const { name, keyId, verify } = cosignatureVerifier(parseVkey(witness.vkey))
  for (const signature of signatures) {
    const at = cosignedAt(signature)
    if (signature.name !== name || signature.keyId !== keyId || !at || at.getTime() > now.getTime() + AHEAD_MS) continue
    if (verify(checkpoint, signature.bytes)) return { line: formatSignature(signature), at }
  }
  return null
}

/** Keeps the newest cosignature of a witness on a checkpoint. */
export async function keepCosignature(
  db: Db,
  scope: Scope,
  { id }: Pick<Witness, 'id'>,
  { size, line, at }: { size: number; line: string; at: Date },
  now: Date,
): Promise<void> {
  await db
    .insertInto('log_cosignatures')
    .values({ authority_id: scope.authorityId, size, witness_id: id, line, cosigned_at: at })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'size', 'witness_id'])
        .doUpdateSet({ line, cosigned_at: at })
        .where('log_cosignatures.cosigned_at', '<', at),
    )
    .execute()
  await saveOutcome(db, scope, id, { outcome: 'cosigned', knownSize: size }, now)
}

/** Cosignatures on the checkpoint of this size by witnesses at work, with their keys: what goes with it and into receipts. */
export async function cosignaturesOn(db: Db, scope: Scope, size: number): Promise<{ line: string; vkey: string; at: Date }[]> {
  return db
    .selectFrom('log_cosignatures as c')
    .innerJoin('log_witnesses as w', (join) => join.onRef('w.authority_id', '=', 'c.authority_id').onRef('w.id', '=', 'c.witness_id'))
    .select(['c.line', 'w.vkey', 'c.cosigned_at as at'])
    .where('c.authority_id', '=', scope.authorityId)
    .where('c.size', '=', size)
    .where('w.retired_at', 'is', null)
    .orderBy('w.added_at')
    .orderBy('w.id')
    .execute()
}

/** The first head over a leaf that a witness at work has cosigned; until there is one, the first of all. */
export async function findCosignedHeadOver(db: Db, scope: Scope, position: number): Promise<Head | undefined> {
  const cosigned = await db
    .selectFrom('log_cosignatures as c')
    .innerJoin('log_witnesses as w', (join) => join.onRef('w.authority_id', '=', 'c.authority_id').onRef('w.id', '=', 'c.witness_id'))
    .innerJoin('log_heads as h', (join) => join.onRef('h.authority_id', '=', 'c.authority_id').onRef('h.size', '=', 'c.size'))
    .select(['h.size', 'h.root', 'h.checkpoint', 'h.at'])
    .where('c.authority_id', '=', scope.authorityId)
    .where('c.size', '>', position)
    .where('w.retired_at', 'is', null)
    .orderBy('c.size')
    .limit(1)
    .executeTakeFirst()
  return cosigned ?? findHeadOver(db, scope, position)
}

export async function keepRefusal(
  db: Db,
  scope: Scope,
  { id }: Pick<Witness, 'id'>,
  { reason, known, shown }: Pick<Refusal, 'reason'> & { known: number; shown: number },
  now: Date,
  note: string | null = null,
): Promise<void> {
  await db
    .insertInto('log_refusals')
    .values({
      authority_id: scope.authorityId,
      id: newId(now.getTime()),
      witness_id: id,
      reason,
      known_size: known,
      shown_size: shown,
      first_at: now,
      last_at: now,
      note,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'witness_id', 'reason', 'known_size', 'shown_size']).doUpdateSet({
        last_at: sql`greatest(log_refusals.last_at, excluded.last_at)`,
        note: sql`coalesce(excluded.note, log_refusals.note)`,
      }),
    )
    .execute()
  await saveOutcome(db, scope, id, { outcome: 'refused', knownSize: known }, now)
}

/** The newest first. */
export async function listRefusals(db: Db, scope: Scope, limit: number): Promise<KeptRefusal[]> {
  return db
    .selectFrom('log_refusals as r')
    .innerJoin('log_witnesses as w', (join) => join.onRef('w.authority_id', '=', 'r.authority_id').onRef('w.id', '=', 'r.witness_id'))
    .select([
      'r.id',
      'r.witness_id as witnessId',
      'w.title',
      'r.reason',
      'r.known_size as knownSize',
      'r.shown_size as shownSize',
      'r.first_at as firstAt',
      'r.last_at as lastAt',
    ])
    .where('r.authority_id', '=', scope.authorityId)
    .orderBy('r.last_at', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute()
}
