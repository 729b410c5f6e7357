import { FormatError, sameBytes } from '../shared/tlog/bytes.ts'
import { type Checkpoint, type OpenedCheckpoint, openCheckpoint } from '../shared/tlog/checkpoint.ts'
import { consistencyProof, treeRoot } from '../shared/tlog/merkle.ts'
import { BadSignature, formatNote } from '../shared/tlog/note.ts'
import { type RefusalReason, signRefusal } from '../shared/tlog/refusal.ts'
import { tileReader } from '../shared/tlog/tiles.ts'
import { MalformedNote } from '../shared/tlog/vkey.ts'
import { addCheckpoint, type Witness } from './answer.ts'
import type { KnownHead } from './state.ts'
import { NotListed, type Town, TownUnreachable } from './town.ts'

export type Pulled =
  | { outcome: 'cosigned'; origin: string; size: number; before: number }
  | { outcome: 'refused'; origin: string; reason: RefusalReason; known: number; shown: number; told: boolean }
  | { outcome: 'failed'; because: 'unreachable' | 'notListed' | 'malformed' | 'badSignature' | 'brokenTiles'; detail: string }

/** For a witness that nobody can reach: fetches the town's checkpoint, checks it against what is known, and brings the cosignature back. */
export async function pullOnce(witness: Witness, town: Town): Promise<Pulled> {
  try {
    const opened = openCheckpoint(await town.checkpoint(), witness.logs)
    const { checkpoint } = opened
    const known = await witness.known(checkpoint.origin)
    if (known && checkpoint.size < known.size) return await refuse(witness, town, 'shorter', known, opened)
    return await judge(witness, town, known, opened)
  } catch (error) {
    const because = causeOf(error)
    if (!because) throw error
    return { outcome: 'failed', because, detail: (error as Error).message }
  }
}

async function judge(witness: Witness, town: Town, known: KnownHead | null, opened: OpenedCheckpoint): Promise<Pulled> {
  const { checkpoint, note } = opened
  const before = known?.size ?? 0
  const proof = await proofFrom(town, before, checkpoint)
  const answer = await addCheckpoint(witness, { oldSize: before, proof, checkpoint: formatNote(note) })
  if (answer.status === 200) {
    await town.sendCosignature(formatNote({ ...note, signatures: [...opened.signedBy, answer.cosignature] }))
    return { outcome: 'cosigned', origin: checkpoint.origin, size: checkpoint.size, before }
  }
  if (answer.reason && known) return refuse(witness, town, answer.reason, known, opened)
  throw new MalformedNote(`The checkpoint was answered with ${answer.status}.`)
}

class BrokenTiles extends Error {}

/** From tiles that do make the tree of the checkpoint: a proof that then fails shows another history, not a broken line. */
async function proofFrom(town: Town, before: number, { size, root }: Checkpoint): Promise<Uint8Array[]> {
  if (before === size) return []
  const read = tileReader(town.tile, size)
  if (!sameBytes(await treeRoot(read, size), root)) throw new BrokenTiles('The tiles do not make the tree of the checkpoint.')
  return consistencyProof(read, before, size)
}

async function refuse(witness: Witness, town: Town, reason: RefusalReason, known: KnownHead, opened: OpenedCheckpoint): Promise<Pulled> {
  const { checkpoint: shown, note } = opened
  const at = witness.now()
  await witness.keepEvidence({ reason, at, known: known.note, shown: formatNote(note), proof: [] })
  let told = true
  try {
    await town.sendRefusal(signRefusal(witness.key, { origin: shown.origin, reason, at, known, shown }))
  } catch (error) {
    // A town that rewrites its log may not want to hear it: the witness says it here, and has the proof.
    if (!(error instanceof TownUnreachable)) throw error
    told = false
  }
  return { outcome: 'refused', origin: shown.origin, reason, known: known.size, shown: shown.size, told }
}

function causeOf(error: unknown) {
  if (error instanceof NotListed) return 'notListed' as const
  if (error instanceof TownUnreachable) return 'unreachable' as const
  if (error instanceof BadSignature) return 'badSignature' as const
  if (error instanceof BrokenTiles) return 'brokenTiles' as const
  return error instanceof FormatError ? ('malformed' as const) : null
}
