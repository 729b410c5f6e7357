import { describe, expect, test } from 'vitest'
import { sampleLog } from '../../../tests/support/sample-receipt.ts'
import { canonicalJson } from '../canonical-json.ts'
import { utf8 } from './bytes.ts'
import { checkReceipt, looksLikeReceipt } from './check-receipt.ts'
import { cosign } from './cosignature.ts'
import { formatNote, noteSigner, parseNote, signatureBy } from './note.ts'
import { formatProof, parseProof } from './proof.ts'
import { makeReceipt, type Receipt } from './receipt.ts'
import { formatVkey, keyTypes, newSigningKey } from './vkey.ts'

const log = await sampleLog()
const known = { keys: [log.vkey], witnesses: log.witnessKeys.slice(0, 1) }
const receipt = JSON.parse(new TextDecoder().decode(log.receipt)) as Receipt
const written = (changed: object) => utf8(`${canonicalJson({ ...receipt, ...changed })}\n`)
const partOf = (bytes: Uint8Array, keys = known) => {
  const checked = checkReceipt(bytes, keys)
  return checked.ok ? 'true' : checked.part
}

test('a true receipt says what was proved', () => {
  expect(checkReceipt(log.receipt, known)).toMatchObject({
    ok: true,
    statement: { type: 'petition.received', facts: { code: 'PL-2026-00128' } },
    opened: [
      { field: 'body', words: 'Nắp cống vỡ từ tuần trước.' },
      { field: 'subject', words: 'Nắp cống vỡ trước số 12' },
    ],
    index: 200,
    checkpoint: { origin: 'congdan.local/phuoc-long', size: 300 },
    keyKnown: true,
    witnesses: [
      { name: 'mttq.phuoc-long.vn', at: new Date('2026-11-22T03:00:05Z'), known: true },
      { name: 'thpt-phuoc-long.edu.vn', known: false },
    ],
  })
})

test.each([1, 2, 7, 8, 1000])('in a log of %d, first and last', async (size) => {
  for (const index of new Set([0, size - 1])) {
    const { receipt: bytes, vkey } = await sampleLog({ size, index, words: {} })
    expect(checkReceipt(bytes, { keys: [vkey], witnesses: [] })).toMatchObject({ ok: true, index, opened: [] })
  }
})

describe('bytes lost or added', () => {
  test('a byte less, a byte more, at either end', () => {
    for (const bytes of [
      log.receipt.slice(1),
      log.receipt.slice(0, -1),
      Uint8Array.of(...log.receipt, 10),
      Uint8Array.of(32, ...log.receipt),
      Uint8Array.of(0xef, 0xbb, 0xbf, ...log.receipt),
    ])
      expect(partOf(bytes)).toBe('shape')
  })
})

describe('what a forger would try', () => {
  const stranger = newSigningKey('congdan.local/phuoc-long', keyTypes.note)
  const proofOf = (change: (checkpoint: string) => string) => {
    const proof = parseProof(receipt.proof)
    return formatProof({ ...proof, checkpoint: change(proof.checkpoint) })
  }

  test('a whole log of one’s own, under the name of the real one', async () => {
    const { receipt: forged } = await sampleLog({ key: stranger })
    expect(partOf(forged)).toBe('key')
    expect(checkReceipt(forged, { keys: [], witnesses: [] })).toMatchObject({ ok: true, keyKnown: false })
  })

  test('a log of another name: right, but nobody has compared its key', async () => {
    const { receipt: other } = await sampleLog({ origin: 'elsewhere.example/log' })
    expect(checkReceipt(other, known)).toMatchObject({ ok: true, keyKnown: false })
    expect(partOf(other, { ...known, only: true } as typeof known)).toBe('key')
  })

  test('the words of the leaf with the hash of the true one', () => {
    const leaf = { ...receipt.leaf, facts: { ...receipt.leaf.facts, dueOn: '2027-12-07' } }
    expect(partOf(written({ leaf }))).toBe('leaf')
  })

  test('a checkpoint signed by another key', () => {
    const proof = proofOf((checkpoint) => {
      const { text, signatures } = parseNote(checkpoint)
      return formatNote({ text, signatures: [signatureBy(noteSigner(stranger), text), ...signatures.slice(1)] })
    })
    expect(partOf(written({ proof }))).toBe('checkpoint')
    expect(partOf(written({ proof, key: formatVkey(stranger.vkey) }))).toBe('key')
  })

  test('words that were not written, more of them, or words twice', () => {
    const [body, subject] = receipt.opened
    expect(partOf(written({ opened: [body, { ...subject!, words: 'Khác' }] }))).toBe('opened')
    expect(partOf(written({ opened: [body, { ...subject!, field: 'title' }] }))).toBe('opened')
    expect(partOf(written({ opened: [body, body] }))).toBe('opened')
    expect(partOf(written({ opened: [subject, body] }))).toBe('opened')
    expect(partOf(written({ opened: [{ ...body!, field: '__proto__' }] }))).toBe('opened')
    // HMAC fills a short key with zeros: only the salt as it was made will do.
    expect(
      partOf(written({ opened: [{ ...body!, salt: `${Buffer.concat([Buffer.alloc(16, 1), Buffer.of(0)]).toString('base64')}` }] })),
    ).toBe('opened')
  })

  test('fewer opened words, or fewer witnesses, are a true receipt that says less', () => {
    expect(partOf(written({ opened: [] }))).toBe('true')
    const proof = proofOf((checkpoint) => {
      const { text, signatures } = parseNote(checkpoint)
      return formatNote({ text, signatures: signatures.slice(0, 1) })
    })
    expect(partOf(written({ proof, witnesses: [] }))).toBe('true')
  })

  test('a witness named without its signature, signed without its name, or counted twice', () => {
    expect(partOf(written({ witnesses: [] }))).toBe('witness')
    expect(partOf(written({ witnesses: receipt.witnesses.toReversed() }))).toBe('witness')
    const third = newSigningKey('tinh.vn', keyTypes.cosignature)
    expect(partOf(written({ witnesses: [...receipt.witnesses, formatVkey(third.vkey)] }))).toBe('witness')
    const [witness] = log.witnesses
    const twice = proofOf((checkpoint) => {
      const { text, signatures } = parseNote(checkpoint)
      return formatNote({ text, signatures: [signatures[0]!, signatures[1]!, cosign(witness!, text, new Date(0))] })
    })
    expect(partOf(written({ proof: twice, witnesses: [receipt.witnesses[0], receipt.witnesses[0]] }))).toBe('witness')
    expect(partOf(written({ proof: twice, witnesses: [receipt.witnesses[0], log.vkey] }))).toBe('witness')
  })

  test('a key of a witness in the place of the log’s', () => {
    expect(partOf(written({ key: log.witnessKeys[0] }), { keys: [], witnesses: [] })).toBe('key')
  })

  test.each([
    ['a field more', { more: 1 }, 'shape'],
    ['another format', { format: 'congdan-receipt/v2' }, 'shape'],
    ['no key', { key: null }, 'key'],
    ['no statement', { leaf: null }, 'leaf'],
    ['a statement with more in it', { leaf: { ...receipt.leaf, more: 1 } }, 'leaf'],
    ['no list of words', { opened: {} }, 'opened'],
    ['no proof', { proof: 1 }, 'proof'],
    ['no list of witnesses', { witnesses: null }, 'witness'],
    ['numbers as witnesses', { witnesses: [1] }, 'witness'],
  ])('%s', (_what, changed, part) => {
    expect(partOf(written(changed))).toBe(part)
  })
})

test.each<[string, string | Uint8Array, boolean]>([
  ['nothing', '', false],
  ['a photo', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), false],
  ['other JSON', '{"a":1}', false],
  ['half a receipt', log.receipt.slice(0, log.receipt.length / 2), true],
  ['a receipt laid out by a program', JSON.stringify(receipt, null, 2), true],
])('%s: looks like a receipt?', (_what, content, looks) => {
  const bytes = typeof content === 'string' ? utf8(content) : content
  expect(looksLikeReceipt(bytes)).toBe(looks)
  expect(partOf(bytes)).toBe('shape')
})

test('nested deeper than any stack, and larger than any receipt: refused, not fallen over', () => {
  expect(partOf(utf8(`${'['.repeat(200_000)}${']'.repeat(200_000)}\n`))).toBe('shape')
  expect(partOf(new Uint8Array(1_000_001).fill(0x20))).toBe('shape')
})

describe('a receipt is checked before it is given', () => {
  test('parts that do not belong together make none', () => {
    expect(() => makeReceipt({ ...log.parts, index: 199 })).toThrow('proof')
    expect(() => makeReceipt({ ...log.parts, leaf: utf8(canonicalJson({ ...receipt.leaf, seq: 2 })) })).toThrow('do not belong together')
    expect(() => makeReceipt({ ...log.parts, opened: [{ field: 'body', salt: new Uint8Array(16), words: 'x' }] })).toThrow('opened')
    expect(() => makeReceipt({ ...log.parts, leaf: utf8(JSON.stringify(receipt.leaf, null, 1)) })).toThrow()
  })
  test('signatures of nobody we know are left out, and the order of fields and witnesses does not matter', () => {
    const { text, signatures } = parseNote(log.checkpoint)
    const more = [signatureBy(noteSigner(newSigningKey('old.key', keyTypes.note)), text), ...signatures]
    const made = makeReceipt({ ...log.parts, opened: log.parts.opened.toReversed(), checkpoint: formatNote({ text, signatures: more }) })
    expect(made).toEqual(log.receipt)
    expect(makeReceipt({ ...log.parts, witnesses: [] }).length).toBeLessThan(made.length)
  })
})
