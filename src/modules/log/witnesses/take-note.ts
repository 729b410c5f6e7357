import type { Db } from '../../../platform/database.ts'
import { DomainError, InvalidInput } from '../../../shared/errors.ts'
import { FormatError } from '../../../shared/tlog/bytes.ts'
import { type OpenedCheckpoint, openCheckpoint } from '../../../shared/tlog/checkpoint.ts'
import { BadSignature, parseNote } from '../../../shared/tlog/note.ts'
import { openRefusal, type Refusal } from '../../../shared/tlog/refusal.ts'
import { parseVkey } from '../../../shared/tlog/vkey.ts'
import type { Scope } from '../../accounts/index.ts'
import { listLogKeys } from '../log-keys.ts'
import { keepCosignature, keepRefusal, validCosignature } from './cosignatures.ts'
import type { Witness } from './witness.ts'
import { listWitnesses } from './witness-repository.ts'
import '../log.table.ts'

/**
 * Takes cosignatures that a witness has brought by itself.
 * @throws InvalidInput for what is no checkpoint; DomainError checkpoint_unknown 409 when this log never was so; witness_unknown 403
 */
export async function takeCosignatures(db: Db, scope: Scope, note: string, now: Date): Promise<{ size: number; witnesses: string[] }> {
  const { checkpoint, note: signed } = await openOwn(db, scope, note)
  const head = await db
    .selectFrom('log_heads')
    .select('checkpoint')
    .where('authority_id', '=', scope.authorityId)
    .where('size', '=', checkpoint.size)
    .executeTakeFirst()
  // Signed by our key and not among our heads: another server has this key.
  if (!head || parseNote(head.checkpoint).text !== signed.text) throw new DomainError('checkpoint_unknown', 409)
  const taken: string[] = []
  for (const witness of await listWitnesses(db, scope)) {
    const valid = validCosignature(witness, signed.text, signed.signatures, now)
    if (!valid) continue
    await keepCosignature(db, scope, witness, { size: checkpoint.size, ...valid }, now)
    taken.push(witness.vkey)
  }
  if (taken.length === 0) throw new DomainError('witness_unknown', 403)
  return { size: checkpoint.size, witnesses: taken }
}

async function openOwn(db: Db, scope: Scope, note: string): Promise<OpenedCheckpoint> {
  const keys = (await listLogKeys(db, scope)).map(({ vkey }) => parseVkey(vkey))
  try {
    return openCheckpoint(note, keys)
  } catch (error) {
    if (error instanceof FormatError) throw new InvalidInput([{ field: 'note', code: 'invalid_value' }])
    if (error instanceof BadSignature) throw new DomainError('checkpoint_unknown', 409)
    throw error
  }
}

/**
 * Takes what a witness says that it will not cosign, signed by it.
 * @throws InvalidInput for what is no refusal; DomainError witness_unknown 403
 */
export async function takeRefusal(db: Db, scope: Scope, note: string, now: Date): Promise<Refusal> {
  const origins = (await listLogKeys(db, scope)).map(({ vkey }) => parseVkey(vkey).name)
  const found = await findSpeaker(db, scope, note)
  if (!found || !origins.includes(found.refusal.origin)) throw new DomainError('witness_unknown', 403)
  const { witness, refusal } = found
  const { reason, known, shown } = refusal
  await keepRefusal(db, scope, witness, { reason, known: known.size, shown: shown.size }, now, note)
  return refusal
}

async function findSpeaker(db: Db, scope: Scope, note: string): Promise<{ witness: Witness; refusal: Refusal } | null> {
  for (const witness of await listWitnesses(db, scope)) {
    try {
      return { witness, refusal: openRefusal(note, parseVkey(witness.vkey)) }
    } catch (error) {
      if (error instanceof FormatError) throw new InvalidInput([{ field: 'note', code: 'invalid_value' }])
      if (!(error instanceof BadSignature)) throw error
    }
  }
  return null
}
