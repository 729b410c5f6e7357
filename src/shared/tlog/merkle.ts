import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, sameBytes } from './bytes.ts'

/** The Merkle tree of RFC 6962 section 2.1 over SHA-256. Leaves are counted from 0; sizes stay below 2^53. */
export const HASH_BYTES = 32

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

export const leafHash = (entry: Uint8Array): Uint8Array => sha256(concatBytes(LEAF, entry))

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(concatBytes(NODE, left, right))

/** The root of the tree without leaves. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array())

/** A complete subtree: the leaves from `index × 2^level`, 2^level of them. */
export interface TreeNode {
  level: number
  index: number
}

/** Gives the hashes of complete subtrees, in the order asked for: from tiles, rows or memory. */
export type HashReader = (nodes: readonly TreeNode[]) => Promise<readonly Uint8Array[]>

/** Leaves from `start` up to `end`, which is not included. */
type Range = readonly [start: number, end: number]

/** The largest power of two smaller than `size` (at least 2). */
function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** The complete subtrees that together are the subtree over `range`, largest first. The range must be one that the tree is split into. */
export function nodesOf([start, end]: Range): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let at = start; at < end; ) {
    let level = 0
    while (2 ** (level + 1) <= end - at) level++
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash over subtrees as `nodesOf` orders them. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return emptyRoot()
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), hashes.at(-1)!)
}

/** PATH of RFC 6962, as ranges instead of hashes; from the leaf's sibling upwards. */
function inclusionRanges(index: number, start: number, end: number): Range[] {
  if (end - start === 1) return []
  const middle = start + splitOf(end - start)
  return index < middle
    ? [...inclusionRanges(index, start, middle), [middle, end]]
    : [...inclusionRanges(index, middle, end), [start, middle]]
}

/** SUBPROOF of RFC 6962, as ranges. `known`: the verifier has the hash of the first `first` leaves. */
function consistencyRanges(first: number, start: number, end: number, known: boolean): Range[] {
  if (first === end) return known ? [] : [[start, end]]
  const middle = start + splitOf(end - start)
  return first <= middle
    ? [...consistencyRanges(first, start, middle, known), [middle, end]]
    : [...consistencyRanges(first, middle, end, false), [start, middle]]
}

async function hashesOf(read: HashReader, ranges: readonly Range[]): Promise<Uint8Array[]> {
  const parts = ranges.map(nodesOf)
  const hashes = await read(parts.flat())
  let at = 0
  return parts.map((nodes) => {
    const own = hashes.slice(at, at + nodes.length)
    at += nodes.length
    return foldNodes(own)
  })
}

function requireSize(value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 0 || value > most) throw new Error(`A tree of ${most} leaves has no ${value}.`)
}

export async function treeRoot(read: HashReader, size: number): Promise<Uint8Array> {
  requireSize(size, Number.MAX_SAFE_INTEGER)
  return size === 0 ? emptyRoot() : foldNodes(await read(nodesOf([0, size])))
}

/** Shows that the leaf stands in the tree: the hashes beside its way to the root, from the bottom. */
export async function inclusionProof(read: HashReader, index: number, size: number): Promise<Uint8Array[]> {
  requireSize(index, size - 1)
  return hashesOf(read, inclusionRanges(index, 0, size))
}

/** Shows that the tree of `second` leaves begins with the tree of `first` leaves; empty where there is nothing to show. */
export async function consistencyProof(read: HashReader, first: number, second: number): Promise<Uint8Array[]> {
  requireSize(first, second)
  return first === 0 || first === second ? [] : hashesOf(read, consistencyRanges(first, 0, second, true))
}

const half = (value: number) => Math.floor(value / 2)
const isOdd = (value: number) => value % 2 === 1
const areHashes = (hashes: readonly Uint8Array[]) => hashes.every((hash) => hash.length === HASH_BYTES)

/** The root to which an inclusion proof leads (RFC 9162 section 2.1.3.2); null for a proof that cannot be one for this place. */
export function rootOfInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Uint8Array | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size || !areHashes(proof)) return null
  let node = index
  let last = size - 1
  let hash = leaf
  for (const beside of proof) {
    if (last === 0) return null
    if (isOdd(node) || node === last) {
      hash = nodeHash(beside, hash)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, beside)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 ? hash : null
}

export function verifyInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[], root: Uint8Array): boolean {
  const reached = rootOfInclusion(leaf, index, size, proof)
  return reached !== null && sameBytes(reached, root)
}

/** RFC 9162 section 2.1.4.2, with the two cases that need no proof: from nothing, and the same size. */
export function verifyConsistency(
  first: number,
  second: number,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second || !areHashes(proof)) return false
  if (first === second) return proof.length === 0 && sameBytes(firstRoot, secondRoot)
  if (first === 0) return proof.length === 0 && sameBytes(firstRoot, emptyRoot())
  let node = first - 1
  let last = second - 1
  while (isOdd(node)) {
    node = half(node)
    last = half(last)
  }
  // Where the first tree is complete, its root is where the proof begins.
  const [seed, ...rest] = node === 0 ? [firstRoot, ...proof] : proof
  if (!seed) return false
  let reachedFirst = seed
  let reachedSecond = seed
  for (const beside of rest) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      reachedFirst = nodeHash(beside, reachedFirst)
      reachedSecond = nodeHash(beside, reachedSecond)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      reachedSecond = nodeHash(reachedSecond, beside)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && sameBytes(reachedFirst, firstRoot) && sameBytes(reachedSecond, secondRoot)
}
