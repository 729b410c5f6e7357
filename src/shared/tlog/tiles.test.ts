import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from './bytes.ts'
import { inclusionProof, leafHash, nodeHash, treeRoot, verifyInclusion } from './merkle.ts'
import {
  decodeBundle,
  edgeTiles,
  encodeBundle,
  parseTilePath,
  placeOf,
  splitTile,
  type Tile,
  tilePath,
  tileReader,
  tileWidth,
} from './tiles.ts'

describe('the examples of C2SP tlog-tiles', () => {
  test.each<[Tile, string]>([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 273, width: 112 }, 'tile/0/273.p/112'],
    [{ level: 1, index: 0, width: 256 }, 'tile/1/000'],
    [{ level: 63, index: 999, width: 1 }, 'tile/63/999.p/1'],
    [{ level: 'entries', index: 1000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ])('%j is at %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path)
    expect(parseTilePath(path)).toEqual(tile)
  })

  test('a tree of 70,000 ends with a partial tile of 112, one of 17 and one of 1', () => {
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ])
    expect([tileWidth(0, 272, 70_000), tileWidth(1, 0, 70_000), tileWidth(0, 274, 70_000)]).toEqual([256, 256, 0])
  })

  test('a tree of 256 is one full tile and a partial one of 1 above it', () => {
    expect(edgeTiles(256)).toEqual([
      { level: 0, index: 0, width: 256 },
      { level: 1, index: 0, width: 1 },
    ])
    expect(edgeTiles(0)).toEqual([])
  })
})

test.each([
  '',
  'tile/0/67',
  'tile/00/067',
  'tile/0/0067',
  'tile/0/x000/067',
  'tile/0/001/067',
  'tile/0/x001',
  'tile/0/067.p/0',
  'tile/0/067.p/256',
  'tile/0/067.p/012',
  'tile/64/000',
  'tile/-1/000',
  'tile/x/000',
  'tile/entries/000/',
  'tile/0/000?x',
  'tile/0/x999/x999/x999/x999/x999/999',
])('"%s" is no tile', (path) => {
  expect(parseTilePath(path)).toBeNull()
})

test('each tile has one path, and back', () => {
  const tile = fc.record({
    level: fc.oneof(fc.constant('entries' as const), fc.nat(63)),
    index: fc.oneof(fc.nat(300), fc.integer({ min: 0, max: 999_999_999_999 })),
    width: fc.integer({ min: 1, max: 256 }),
  })
  fc.assert(
    fc.property(tile, (one) => {
      expect(parseTilePath(tilePath(one))).toEqual(one)
    }),
  )
})

/** The tiles of a tree, made level by level without the code under test. */
function tilesOf(entries: Uint8Array[]): Map<string, Uint8Array> {
  const tiles = new Map<string, Uint8Array>()
  let hashes = entries.map(leafHash)
  for (let level = 0; hashes.length > 0; level++) {
    const above: Uint8Array[] = []
    for (let at = 0; at < hashes.length; at += 256) {
      let row = hashes.slice(at, at + 256)
      tiles.set(tilePath({ level, index: at / 256, width: row.length }), new Uint8Array(Buffer.concat(row)))
      if (row.length < 256) continue
      while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, i) => nodeHash(row[2 * i]!, row[2 * i + 1]!))
      above.push(row[0]!)
    }
    hashes = above
  }
  return tiles
}

test.each([1, 2, 255, 256, 257, 600, 66_000])('roots and proofs of a tree of %d come out of its tiles', async (size) => {
  const entries = Array.from({ length: size }, (_, at) => utf8(`entry ${at}`))
  const tiles = tilesOf(entries)
  const asked: string[] = []
  const read = tileReader(async (tile) => {
    asked.push(tilePath(tile))
    return tiles.get(tilePath(tile))!
  }, size)
  const root = await treeRoot(read, size)
  for (const index of new Set([0, Math.floor(size / 3), size - 1])) {
    const proof = await inclusionProof(read, index, size)
    expect(verifyInclusion(leafHash(entries[index]!), index, size, proof, root)).toBe(true)
  }
  expect(asked.length).toBe(new Set(asked).size)
  expect(asked.every((path) => tiles.has(path))).toBe(true)
})

test('the hash of 2^9 leaves is folded from two hashes of the tile above', () => {
  expect(placeOf({ level: 9, index: 3 }, 70_000)).toEqual({ tile: { level: 1, index: 0, width: 256 }, from: 6, count: 2 })
})

test('a tile that was cut off is not read', async () => {
  expect(() => splitTile(new Uint8Array(33))).toThrow('33 bytes')
  expect(() => splitTile(new Uint8Array())).toThrow('0 bytes')
  expect(() => splitTile(new Uint8Array(257 * 32))).toThrow('bytes')
  const read = tileReader(async () => new Uint8Array(32), 2)
  await expect(read([{ level: 0, index: 1 }])).rejects.toThrow('too short')
})

describe('entry bundles', () => {
  test('hold what was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 256 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]))
      }),
      { numRuns: 30 },
    )
  })
  test('have the length in two bytes, the higher first', () => {
    expect([...encodeBundle([utf8('ab'), new Uint8Array()])]).toEqual([0, 2, 97, 98, 0, 0])
    expect(encodeBundle([new Uint8Array(0xffff)]).slice(0, 2)).toEqual(Uint8Array.of(0xff, 0xff))
    expect(() => encodeBundle([new Uint8Array(0x10000)])).toThrow('does not fit')
  })
  test.each([[[0]], [[0, 2, 97]], [[0, 0, 1, 0]]])('%j ends too early', (broken) => {
    expect(() => decodeBundle(Uint8Array.from(broken))).toThrow('middle')
  })
})
