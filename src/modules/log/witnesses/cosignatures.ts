import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { runPrepared } from '../../../platform/write-together.ts'
import { newId } from '../../../shared/ids.ts'
import { cosignatureVerifier, cosignedAt } from '../../../shared/tlog/cosignature.ts'
import { formatSignature, type NoteSignature } from '../../../shared/tlog/note.ts'
import type { Refusal } from '../../../shared/tlog/refusal.ts'
import { parseVkey } from '../../../shared/tlog/vkey.ts'
import type { Scope } from '../../accounts/index.ts'
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

interface LeafUnderHead {
  position: number
  leaf: Buffer
  size: number
  checkpoint: string
  /** Vkey of the key that signed the head. */
  key: string | null
  /** As `cosignaturesOn` lists them. */
  cosigned: { line: string; vkey: string }[]
}

/**
 * In one question: the leaf of an entry with the first head over it that a witness at work has cosigned, else with the first of all.
 * A key signs the heads behind the one at which it came; the first signed from the beginning.
 */
export async function findLeafUnderHead(db: Db, { authorityId }: Scope, entryId: string): Promise<LeafUnderHead | undefined> {
  const rows = await runPrepared<LeafUnderHead>(
    db,
    `select l.position, l.leaf, h.size, h.checkpoint,
      (select k.vkey from log_keys k where k.authority_id = l.authority_id and (k.number = 1 or k.from_size < h.size)
       order by k.number desc limit 1) as key,
      coalesce(
        (select json_agg(json_build_object('line', c.line, 'vkey', w.vkey) order by w.added_at, w.id) from log_cosignatures c
         join log_witnesses w on w.authority_id = c.authority_id and w.id = c.witness_id
         where c.authority_id = l.authority_id and c.size = h.size and w.retired_at is null), '[]') as cosigned
    from log_leaves l
    cross join lateral (
      (select 1 as rank, h.size, h.checkpoint from log_cosignatures c
         join log_witnesses w on w.authority_id = c.authority_id and w.id = c.witness_id
         join log_heads h on h.authority_id = c.authority_id and h.size = c.size
       where c.authority_id = l.authority_id and c.size > l.position and w.retired_at is null
       order by c.size limit 1)
      union all
      (select 2, size, checkpoint from log_heads where authority_id = l.authority_id and size > l.position order by size limit 1)
      order by rank limit 1
    ) h
    where l.authority_id = $1 and l.entry_id = $2`,
    [authorityId, entryId],
  )
  return rows[0]
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
