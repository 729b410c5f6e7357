import { formatAddCheckpoint, SIZE_TYPE } from '../../../shared/tlog/add-checkpoint.ts'
import { FormatError, wholeNumber } from '../../../shared/tlog/bytes.ts'
import { consistencyProof, type HashReader } from '../../../shared/tlog/merkle.ts'
import { parseNote, parseSignatures } from '../../../shared/tlog/note.ts'
import type { RefusalReason } from '../../../shared/tlog/refusal.ts'
import { validCosignature } from './cosignatures.ts'
import type { Outcome, Witness } from './witness.ts'

/** What a witness is shown. */
export interface ShownHead {
  size: number
  /** The signed note. */
  checkpoint: string
  read: HashReader
}

export type Asked =
  | { outcome: 'cosigned'; size: number; line: string; at: Date }
  | { outcome: 'refused'; reason: RefusalReason; known: number; shown: number }
  | { outcome: Exclude<Outcome, 'cosigned' | 'refused'>; detail: string }

const WAIT_MS = 10_000
/** A line of a signature, and room for a few more. */
const MOST_BYTES = 16 * 1024
/** The head may move while we talk, and a witness may have heard of it from another process. */
const MOST_TRIES = 4

/**
 * Shows a witness the newest head (C2SP tlog-witness) and reads its answer.
 * @param newest reads the head again when the witness knows a larger one
 */
export async function askWitness(
  witness: Pick<Witness, 'url' | 'vkey' | 'knownSize'>,
  newest: () => Promise<ShownHead>,
  now: () => Date,
): Promise<Asked> {
  let head = await newest()
  let known = Math.min(witness.knownSize ?? 0, head.size)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const proof = await consistencyProof(head.read, known, head.size)
    const answer = await post(`${witness.url}/add-checkpoint`, formatAddCheckpoint({ oldSize: known, proof, checkpoint: head.checkpoint }))
    if ('outcome' in answer) return answer
    if (answer.status === 200) return cosigned(witness, head, answer.body, now())
    if (answer.status === 404) return { outcome: 'unknownLog', detail: '404' }
    if (answer.status === 403) return { outcome: 'unknownKey', detail: '403' }
    // It looks at the old size first: what it refuses now is what we showed from there.
    if (answer.status === 422 && known > 0 && known < head.size)
      return { outcome: 'refused', reason: 'inconsistent', known, shown: head.size }
    const told = answer.status === 409 ? sizeIn(answer) : null
    if (told === null) return { outcome: 'badAnswer', detail: `${answer.status} ${answer.body.slice(0, 200)}` }
    if (told === known) return { outcome: 'refused', reason: 'otherRoot', known, shown: head.size }
    if (told > head.size) {
      head = await newest()
      if (told > head.size) return { outcome: 'refused', reason: 'shorter', known: told, shown: head.size }
    }
    known = told
  }
  return { outcome: 'badAnswer', detail: 'Its size moved with each answer.' }
}

function cosigned(witness: Pick<Witness, 'vkey'>, { size, checkpoint }: ShownHead, body: string, now: Date): Asked {
  try {
    const valid = validCosignature(witness, parseNote(checkpoint).text, parseSignatures(body), now)
    return valid ? { outcome: 'cosigned', size, ...valid } : { outcome: 'badAnswer', detail: 'No valid cosignature of its key.' }
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return { outcome: 'badAnswer', detail: error.message }
  }
}

interface Answer {
  status: number
  type: string
  body: string
}

function sizeIn({ type, body }: Answer): number | null {
  if (type.split(';')[0]!.trim() !== SIZE_TYPE || !body.endsWith('\n')) return null
  try {
    return wholeNumber(body.slice(0, -1))
  } catch {
    return null
  }
}

async function post(url: string, body: string): Promise<Answer | Extract<Asked, { detail: string }>> {
  try {
    const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(WAIT_MS) })
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of response.body ?? []) {
      length += part.length
      if (length > MOST_BYTES) return { outcome: 'badAnswer', detail: `More than ${MOST_BYTES} bytes.` }
      parts.push(part)
    }
    return { status: response.status, type: response.headers.get('content-type') ?? '', body: Buffer.concat(parts).toString() }
  } catch (error) {
    const { message, cause } = error as Error
    return { outcome: 'unreachable', detail: cause instanceof Error ? cause.message : message }
  }
}
