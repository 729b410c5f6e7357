import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FormatError, sameBytes } from '../shared/tlog/bytes.ts'
import { type OpenedCheckpoint, openCheckpoint, parseCheckpoint } from '../shared/tlog/checkpoint.ts'
import { consistencyProof, leafHash, treeRoot, verifyConsistency } from '../shared/tlog/merkle.ts'
import { parseNote } from '../shared/tlog/note.ts'
import { decodeBundle, encodeBundle, parseTilePath, TILE_WIDTH, type Tile, tilePath, tileReader, tileWidth } from '../shared/tlog/tiles.ts'
import type { Vkey } from '../shared/tlog/vkey.ts'
import type { Town } from '../witness/town.ts'
import { MirrorRefusal } from './refusal.ts'
import { tileRows } from './tile-rows.ts'
import { readIfThere, writeFileIn } from './write-file.ts'

export interface MirroredLog {
  opened: OpenedCheckpoint
  /** Size of the log at the last mirroring; 0: this is the first. */
  before: number
}

/** What is not yet checked lies here. */
const STAGED = 'log.part'

/**
 * Brings the log in a folder up to the town's, bundle by bundle: lines that are there already are not fetched again, every line and every
 * tile is checked against the signed root, and a log that does not go on from the one on the disk is not taken.
 */
export async function mirrorLog(folder: string, town: Town, keys: readonly Vkey[]): Promise<MirroredLog> {
  const checkpoint = await town.checkpoint()
  const opened = openCheckpoint(checkpoint, keys)
  const { size, root } = opened.checkpoint
  const known = await readIfThere(join(folder, 'log', 'checkpoint'))
  const before = known ? parseCheckpoint(parseNote(known.toString()).text) : null
  if (before && before.size > size) throw new MirrorRefusal('shorter', { known: before.size, shown: size })

  await rm(join(folder, STAGED), { recursive: true, force: true })
  try {
    const staged = await stageTiles(folder, town, size)
    const read = tileReader(async (tile) => readFile(join(folder, staged.has(tilePath(tile)) ? STAGED : 'log', tilePath(tile))), size)
    if (!sameBytes(await treeRoot(read, size), root)) throw new MirrorRefusal('brokenTiles', { known: before?.size ?? 0, shown: size })
    if (before && !verifyConsistency(before.size, size, before.root, root, await consistencyProof(read, before.size, size)))
      throw new MirrorRefusal('inconsistent', { known: before.size, shown: size })
    for (const path of staged) await takeOver(folder, path)
  } finally {
    await rm(join(folder, STAGED), { recursive: true, force: true })
  }
  // After what it names is there; before what only an older one named goes.
  await writeFileIn(folder, 'log/checkpoint', checkpoint)
  await dropOldPartials(folder, size)
  return { opened, before: before?.size ?? 0 }
}

/** The lines of the log in a folder, bundle by bundle in order. */
export async function* bundlesIn(folder: string, size: number): AsyncGenerator<Uint8Array[]> {
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const tile = { level: 'entries', index, width: tileWidth('entries', index, size) } as const
    yield decodeBundle(await readFile(join(folder, 'log', tilePath(tile))))
  }
}

/** Puts beside the log what it lacks. @returns paths of what lies there */
async function stageTiles(folder: string, town: Town, size: number): Promise<Set<string>> {
  const staged = new Set<string>()
  const put = async (tile: Tile, bytes: Uint8Array) => {
    const path = tilePath(tile)
    const known = await readIfThere(join(folder, 'log', path))
    if (known && sameBytes(known, bytes)) return
    await writeFileIn(folder, `${STAGED}/${path}`, bytes)
    staged.add(path)
  }
  const rows = tileRows(put)
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    const tile = { level: 'entries', index, width: tileWidth('entries', index, size) } as const
    const { entries, hashes } = (await ownBundle(folder, tile)) ?? hashed(decodeBundle(await town.tile(tile)))
    if (entries.length < tile.width) throw new MirrorRefusal('brokenTiles', { known: 0, shown: size })
    // A full bundle in place of a partial one holds more than this tree.
    await put(tile, encodeBundle(entries.slice(0, tile.width)))
    for (const hash of hashes.slice(0, tile.width)) await rows.add(hash)
  }
  await rows.finish()
  return staged
}

const hashed = (entries: Uint8Array[]) => ({ entries, hashes: entries.map(leafHash) })

/** A full bundle that was fetched before; null as well where the disk has spoilt it since. */
async function ownBundle(folder: string, tile: Tile): Promise<{ entries: Uint8Array[]; hashes: Uint8Array[] } | null> {
  if (tile.width < TILE_WIDTH) return null
  const [bundle, tiles] = await Promise.all([
    readIfThere(join(folder, 'log', tilePath(tile))),
    readIfThere(join(folder, 'log', tilePath({ ...tile, level: 0 }))),
  ])
  if (!bundle || !tiles) return null
  try {
    const own = hashed(decodeBundle(bundle))
    return sameBytes(Buffer.concat(own.hashes), tiles) ? own : null
  } catch (error) {
    if (error instanceof FormatError) return null
    throw error
  }
}

async function takeOver(folder: string, path: string): Promise<void> {
  const target = join(folder, 'log', path)
  await mkdir(dirname(target), { recursive: true })
  await rename(join(folder, STAGED, path), target)
}

/** Tiles of the right edge of trees before: a mirror of every night would fill with them. */
async function dropOldPartials(folder: string, size: number): Promise<void> {
  const log = join(folder, 'log')
  for (const name of await readdir(log, { recursive: true })) {
    const tile = parseTilePath(name.replaceAll('\\', '/'))
    if (tile && tile.width < TILE_WIDTH && tileWidth(tile.level, tile.index, size) !== tile.width)
      await rm(join(log, name), { force: true })
  }
}

/** The keys of the log by which it was mirrored before. */
export async function knownKeys(folder: string): Promise<string[]> {
  const known = await readIfThere(join(folder, 'log', 'key'))
  return known === null ? [] : known.toString('utf8').split('\n').filter(Boolean)
}
