import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sameBytes } from '../shared/tlog/bytes.ts'
import { type OpenedCheckpoint, openCheckpoint, parseCheckpoint } from '../shared/tlog/checkpoint.ts'
import { consistencyProof, type HashReader, leafHash, nodeHash, treeRoot, verifyConsistency } from '../shared/tlog/merkle.ts'
import { parseNote } from '../shared/tlog/note.ts'
import { decodeBundle, encodeBundle, TILE_WIDTH, tilePath, tileWidth } from '../shared/tlog/tiles.ts'
import type { Vkey } from '../shared/tlog/vkey.ts'
import type { Town } from '../witness/town.ts'
import { MirrorRefusal } from './refusal.ts'
import { readIfThere, writeFileIn } from './write-file.ts'

export interface MirroredLog {
  opened: OpenedCheckpoint
  /** Every line of the log, in order. */
  leaves: readonly Uint8Array[]
  /** Size of the log at the last mirroring; 0: this is the first. */
  before: number
}

/**
 * Brings the log in a folder up to the town's: lines that are there already are not fetched again, every line and every tile is checked
 * against the signed root, and a log that does not go on from the one on the disk is not taken.
 */
export async function mirrorLog(folder: string, town: Town, keys: readonly Vkey[]): Promise<MirroredLog> {
  const checkpoint = await town.checkpoint()
  const opened = openCheckpoint(checkpoint, keys)
  const { size, root } = opened.checkpoint
  const known = await readIfThere(join(folder, 'log', 'checkpoint'))
  const before = known ? parseCheckpoint(parseNote(known.toString()).text) : null
  if (before && before.size > size) throw new MirrorRefusal('shorter', { known: before.size, shown: size })

  const leaves = await linesOf(folder, town, size)
  const hashes = treeOf(leaves)
  const read: HashReader = async (nodes) => nodes.map(({ level, index }) => hashes[level]![index]!)
  if (!sameBytes(await treeRoot(read, size), root)) throw new MirrorRefusal('brokenTiles', { known: before?.size ?? 0, shown: size })
  if (before && !verifyConsistency(before.size, size, before.root, root, await consistencyProof(read, before.size, size)))
    throw new MirrorRefusal('inconsistent', { known: before.size, shown: size })

  await writeTiles(folder, leaves, hashes, size)
  // Last: what it names is there.
  await writeFileIn(folder, 'log/checkpoint', checkpoint)
  return { opened, leaves, before: before?.size ?? 0 }
}

async function linesOf(folder: string, town: Town, size: number): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = []
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const tile = { level: 'entries', index, width: tileWidth('entries', index, size) } as const
    const path = join(folder, 'log', tilePath(tile))
    const own = tile.width === TILE_WIDTH ? await readIfThere(path) : null
    const entries = decodeBundle(own ?? (await town.tile(tile)))
    // A full bundle in place of a partial one holds more than this tree.
    leaves.push(...entries.slice(0, tile.width))
  }
  if (leaves.length !== size) throw new MirrorRefusal('brokenTiles', { known: 0, shown: size })
  return leaves
}

/** Hashes of all complete subtrees: of level 0 the leaves. */
function treeOf(leaves: readonly Uint8Array[]): Uint8Array[][] {
  const levels = [leaves.map(leafHash)]
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!)
    levels.push(Array.from({ length: Math.floor(below.length / 2) }, (_, at) => nodeHash(below[at * 2]!, below[at * 2 + 1]!)))
  return levels
}

async function writeTiles(folder: string, leaves: readonly Uint8Array[], hashes: readonly Uint8Array[][], size: number): Promise<void> {
  for (let level = 0; TILE_WIDTH ** level <= size; level++) {
    const row = hashes[level * 8]!
    for (let index = 0; index * TILE_WIDTH < row.length; index++) {
      const own = row.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
      await keep(folder, tilePath({ level, index, width: own.length }), Buffer.concat(own))
    }
  }
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const own = leaves.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
    await keep(folder, tilePath({ level: 'entries', index, width: own.length }), encodeBundle(own))
  }
}

async function keep(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const known = await readIfThere(join(folder, 'log', path))
  if (!known || !sameBytes(known, bytes)) await writeFileIn(folder, `log/${path}`, bytes)
}

/** The keys of the log by which it was mirrored before. */
export async function knownKeys(folder: string): Promise<string[]> {
  try {
    return (await readFile(join(folder, 'log', 'key'), 'utf8')).split('\n').filter(Boolean)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
