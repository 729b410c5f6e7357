import { expect, test } from 'vitest'
import { leafHash, nodeHash, treeRoot } from '../shared/tlog/merkle.ts'
import { TILE_WIDTH, tilePath, tileReader, tileWidth } from '../shared/tlog/tiles.ts'
import { tileRows } from './tile-rows.ts'

/** RFC 6962 as it is written down, without any tile. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 1) return leaves[0]!
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)))
}

test.each([1, 2, 255, 256, 257, 512, 1000, 256 * 256 + 300])('tiles of %i leaves lead to the root', { timeout: 30_000 }, async (size) => {
  const leaves = Array.from({ length: size }, (_, n) => leafHash(new TextEncoder().encode(`line ${n}`)))
  const tiles = new Map<string, Uint8Array>()
  const rows = tileRows(async (tile, bytes) => {
    expect(tile.width).toBe(tileWidth(tile.level, tile.index, size))
    tiles.set(tilePath(tile), bytes)
  })
  for (const leaf of leaves) await rows.add(leaf)
  await rows.finish()
  const read = tileReader(async (tile) => tiles.get(tilePath(tile))!, size)
  expect(await treeRoot(read, size)).toEqual(rootOf(leaves))
  const full = Math.floor(size / TILE_WIDTH)
  expect([...tiles.keys()].filter((path) => /^tile\/0\/[x\d/]+$/.test(path))).toHaveLength(full)
})
