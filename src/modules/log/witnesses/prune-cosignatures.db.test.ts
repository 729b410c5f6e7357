import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { newId } from '../../../shared/ids.ts'
import { scope, testLog } from '../test-app.ts'
import { findLeafUnderHead } from './cosignatures.ts'
import { pruneCosignatures } from './prune-cosignatures.ts'

const now = new Date('2026-11-26T15:00:00+07:00')

test('of old cosignatures the last of each witness and day stays; new ones all; every leaf stays under a cosigned head', async () => {
  const { db } = await testLog()
  const witnesses = [newId(), newId()]
  for (const [n, id] of witnesses.entries())
    await db
      .insertInto('log_witnesses')
      .values({
        authority_id: 1,
        id,
        title: `Nhân chứng ${n}`,
        vkey: `w${n}`,
        url: null,
        added_by: 'khanh',
        added_at: now,
      })
      .execute()
  /** Size of the head, who, when. */
  const given: [number, 0 | 1, string][] = [
    [10, 0, '2026-09-01T08:00:00+07:00'],
    [20, 0, '2026-09-01T23:59:00+07:00'],
    [20, 1, '2026-09-01T23:59:30+07:00'],
    [30, 0, '2026-09-02T00:01:00+07:00'],
    [40, 1, '2026-09-02T09:00:00+07:00'],
    [50, 0, '2026-10-27T14:00:00+07:00'],
    [60, 0, '2026-11-26T14:00:00+07:00'],
    [70, 0, '2026-11-26T14:30:00+07:00'],
  ]
  for (const size of new Set(given.map(([one]) => one)))
    await db
      .insertInto('log_heads')
      .values({ authority_id: 1, size, previous_size: size - 10, root: randomBytes(32), checkpoint: `x\n${size}\n` })
      .execute()
  for (const [size, who, at] of given)
    await db
      .insertInto('log_cosignatures')
      .values({ authority_id: 1, size, witness_id: witnesses[who]!, line: '— x y\n', cosigned_at: new Date(at) })
      .execute()
  expect(await pruneCosignatures(db, now)).toBe(1)
  const left = await db.selectFrom('log_cosignatures').select(['size', 'witness_id']).orderBy('size').orderBy('cosigned_at').execute()
  expect(left.map(({ size, witness_id }) => [size, witnesses.indexOf(witness_id)])).toEqual(
    given.slice(1).map(([size, who]) => [size, who]),
  )
  const entryId = newId()
  await db
    .insertInto('log_leaves')
    .values({
      authority_id: 1,
      position: 5,
      entry_id: entryId,
      on_date: '2026-09-01' as CivilDate,
      moves: false,
      hash: randomBytes(32),
      leaf: randomBytes(8),
    })
    .execute()
  expect(await findLeafUnderHead(db, scope, entryId)).toMatchObject({ position: 5, size: 20, checkpoint: 'x\n20\n' })
  expect(await pruneCosignatures(db, now)).toBe(0)
})
