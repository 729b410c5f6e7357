import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newId } from '../../shared/ids.ts'
import { consistencyProof, inclusionProof } from '../../shared/tlog/merkle.ts'
import { integrateAll } from './integrate.ts'
import { quickHashReader } from './read-hashes.ts'
import { scope, testLog } from './test-app.ts'
import { findHead, hashReader } from './tree-repository.ts'

const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'))

describe('the quick way gives the proofs of the plain one', () => {
  test('for each leaf of a log, at its size and at each that it had, while it grows over the width of a tile', async () => {
    const { db, act, options } = await testLog()
    const sizes: number[] = []
    for (const count of [1, 6, 200, 48, 2, 255, 90]) {
      await act(count)
      await integrateAll(options, scope)
      sizes.push((await findHead(db, scope))!.size)
      for (const size of sizes) {
        const [quick, plain] = [quickHashReader(db, scope, size), hashReader(db, scope, size)]
        for (const index of new Set([0, size >> 2, size >> 1, size - 2, size - 1].filter((at) => at >= 0)))
          expect(hex(await inclusionProof(quick, index, size))).toEqual(hex(await inclusionProof(plain, index, size)))
        expect(hex(await consistencyProof(quick, sizes[0]!, size))).toEqual(hex(await consistencyProof(plain, sizes[0]!, size)))
      }
    }
    expect(sizes.at(-1)).toBeGreaterThan(512)
  }, 60_000)

  test('over three levels of tiles', async () => {
    const { db } = await testLog({ setUp: false })
    const [size, index] = [200_000, 150_000]
    const tile = (level: number, n: number) => ({ authority_id: 1, level, n, hashes: randomBytes(8192), root: randomBytes(32) })
    const low = [585, ...Array.from({ length: 13 }, (_, at) => 768 + at)]
    await db
      .insertInto('log_tiles')
      .values([...low.map((n) => tile(0, n)), ...[0, 1, 2].map((n) => tile(1, n))])
      .execute()
    await db
      .insertInto('log_leaves')
      .values(
        Array.from({ length: 64 }, (_, at) => ({
          ...{ authority_id: 1, position: 781 * 256 + at, entry_id: newId(), on_date: '2026-11-26' as const, moves: false },
          ...{ hash: randomBytes(32), leaf: Buffer.from('{}') },
        })),
      )
      .execute()
    const plain = hex(await inclusionProof(hashReader(db, scope, size), index, size))
    const first = hex(await inclusionProof(quickHashReader(db, scope, size), index, size))
    expect([first, first.length]).toEqual([plain, 18])
    // From memory as well.
    expect(hex(await inclusionProof(quickHashReader(db, scope, size), index, size))).toEqual(plain)
  })

  test('a tile that is not there is said, not guessed', async () => {
    const { db } = await testLog({ setUp: false })
    await expect(inclusionProof(quickHashReader(db, scope, 300), 5, 300)).rejects.toThrow('Run: congdan audit')
  })
})
