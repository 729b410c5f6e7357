import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import type { HashReader } from '../../shared/tlog/merkle.ts'
import { encodeBundle, TILE_WIDTH, type Tile, tileReader, tileWidth } from '../../shared/tlog/tiles.ts'
import type { Scope } from '../accounts/index.ts'
import { type Edge, hashesAt } from './edge.ts'
import type { Head } from './head.ts'
import './log.table.ts'

/** The newest head; undefined before the log was set up. */
export async function findHead(db: Db, scope: Scope): Promise<Head | undefined> {
  return db
    .selectFrom('log_heads')
    .select(['size', 'root', 'checkpoint', 'at'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The first head that holds this leaf: with the smallest tree, so with the shortest proof; the same one for ever. */
export async function findHeadOver(db: Db, scope: Scope, position: number): Promise<Head | undefined> {
  return db
    .selectFrom('log_heads')
    .select(['size', 'root', 'checkpoint', 'at'])
    .where('authority_id', '=', scope.authorityId)
    .where('size', '>', position)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst()
}

/** Hashes of the leaves from `start`, in order. */
async function leafHashes(db: Db, scope: Scope, start: number, end: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('log_leaves')
    .select('hash')
    .where('authority_id', '=', scope.authorityId)
    .where('position', '>=', start)
    .where('position', '<', end)
    .orderBy('position')
    .execute()
  return rows.map(({ hash }) => hash)
}

/** Roots of full tiles of a level, in order. */
async function tileRoots(db: Db, scope: Scope, level: number, start: number, end: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('log_tiles')
    .select('root')
    .where('authority_id', '=', scope.authorityId)
    .where('level', '=', level)
    .where('n', '>=', start)
    .where('n', '<', end)
    .orderBy('n')
    .execute()
  return rows.map(({ root }) => root)
}

/** Hashes of a level from `start`, in order, as far as they are there. */
export function hashesBetween(db: Db, scope: Scope, level: number, start: number, end: number): Promise<Uint8Array[]> {
  return level === 0 ? leafHashes(db, scope, start, end) : tileRoots(db, scope, level - 1, start, end)
}

/** What is needed to append to a tree of this size: at most 255 hashes of each level. */
export async function readEdge(db: Db, scope: Scope, size: number): Promise<Edge> {
  const levels: Uint8Array[][] = [[]]
  for (let level = 0; hashesAt(level, size) > 0; level++) {
    const end = hashesAt(level, size)
    const start = end - (end % TILE_WIDTH)
    const hashes = start === end ? [] : await hashesBetween(db, scope, level, start, end)
    levels[level] = hashes
    if (hashes.length !== end - start) throw new Error(`The log lacks hashes of level ${level} before size ${size}. Run: congdan audit`)
  }
  return { size, levels }
}

/** A tile of hashes as it is served; null where the tree of this size has none of that width. */
export async function readTile(
  db: Db,
  scope: Scope,
  { level, index, width }: Tile & { level: number },
  size: number,
): Promise<Buffer | null> {
  if (tileWidth(level, index, size) < width) return null
  const full = await db
    .selectFrom('log_tiles')
    .select(width === TILE_WIDTH ? 'hashes' : sql<Buffer>`substring(hashes for ${width * 32})`.as('hashes'))
    .where('authority_id', '=', scope.authorityId)
    .where('level', '=', level)
    .where('n', '=', index)
    .executeTakeFirst()
  if (full) return full.hashes
  const start = index * TILE_WIDTH
  return Buffer.concat(await hashesBetween(db, scope, level, start, start + width))
}

/** A bundle of leaves as it is served; null where the tree of this size has none of that width. */
export async function readBundle(db: Db, scope: Scope, { index, width }: Omit<Tile, 'level'>, size: number): Promise<Buffer | null> {
  if (tileWidth('entries', index, size) < width) return null
  const start = index * TILE_WIDTH
  const rows = await db
    .selectFrom('log_leaves')
    .select('leaf')
    .where('authority_id', '=', scope.authorityId)
    .where('position', '>=', start)
    .where('position', '<', start + width)
    .orderBy('position')
    .execute()
  return Buffer.from(encodeBundle(rows.map(({ leaf }) => leaf)))
}

/** Hashes of the tree of this size, for proofs. */
export function hashReader(db: Db, scope: Scope, size: number): HashReader {
  return tileReader(async (tile) => {
    const bytes = tile.level === 'entries' ? null : await readTile(db, scope, { ...tile, level: tile.level }, size)
    if (!bytes) throw new Error(`The log has no tile ${tile.level}/${tile.index} at size ${size}. Run: congdan audit`)
    return bytes
  }, size)
}
