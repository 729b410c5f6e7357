import { describe, expect, test } from 'vitest'
import { emptyRoot, leafHash, treeRoot } from '../../shared/tlog/merkle.ts'
import { tileReader, tileWidth } from '../../shared/tlog/tiles.ts'
import { append, emptyEdge, rootOf } from './edge.ts'

const leaves = Array.from({ length: 70_000 }, (_, at) => leafHash(Uint8Array.of(at >> 16, (at >> 8) & 255, at & 255)))
const SIZES = [0, 1, 2, 3, 7, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 69_999, 70_000]

describe('the right edge of a tree', () => {
  test('leads to the root that the tiles lead to, whatever the size and however the leaves came', async () => {
    const tiles = new Map<string, Uint8Array[]>()
    let { edge } = { edge: emptyEdge() }
    for (const size of SIZES) {
      // In batches of changing length.
      for (let step = 1; edge.size < size; step = (step * 7) % 1_013) {
        const done = append(edge, leaves.slice(edge.size, Math.min(edge.size + step, size)))
        edge = done.edge
        for (const { level, n, hashes } of done.full) tiles.set(`${level}/${n}`, hashes)
      }
      const read = tileReader(async ({ level, index }) => {
        const hashes = tiles.get(`${level}/${index}`) ?? edge.levels[Number(level)]!
        return Buffer.concat(hashes.slice(0, tileWidth(level, index, size)))
      }, size)
      expect(Buffer.from(rootOf(edge)).toString('hex'), String(size)).toBe(
        Buffer.from(size === 0 ? emptyRoot() : await treeRoot(read, size)).toString('hex'),
      )
    }
    expect([...tiles.keys()].filter((key) => key.startsWith('0/'))).toHaveLength(273)
    expect([...tiles.keys()].filter((key) => key.startsWith('1/'))).toEqual(['1/0'])
  })

  test('appending leaves the edge that it began from as it was', () => {
    const before = append(emptyEdge(), leaves.slice(0, 300)).edge
    const root = rootOf(before)
    append(before, leaves.slice(300, 900))
    expect(rootOf(before)).toEqual(root)
    expect(before.size).toBe(300)
  })
})
