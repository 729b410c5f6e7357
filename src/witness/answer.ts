import type { AddCheckpoint } from '../shared/tlog/add-checkpoint.ts'
import { toBase64 } from '../shared/tlog/base64.ts'
import { sameBytes } from '../shared/tlog/bytes.ts'
import { type Checkpoint, openCheckpoint, parseCheckpoint } from '../shared/tlog/checkpoint.ts'
import { cosign } from '../shared/tlog/cosignature.ts'
import { emptyRoot, verifyConsistency } from '../shared/tlog/merkle.ts'
import { BadSignature, type NoteSignature, parseNote } from '../shared/tlog/note.ts'
import type { RefusalReason } from '../shared/tlog/refusal.ts'
import type { Vkey } from '../shared/tlog/vkey.ts'
import type { KeepEvidence } from './evidence.ts'
import type { KnownHead, WitnessState } from './state.ts'

export interface Witness extends Pick<WitnessState, 'key' | 'change' | 'known'> {
  /** Logs that it cosigns; two keys of one name while a log hands its key over. */
  logs: readonly Vkey[]
  keepEvidence: KeepEvidence
  now: () => Date
}

/** The answers of C2SP tlog-witness; `known` goes with 409, `reason` with what looks like a history that was changed. */
export type Answer =
  | { status: 200; reason: null; cosignature: NoteSignature; size: number }
  | { status: 409; known: number; reason: RefusalReason | null }
  | { status: 422; reason: RefusalReason | null }
  | { status: 400 | 403 | 404; reason: null; detail?: string }

const nothing: Pick<Checkpoint, 'size' | 'root'> = { size: 0, root: emptyRoot() }

/**
 * Cosigns a checkpoint that goes on from the newest one cosigned, and answers why not otherwise. The new head is on disk before this
 * resolves.
 * @throws MalformedNote or FormatError for what is no checkpoint
 */
export async function addCheckpoint(witness: Witness, request: AddCheckpoint): Promise<Answer> {
  const { origin } = parseCheckpoint(parseNote(request.checkpoint).text)
  const keys = witness.logs.filter(({ name }) => name === origin)
  if (keys.length === 0) return { status: 404, reason: null }
  const opened = openedBy(request.checkpoint, keys)
  if (!opened) return { status: 403, reason: null }
  const { checkpoint, note } = opened
  if (request.oldSize > checkpoint.size) return { status: 400, reason: null }
  return witness.change(origin, async (known) => {
    const refused = refusalOf(known ?? nothing, checkpoint, request)
    if (refused) {
      if (refused.reason && known) await keepPair(witness, refused.reason, known, request)
      return { result: refused }
    }
    const cosignature = cosign(witness.key, note.text, witness.now())
    const result: Answer = { status: 200, reason: null, cosignature, size: checkpoint.size }
    return known && known.size === checkpoint.size ? { result } : { keep: request.checkpoint, result }
  })
}

function openedBy(checkpoint: string, keys: readonly Vkey[]) {
  try {
    return openCheckpoint(checkpoint, keys)
  } catch (error) {
    if (error instanceof BadSignature) return null
    throw error
  }
}

/** Null where the checkpoint goes on from what is known. */
function refusalOf(known: Pick<KnownHead, 'size' | 'root'>, shown: Checkpoint, { oldSize, proof }: AddCheckpoint): Answer | null {
  if (oldSize !== known.size) return { status: 409, known: known.size, reason: shown.size < known.size ? 'shorter' : null }
  if (shown.size === known.size && !sameBytes(shown.root, known.root)) {
    // There is one empty tree: another root for it is nonsense, not another history.
    return known.size === 0 ? { status: 422, reason: null } : { status: 409, known: known.size, reason: 'otherRoot' }
  }
  if (verifyConsistency(known.size, shown.size, known.root, shown.root, proof)) return null
  return { status: 422, reason: known.size > 0 && shown.size > known.size ? 'inconsistent' : null }
}

function keepPair(witness: Witness, reason: RefusalReason, known: KnownHead, { checkpoint, proof }: AddCheckpoint): Promise<void> {
  return witness.keepEvidence({ reason, at: witness.now(), known: known.note, shown: checkpoint, proof: proof.map(toBase64) })
}
