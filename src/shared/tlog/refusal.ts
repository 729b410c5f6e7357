import { fromBase64, toBase64 } from './base64.ts'
import { type Note, noteSigner, noteVerifier, parseNote, signNote, verifyNote } from './note.ts'
import { keyTypes, MalformedNote, type SigningKey, type Vkey, vkeyOf } from './vkey.ts'

/** Why a witness does not cosign a checkpoint that the log itself has signed. */
export const refusalReasons = ['shorter', 'otherRoot', 'inconsistent'] as const
export type RefusalReason = (typeof refusalReasons)[number]

interface Head {
  size: number
  root: Uint8Array
}

/** A witness says aloud, under its own key, that it was shown a log which does not go on from the one it knows. */
export interface Refusal {
  origin: string
  reason: RefusalReason
  at: Date
  /** What the witness has cosigned. */
  known: Head
  /** What it was shown, signed by the log as well. */
  shown: Head
}

/** Ours, not of C2SP: no cosigned message begins so, and the key signs under another id. */
const HEADER = 'congdan-witness-refusal/v1'

const noteKey = ({ name, publicKey }: Vkey): Vkey => vkeyOf(name, keyTypes.note, publicKey)

export function signRefusal(key: SigningKey, { origin, reason, at, known, shown }: Refusal): string {
  const head = ({ size, root }: Head) => `${size} ${toBase64(root)}`
  const lines = [HEADER, origin, `time ${Math.floor(at.getTime() / 1000)}`, reason, `known ${head(known)}`, `shown ${head(shown)}`]
  return signNote(`${lines.join('\n')}\n`, [noteSigner({ seed: key.seed, vkey: noteKey(key.vkey) })])
}

/**
 * @param witness the key by which it cosigns
 * @throws MalformedNote or BadSignature
 */
export function openRefusal(content: string, witness: Vkey): Refusal {
  const note: Note = parseNote(content)
  verifyNote(note, [noteVerifier(noteKey(witness))])
  const [header, origin = '', time = '', reason, known = '', shown = '', ...more] = note.text.slice(0, -1).split('\n')
  const known_reason = refusalReasons.find((one) => one === reason)
  if (header !== HEADER || origin === '' || !/^time \d{1,13}$/.test(time) || !known_reason || more.length > 0)
    throw new MalformedNote('This is no refusal of a witness.')
  const at = new Date(Number(time.slice(5)) * 1000)
  if (Number.isNaN(at.getTime())) throw new MalformedNote('This is no refusal of a witness.')
  return { origin, reason: known_reason, at, known: headIn('known', known), shown: headIn('shown', shown) }
}

function headIn(name: string, line: string): Head {
  const [word, size = '', base64 = '', ...more] = line.split(' ')
  const root = fromBase64(base64)
  if (word !== name || !/^(0|[1-9]\d{0,15})$/.test(size) || root?.length !== 32 || more.length > 0)
    throw new MalformedNote('This is no refusal of a witness.')
  return { size: Number(size), root }
}
