import { commitment } from '../../src/modules/history/index.ts'
import { canonicalJson } from '../../src/shared/canonical-json.ts'
import { utf8 } from '../../src/shared/tlog/bytes.ts'
import { formatCheckpoint } from '../../src/shared/tlog/checkpoint.ts'
import { cosign } from '../../src/shared/tlog/cosignature.ts'
import { foldNodes, type HashReader, inclusionProof, leafHash, treeRoot } from '../../src/shared/tlog/merkle.ts'
import { formatNote, noteSigner, signatureBy } from '../../src/shared/tlog/note.ts'
import { makeReceipt, type ReceiptParts, type Statement } from '../../src/shared/tlog/receipt.ts'
import { formatVkey, keyTypes, newSigningKey, type SigningKey } from '../../src/shared/tlog/vkey.ts'

/** A log in memory with one petition in it, its keys and two witnesses. */
export interface SampleLog {
  key: SigningKey
  vkey: string
  witnesses: SigningKey[]
  witnessKeys: string[]
  entries: Uint8Array[]
  read: HashReader
  /** Signed by the log and cosigned by the witnesses. */
  checkpoint: string
  parts: ReceiptParts
  /** Of the petition in it. */
  receipt: Uint8Array
}

export const sampleStatement: Statement = {
  v: 1,
  authority: 'congdan.local/phuoc-long',
  matter: { type: 'petition', id: '01a20d9f-1834-7167-b547-31b5059f3d16' },
  seq: 1,
  type: 'petition.received',
  at: '2026-11-22T10:00:00+07:00',
  role: null,
  facts: { code: 'PL-2026-00128', kind: 'complaint', dueOn: '2026-12-07' },
}

export interface SampleOptions {
  size?: number
  index?: number
  origin?: string
  words?: Record<string, string>
  statement?: Partial<Statement>
  key?: SigningKey
}

export async function sampleLog({
  size = 300,
  index = 200,
  origin = 'congdan.local/phuoc-long',
  ...more
}: SampleOptions = {}): Promise<SampleLog> {
  const { words = { subject: 'Nắp cống vỡ trước số 12', body: 'Nắp cống vỡ từ tuần trước.' } } = more
  const opened = Object.entries(words).map(([field, text], at) => ({ field, salt: new Uint8Array(16).fill(at + 1), words: text }))
  const commitments = opened.map(({ field, salt, words: text }) => [`${field}Commitment`, commitment(text, Buffer.from(salt))])
  const statement = { ...sampleStatement, authority: origin, ...more.statement }
  const leaf = utf8(canonicalJson({ ...statement, facts: { ...statement.facts, ...Object.fromEntries(commitments) } }))
  const entries = Array.from({ length: size }, (_, at) => (at === index ? leaf : utf8(`{"at":${at}}`)))
  const read: HashReader = async (nodes) =>
    nodes.map((node) => foldComplete(entries.slice(node.index * 2 ** node.level, (node.index + 1) * 2 ** node.level).map(leafHash)))
  const key = more.key ?? newSigningKey(origin, keyTypes.note)
  const witnesses = ['mttq.phuoc-long.vn', 'thpt-phuoc-long.edu.vn'].map((name) => newSigningKey(name, keyTypes.cosignature))
  const text = formatCheckpoint({ origin, size, root: await treeRoot(read, size) })
  const at = new Date('2026-11-22T10:00:05+07:00')
  const signatures = [signatureBy(noteSigner(key), text), ...witnesses.map((witness) => cosign(witness, text, at))]
  const checkpoint = formatNote({ text, signatures })
  const vkey = formatVkey(key.vkey)
  const witnessKeys = witnesses.map((witness) => formatVkey(witness.vkey))
  const hashes = await inclusionProof(read, index, size)
  const parts = { key: vkey, leaf, opened, index, hashes, checkpoint, witnesses: witnessKeys }
  return { key, vkey, witnesses, witnessKeys, entries, read, checkpoint, parts, receipt: makeReceipt(parts) }
}

function foldComplete(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!
  const middle = hashes.length / 2
  return foldNodes([foldComplete(hashes.slice(0, middle)), foldComplete(hashes.slice(middle))])
}
