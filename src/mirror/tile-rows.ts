import { concatBytes } from '../shared/tlog/bytes.ts'
import { foldComplete, TILE_WIDTH, type Tile } from '../shared/tlog/tiles.ts'

export interface TileRows {
  /** The next leaf's hash. */
  add: (hash: Uint8Array) => Promise<void>
  /** Puts down what is unfinished at the right edge. */
  finish: () => Promise<void>
}

/** The hash tiles of a tree whose leaves come one after the other; of each level no more is held than one unfinished tile. */
export function tileRows(put: (tile: Tile, bytes: Uint8Array) => Promise<void>): TileRows {
  const rows: { index: number; hashes: Uint8Array[] }[] = []

  async function addAt(level: number, hash: Uint8Array): Promise<void> {
    rows[level] ??= { index: 0, hashes: [] }
    const row = rows[level]!
    row.hashes.push(hash)
    if (row.hashes.length < TILE_WIDTH) return
    rows[level] = { index: row.index + 1, hashes: [] }
    await put({ level, index: row.index, width: TILE_WIDTH }, concatBytes(...row.hashes))
    await addAt(level + 1, foldComplete(row.hashes))
  }

  return {
    add: (hash) => addAt(0, hash),
    finish: async () => {
      for (const [level, { index, hashes }] of rows.entries())
        if (hashes.length > 0) await put({ level, index, width: hashes.length }, concatBytes(...hashes))
    },
  }
}
