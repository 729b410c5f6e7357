import { emptyRoot, nodeHash } from '../../shared/tlog/merkle.ts'
import { TILE_WIDTH } from '../../shared/tlog/tiles.ts'

/** The right edge of a tree: of each level of tiles, the hashes of the tile that is not full yet. All that appending needs to know. */
export interface Edge {
  size: number
  levels: Uint8Array[][]
}

/** A tile that has become full, and its root: a hash of the level above. */
export interface FullTile {
  level: number
  n: number
  hashes: Uint8Array[]
  root: Uint8Array
}

export const emptyEdge = (): Edge => ({ size: 0, levels: [[]] })

/** How many hashes a tree of this size has at a level of tiles. */
export function hashesAt(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

/** The tree with these leaves more, and the tiles that they filled. The given edge stays as it is. */
export function append(edge: Edge, leaves: readonly Uint8Array[]): { edge: Edge; full: FullTile[] } {
  const levels = edge.levels.map((hashes) => [...hashes])
  const full: FullTile[] = []
  let size = edge.size
  for (const leaf of leaves) {
    size++
    let hash = leaf
    for (let level = 0; ; level++) {
      levels[level] ??= []
      const hashes = levels[level]!
      hashes.push(hash)
      if (hashes.length < TILE_WIDTH) break
      hash = rootOfFull(hashes)
      full.push({ level, n: hashesAt(level, size) / TILE_WIDTH - 1, hashes, root: hash })
      levels[level] = []
    }
  }
  return { edge: { size, levels }, full }
}

function rootOfFull(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, at) => nodeHash(row[at * 2]!, row[at * 2 + 1]!))
  return row[0]!
}

/** Root of the tree (RFC 6962), from its edge: smaller parts are to the right, so they are folded first. */
export function rootOf({ levels }: Edge): Uint8Array {
  let root: Uint8Array | null = null
  for (const hashes of levels) {
    for (const part of completeParts(hashes)) root = root ? nodeHash(part, root) : part
  }
  return root ?? emptyRoot()
}

/** The complete subtrees that stand in a tile that is not full, the last and smallest first. */
function completeParts(hashes: readonly Uint8Array[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  let end = hashes.length
  for (let width = 1; end > 0; width *= 2) {
    if (Math.floor(hashes.length / width) % 2 === 0) continue
    parts.push(rootOfFull(hashes.slice(end - width, end)))
    end -= width
  }
  return parts
}
