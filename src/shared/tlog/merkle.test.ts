import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  consistencyProof,
  emptyRoot,
  foldNodes,
  type HashReader,
  inclusionProof,
  leafHash,
  nodesOf,
  rootOfInclusion,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

/** The eight leaves and roots by which implementations of RFC 6962 are compared (transparency-dev/merkle, testonly). */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(bytes)
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const [l0, l1, l4] = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
]
const [l01, l23, l45, l67] = [
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
]
const [l0123, l4567] = [
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
]

/** A second, naive implementation, straight from the definitions of RFC 6962 and by another library. */
const sha = (...parts: Uint8Array[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const left = (n: number) => 2 ** Math.ceil(Math.log2(n) - 1)
function mth(d: Uint8Array[]): Uint8Array {
  if (d.length === 0) return sha()
  if (d.length === 1) return sha(Buffer.of(0), d[0]!)
  const k = left(d.length)
  return sha(Buffer.of(1), mth(d.slice(0, k)), mth(d.slice(k)))
}
function path(m: number, d: Uint8Array[]): Uint8Array[] {
  if (d.length === 1) return []
  const k = left(d.length)
  return m < k ? [...path(m, d.slice(0, k)), mth(d.slice(k))] : [...path(m - k, d.slice(k)), mth(d.slice(0, k))]
}
function subproof(m: number, d: Uint8Array[], b: boolean): Uint8Array[] {
  if (m === d.length) return b ? [] : [mth(d)]
  const k = left(d.length)
  return m <= k ? [...subproof(m, d.slice(0, k), b), mth(d.slice(k))] : [...subproof(m - k, d.slice(k), false), mth(d.slice(0, k))]
}

/** Complete subtrees of a list in memory. */
const over =
  (entries: Uint8Array[]): HashReader =>
  async (nodes) =>
    nodes.map(({ level, index }) => {
      const own = entries.slice(index * 2 ** level, (index + 1) * 2 ** level)
      expect(own).toHaveLength(2 ** level)
      return mth(own)
    })

describe('the vectors of RFC 6962', () => {
  test.each(roots.map((root, size) => ({ root, size })))('the root of $size leaves', async ({ root, size }) => {
    expect(hex(await treeRoot(over(leaves), size))).toBe(root)
    expect(hex(mth(leaves.slice(0, size)))).toBe(root)
  })

  test.each<[number, number, string[]]>([
    [0, 1, []],
    [0, 2, [l1]],
    [1, 2, [l0]],
    [2, 3, [l01]],
    [1, 5, [l0, l23, l4]],
    [0, 8, [l1, l23, l4567]],
    [5, 8, [l4, l67, l0123]],
  ])('that leaf %d is in a tree of %d', async (index, size, wanted) => {
    const proof = await inclusionProof(over(leaves), index, size)
    expect(proof.map(hex)).toEqual(wanted)
    expect(verifyInclusion(leafHash(leaves[index]!), index, size, proof, bytes(roots[size]!))).toBe(true)
  })

  test.each<[number, number, string[]]>([
    [1, 1, []],
    [1, 8, [l1, l23, l4567]],
    [2, 5, [l23, l4]],
    [6, 8, [l45, l67, l0123]],
  ])('that the tree of %d begins that of %d', async (first, second, wanted) => {
    const proof = await consistencyProof(over(leaves), first, second)
    expect(proof.map(hex)).toEqual(wanted)
    expect(verifyConsistency(first, second, bytes(roots[first]!), bytes(roots[second]!), proof)).toBe(true)
  })
})

/** No two leaves alike: of two equal ones each may stand for the other. */
const trees = fc.uniqueArray(fc.uint8Array({ maxLength: 6 }), { minLength: 1, maxLength: 70, selector: (leaf) => leaf.join() })
const twisted = (hash: Uint8Array, at: number) => hash.map((byte, place) => (place === at ? byte ^ 1 : byte))

describe('on any tree', () => {
  test('roots and proofs are those of the naive implementation, and hold', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.nat(), fc.nat(), async (entries, a, b) => {
        const size = entries.length
        const index = a % size
        const first = b % (size + 1)
        const root = mth(entries)
        expect(hex(await treeRoot(over(entries), size))).toBe(hex(root))
        const proof = await inclusionProof(over(entries), index, size)
        expect(proof.map(hex)).toEqual(path(index, entries).map(hex))
        expect(verifyInclusion(leafHash(entries[index]!), index, size, proof, root)).toBe(true)
        const steps = await consistencyProof(over(entries), first, size)
        expect(steps.map(hex)).toEqual((first === 0 || first === size ? [] : subproof(first, entries, true)).map(hex))
        expect(verifyConsistency(first, size, mth(entries.slice(0, first)), root, steps)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('nothing else holds: another leaf, place, size, hash, order or length', async () => {
    await fc.assert(
      fc.asyncProperty(trees, fc.nat(), fc.nat(), fc.nat(31), async (entries, a, b, bit) => {
        const size = entries.length
        const index = a % size
        const root = mth(entries)
        const leaf = leafHash(entries[index]!)
        const proof = await inclusionProof(over(entries), index, size)
        const holds = (changed: { leaf?: Uint8Array; index?: number; proof?: Uint8Array[]; root?: Uint8Array }) =>
          verifyInclusion(changed.leaf ?? leaf, changed.index ?? index, size, changed.proof ?? proof, changed.root ?? root)
        expect(holds({ leaf: twisted(leaf, bit) })).toBe(false)
        expect(holds({ root: twisted(root, bit) })).toBe(false)
        expect(holds({ proof: [...proof, root] })).toBe(false)
        for (let other = 0; other < size; other++) if (other !== index) expect(holds({ index: other })).toBe(false)
        if (proof.length > 0) {
          const at = b % proof.length
          expect(holds({ proof: proof.with(at, twisted(proof[at]!, bit)) })).toBe(false)
          expect(holds({ proof: proof.with(at, proof[at]!.slice(0, 31)) })).toBe(false)
          expect(holds({ proof: proof.slice(1) })).toBe(false)
          expect(holds({ proof: proof.slice(0, -1) })).toBe(false)
        }
        const first = 1 + (b % size)
        const before = mth(entries.slice(0, first))
        const steps = await consistencyProof(over(entries), first, size)
        expect(verifyConsistency(first, size, twisted(before, bit), root, steps)).toBe(false)
        expect(verifyConsistency(first, size, before, twisted(root, bit), steps)).toBe(false)
        expect(verifyConsistency(first, size, before, root, [...steps, root])).toBe(false)
        if (steps.length > 0) {
          const at = b % steps.length
          expect(verifyConsistency(first, size, before, root, steps.with(at, twisted(steps[at]!, bit)))).toBe(false)
          expect(verifyConsistency(first, size, before, root, steps.slice(0, -1))).toBe(false)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('a tree with one leaf rewritten does not go on from what it was', async () => {
    const rewritten = leaves.with(2, bytes('ff'))
    const steps = await consistencyProof(over(rewritten), 5, 8)
    expect(verifyConsistency(5, 8, bytes(roots[5]!), mth(rewritten), steps)).toBe(false)
  })
})

describe('what no honest log says is refused', () => {
  const root = bytes(roots[3]!)
  test.each<[number, number]>([
    [3, 3],
    [-1, 3],
    [0.5, 3],
    [0, 0],
    [Number.NaN, 3],
    [0, 2 ** 60],
  ])('leaf %d of %d', (index, size) => {
    expect(rootOfInclusion(root, index, size, [])).toBeNull()
  })
  test.each<[number, number]>([
    [4, 3],
    [-1, 3],
    [1.5, 3],
    [1, Number.POSITIVE_INFINITY],
  ])('from %d to %d', (first, second) => {
    expect(verifyConsistency(first, second, root, root, [])).toBe(false)
  })
  test('the same size with another root, and a false empty tree', () => {
    expect(verifyConsistency(3, 3, root, twisted(root, 0), [])).toBe(false)
    expect(verifyConsistency(3, 3, root, root, [root])).toBe(false)
    expect(verifyConsistency(0, 3, emptyRoot(), root, [])).toBe(true)
    expect(verifyConsistency(0, 3, root, root, [])).toBe(false)
    expect(verifyConsistency(1, 3, root, root, [])).toBe(false)
  })
  test('proofs of leaves that are not there are not made', async () => {
    await expect(inclusionProof(over(leaves), 8, 8)).rejects.toThrow('no 8')
    await expect(consistencyProof(over(leaves), 9, 8)).rejects.toThrow('no 9')
  })
})

test('a tree of ten million million leaves is a few dozen subtrees, counted exactly', () => {
  const size = 10_000_000_000_001
  const nodes = nodesOf([0, size])
  expect(nodes.reduce((sum, { level }) => sum + 2 ** level, 0)).toBe(size)
  expect(nodes.length).toBeLessThan(44)
  expect(nodes.at(-1)).toEqual({ level: 0, index: size - 1 })
  expect(hex(foldNodes([]))).toBe(roots[0])
})
