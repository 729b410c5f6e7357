import { hash } from 'node:crypto'
import type { Db } from '../../platform/database.ts'
import { runPrepared } from '../../platform/write-together.ts'
import type { HashReader } from '../../shared/tlog/merkle.ts'
import { placeOf, TILE_WIDTH, type Tile } from '../../shared/tlog/tiles.ts'
import type { Scope } from '../accounts/index.ts'
import { hashesBetween } from './tree-repository.ts'
import './log.table.ts'

type HashTile = Tile & { level: number }

/** Tiles that a process keeps, each as far as it has read it: what stands in a tile never changes, it only grows. 8 kB at most. */
const MOST_KEPT = 1_000
/** By connection, since a process of tests has several databases; the one that was used last stands last. */
const kept = new WeakMap<Db, Map<string, Buffer>>()

/**
 * Hashes of the tree of this size for many proofs: its tiles come in one query, or from memory. Gives what `hashReader` gives,
 * which reads each tile anew as it stands: witnesses and the audit go by that one.
 */
export function quickHashReader(db: Db, scope: Scope, size: number): HashReader {
  return async (nodes) => {
    const places = nodes.map((node) => placeOf(node, size))
    const tiles = await readTiles(
      db,
      scope,
      size,
      places.map(({ tile }) => tile as HashTile),
    )
    return places.map(({ tile, from, count }) => hashIn(tiles.get(keyOf(scope, tile))!, from, count))
  }
}

const keyOf = ({ authorityId }: Scope, { level, index }: Tile) => `${authorityId}/${level}/${index}`

async function readTiles(db: Db, scope: Scope, size: number, tiles: readonly HashTile[]): Promise<Map<string, Buffer>> {
  const wanted = new Map(tiles.map((tile) => [keyOf(scope, tile), tile]))
  const memory = kept.get(db) ?? new Map<string, Buffer>()
  kept.set(db, memory)
  const found = new Map<string, Buffer>()
  for (const [key, { width }] of wanted) {
    const known = memory.get(key)
    if (known && known.length >= width * 32) found.set(key, keep(memory, key, known))
  }
  const missing = [...wanted].filter(([key]) => !found.has(key))
  if (missing.length === 0) return found
  const rows = await runPrepared<{ level: number; n: number; hashes: Buffer }>(
    db,
    `select t.level, t.n, t.hashes from unnest($2::smallint[], $3::bigint[]) as asked (level, n)
     join log_tiles t on t.authority_id = $1 and t.level = asked.level and t.n = asked.n`,
    [scope.authorityId, missing.map(([, { level }]) => level), missing.map(([, { index }]) => index)],
  )
  for (const { level, n, hashes } of rows) {
    const key = keyOf(scope, { level, index: Number(n), width: TILE_WIDTH })
    found.set(key, keep(memory, key, hashes))
  }
  // What is not full yet is read from the leaves or from the tiles below, as far as it goes: one tile a level at most, at the right edge.
  const partial = missing.filter(([key]) => !found.has(key))
  await Promise.all(
    partial.map(async ([key, { level, index, width }]) => {
      const start = index * TILE_WIDTH
      const hashes = await hashesBetween(db, scope, level, start, start + TILE_WIDTH)
      if (hashes.length < width) throw new Error(`The log has no tile ${level}/${index} at size ${size}. Run: congdan audit`)
      found.set(key, keep(memory, key, Buffer.concat(hashes)))
    }),
  )
  return found
}

function keep(memory: Map<string, Buffer>, key: string, hashes: Buffer): Buffer {
  memory.delete(key)
  memory.set(key, hashes)
  if (memory.size > MOST_KEPT) memory.delete(memory.keys().next().value!)
  return hashes
}

/** The hash over `count` neighbours in a tile; a power of two. RFC 6962: of a byte 1 and the two hashes below. */
function hashIn(tile: Buffer, from: number, count: number): Uint8Array {
  const node = Buffer.alloc(65, 1)
  let hashes = tile.subarray(from * 32, (from + count) * 32)
  while (hashes.length > 32) {
    const above = Buffer.alloc(hashes.length / 2)
    for (let at = 0; at < above.length; at += 32) {
      hashes.copy(node, 1, at * 2, at * 2 + 64)
      hash('sha256', node, 'buffer').copy(above, at)
    }
    hashes = above
  }
  return Uint8Array.from(hashes)
}
