import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { HashReader } from '../../shared/tlog/merkle.ts'
import { placeOf, TILE_WIDTH, type Tile } from '../../shared/tlog/tiles.ts'
import type { Scope } from '../accounts/index.ts'
import { readTile } from './tree-repository.ts'
import './log.table.ts'

type HashTile = Tile & { level: number }

/** Full tiles that a process keeps: they never change. 8 kB each. */
const MOST_KEPT = 1_000
/** By connection, since a process of tests has several databases; the one that was used last stands last. */
const kept = new WeakMap<Db, Map<string, Buffer>>()

/**
 * Hashes of the tree of this size for many proofs: its full tiles come in one query, or from memory. Gives what `hashReader` gives,
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
  for (const key of wanted.keys()) {
    const known = memory.get(key)
    if (known) found.set(key, keep(memory, key, known))
  }
  const missing = [...wanted].filter(([key]) => !found.has(key))
  if (missing.length === 0) return found
  const rows = await db
    .selectFrom('log_tiles')
    .select(['level', 'n', 'hashes'])
    .where('authority_id', '=', scope.authorityId)
    .where(sql<boolean>`(level, n) in (${sql.join(missing.map(([, { level, index }]) => sql`(${level}::smallint, ${index}::bigint)`))})`)
    .execute()
  for (const { level, n, hashes } of rows) {
    const key = keyOf(scope, { level, index: Number(n), width: TILE_WIDTH })
    found.set(key, keep(memory, key, hashes))
  }
  // What is not full yet is read from the leaves or from the tiles below: one tile a level at most, at the right edge.
  const partial = missing.filter(([key]) => !found.has(key))
  await Promise.all(
    partial.map(async ([key, tile]) => {
      const bytes = await readTile(db, scope, tile, size)
      if (bytes?.length !== tile.width * 32)
        throw new Error(`The log has no tile ${tile.level}/${tile.index} at size ${size}. Run: congdan audit`)
      found.set(key, bytes)
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

const NODE = Buffer.of(1)

/** The hash over `count` neighbours in a tile; a power of two. */
function hashIn(tile: Buffer, from: number, count: number): Uint8Array {
  let hashes = Array.from({ length: count }, (_, at) => tile.subarray((from + at) * 32, (from + at + 1) * 32))
  while (hashes.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < hashes.length; at += 2)
      above.push(
        createHash('sha256')
          .update(NODE)
          .update(hashes[at]!)
          .update(hashes[at + 1]!)
          .digest(),
      )
    hashes = above
  }
  return Uint8Array.from(hashes[0]!)
}
