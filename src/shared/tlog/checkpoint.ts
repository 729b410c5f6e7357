import { fromBase64, toBase64 } from './base64.ts'
import { BadSignature, type Note, type NoteSignature, noteVerifier, parseNote, verifyNote } from './note.ts'
import { MalformedNote, type Vkey } from './vkey.ts'

/** The head of a log at one size (C2SP tlog-checkpoint): the text of a signed note. */
export interface Checkpoint {
  /** Name of the log; also the name of its key. */
  origin: string
  /** Number of leaves. */
  size: number
  /** Root of the Merkle tree (RFC 6962), 32 bytes. */
  root: Uint8Array
  /** Further lines; none in ours. */
  extensions: readonly string[]
}

export function formatCheckpoint({ origin, size, root, extensions = [] }: Omit<Checkpoint, 'extensions'> & Partial<Checkpoint>): string {
  return `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`
}

/** Reads the text of a note. @throws MalformedNote */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : []
  const [origin = '', size = '', root = '', ...extensions] = lines
  if (lines.some((line) => line === '') || origin === '' || root === '')
    throw new MalformedNote('A checkpoint has three lines: origin, size, root.')
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new MalformedNote('The size in a checkpoint is a whole number.')
  const hash = fromBase64(root)
  if (hash?.length !== 32) throw new MalformedNote('The root in a checkpoint has 32 bytes.')
  return { origin, size: Number(size), root: hash, extensions }
}

export interface OpenedCheckpoint {
  checkpoint: Checkpoint
  note: Note
  /** Of the log's keys, checked. */
  signedBy: readonly NoteSignature[]
}

/**
 * Reads a checkpoint that one of the log's keys has signed.
 * @param logKeys all keys of that log, by one name; more than one while a key is handed over
 * @throws MalformedNote or BadSignature; nothing of the text may be believed then
 */
export function openCheckpoint(content: Uint8Array | string, logKeys: readonly Vkey[]): OpenedCheckpoint {
  const note = parseNote(content)
  const checkpoint = parseCheckpoint(note.text)
  const keys = logKeys.filter(({ name }) => name === checkpoint.origin)
  if (keys.length === 0) throw new BadSignature(`The checkpoint is of another log: ${checkpoint.origin}.`)
  return { checkpoint, note, signedBy: verifyNote(note, keys.map(noteVerifier)) }
}
