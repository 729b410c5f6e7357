import { describe, expect, test } from 'vitest'
import { sampleLog } from '../../../tests/support/sample-receipt.ts'
import { concatBytes, utf8 } from './bytes.ts'
import { leafHash } from './merkle.ts'
import { formatNote, noteSigner, parseNote, signatureBy } from './note.ts'
import { checkShort, formatShort, type LogFiles, parseShort } from './short-receipt.ts'
import { encodeBundle, type Tile, tilePath } from './tiles.ts'
import { formatVkey, keyTypes, newSigningKey } from './vkey.ts'

const log = await sampleLog()
const trust = { keys: [log.vkey], witnesses: log.witnessKeys }
const hash = leafHash(log.entries[200]!)
const short = { index: 200, hash }

/** The sample log as files; `change` twists one of them. */
function files(change: (name: string, bytes: Uint8Array) => Uint8Array = (_name, bytes) => bytes, checkpoint = log.checkpoint): LogFiles {
  return {
    checkpoint: async () => checkpoint,
    tile: async (tile: Tile) => {
      const [start, end] = [tile.index * 256, tile.index * 256 + tile.width]
      if (tile.level === 'entries') return change(tilePath(tile), encodeBundle(log.entries.slice(start, end)))
      const nodes = Array.from({ length: tile.width }, (_, at) => ({ level: 8 * (tile.level as number), index: start + at }))
      return change(tilePath(tile), concatBytes(...(await log.read(nodes))))
    },
  }
}

test('the short form is one text, alone or in an address', () => {
  const text = formatShort(short)
  expect(text).toMatch(/^1\.200\.[\w-]{43}$/)
  expect(parseShort(text)).toEqual(short)
  expect(parseShort(` https://phuoc-long.vn/en/so-cong-khai/kiem-chung?phieu=${text}\n`)).toEqual(short)
})

test.each([
  '',
  '2.200.x',
  `1.0200.${'A'.repeat(43)}`,
  `1.200.${'A'.repeat(42)}`,
  `1.200.${'A'.repeat(42)}B`,
  `1.9999999999999999.${'A'.repeat(43)}`,
  `x1.200.${'A'.repeat(43)}`,
  `1.200.${'A'.repeat(43)}&x`,
])('"%s" is none', (text) => {
  expect(parseShort(text)).toBeNull()
})

describe('looked up in the log', () => {
  test('it is true, with the statement and the witnesses', async () => {
    expect(await checkShort(short, files(), trust)).toMatchObject({
      ok: true,
      statement: { facts: { code: 'PL-2026-00128' } },
      index: 200,
      checkpoint: { size: 300 },
      key: log.vkey,
      keyKnown: true,
      witnesses: [{ known: true }, { known: true }],
    })
    expect(await checkShort(short, files(), { ...trust, witnesses: [] })).toMatchObject({ ok: true, witnesses: [] })
  })

  test.each<[string, typeof short, object]>([
    ['another place', { index: 199, hash }, { part: 'leaf' }],
    ['another hash', { index: 200, hash: leafHash(utf8('x')) }, { part: 'leaf' }],
    ['a place behind the end', { index: 300, hash }, { part: 'proof', fault: 'not_in_log' }],
  ])('%s is forged', async (_what, changed, wanted) => {
    expect(await checkShort(changed, files(), trust)).toMatchObject({ ok: false, ...wanted })
  })

  test('a log that shows other entries or hashes than it signed is found out', async () => {
    const twist = (name: string, part: string) => (path: string, bytes: Uint8Array) =>
      path.startsWith(name) ? bytes.map((byte, at) => (at === bytes.length - 1 - Number(part) ? byte ^ 1 : byte)) : bytes
    expect(await checkShort(short, files(twist('tile/0/001', '0')), trust)).toMatchObject({ ok: false, part: 'proof' })
    const rewritten = files((path, bytes) =>
      path.startsWith('tile/entries') ? encodeBundle(log.entries.slice(0, 256).with(200, utf8('{"rewritten":1}'))) : bytes,
    )
    expect(await checkShort(short, rewritten, trust)).toMatchObject({ ok: false, part: 'leaf' })
    const cut = files((path, bytes) => (path.startsWith('tile/entries') ? bytes.slice(0, 1001) : bytes))
    expect(await checkShort(short, cut, trust)).toMatchObject({ ok: false, part: 'leaf' })
  })

  test('a checkpoint of another key, of no key, or none at all is no log', async () => {
    const stranger = newSigningKey('congdan.local/phuoc-long', keyTypes.note)
    const { text } = parseNote(log.checkpoint)
    const signed = formatNote({ text, signatures: [signatureBy(noteSigner(stranger), text)] })
    for (const checkpoint of [signed, '', text, log.checkpoint.replace('\n300\n', '\n301\n')])
      expect(await checkShort(short, files(undefined, checkpoint), trust)).toMatchObject({ ok: false, part: 'checkpoint' })
    expect(await checkShort(short, files(), { ...trust, keys: [formatVkey(stranger.vkey)] })).toMatchObject({ part: 'checkpoint' })
  })

  test('a log that cannot be reached is no verdict', async () => {
    const none: LogFiles = { checkpoint: () => Promise.reject(new Error('offline')), tile: () => Promise.reject(new Error('offline')) }
    await expect(checkShort(short, none, trust)).rejects.toThrow('offline')
  })
})
