import { describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { publicFacts } from '../history/index.ts'
import { changeCalendar } from './change-calendar.ts'
import { setLocalTarget } from './local-targets.ts'
import { clockForms } from './public-forms.ts'
import { recordRules, ruleStates } from './record-rules.ts'
import { ruleIds } from './rules.ts'

const { db } = await testDatabase()
const scope = { authorityId: 1 }
await db
  .insertInto('authorities')
  .values({
    ...{ id: 1, slug: 'phuoc-long', name: 'Phước Long', short_name: 'PL', code_prefix: 'PL', tier: 'ward', remote: false, demo: false },
    ...{ valid_from: '2025-07-01', valid_to: null, host: null, address: '', reception_hours: '', phone: '' },
  })
  .execute()

/** What the public log says of the newest entries of a type, oldest first. */
async function told(type: string) {
  const rows = await db
    .selectFrom('history_entries')
    .select(['type', 'facts', 'audience', 'seq'])
    .where('type', '=', type)
    .orderBy('seq')
    .execute()
  expect(rows.every(({ audience }) => audience === 'public')).toBe(true)
  return rows.map((row) => publicFacts(clockForms[row.type], row.facts))
}

describe('the rules that are counted by', () => {
  test('are written down once, whoever starts', async () => {
    expect(await Promise.all([1, 2, 3].map(() => recordRules(db, scope)))).toEqual([0, 0, 0])
    expect(await told('rules.recorded')).toEqual([{ count: ruleStates().length, digest: expect.stringMatching(/^[0-9a-f]{64}$/) }])
    expect(await told('rules.changed')).toEqual([])
  })

  test('each change stands there with the old value and the new one', async () => {
    const changed = ruleStates().map((state) =>
      state.rule === 'complaint.resolve_first' ? { ...state, value: 45, digest: 'a'.repeat(64) } : state,
    )
    expect(await recordRules(db, scope, changed)).toBe(1)
    const before = ruleStates().find(({ rule }) => rule === 'complaint.resolve_first')!
    expect(await told('rules.changed')).toEqual([
      {
        rule: 'complaint.resolve_first',
        ...{ oldValue: before.value, oldUnit: before.unit, oldDigest: before.digest },
        ...{ value: 45, unit: before.unit, digest: 'a'.repeat(64) },
      },
    ])
    expect(await recordRules(db, scope, changed)).toBe(0)
    const added = [...changed, { rule: 'holidays.2031', value: null, unit: null, digest: 'b'.repeat(64) }]
    expect(await recordRules(db, scope, added)).toBe(1)
    expect((await told('rules.changed')).at(-1)).toEqual({ rule: 'holidays.2031', digest: 'b'.repeat(64) })
  })

  test('are named in a form that the log lets out', () => {
    for (const rule of [...ruleIds, ...ruleStates().map((state) => state.rule)])
      expect(publicFacts(clockForms['rules.changed'], { rule }), rule).toEqual({ rule })
  })
})

test('a day of the calendar that is changed, changed back, and a year that is decided', async () => {
  const actor = { personId: 'khanh' }
  const notice = { number: '12/TB-UBND', on: '2026-11-20' as const }
  await db
    .transaction()
    .execute((trx) =>
      changeCalendar(trx, scope, actor, { notice, set: [{ date: '2026-12-24', kind: 'off', name: 'Hội làng' }], confirmYear: 2031 }),
    )
  await db.transaction().execute((trx) => changeCalendar(trx, scope, actor, { notice, clear: ['2026-12-24'] }))
  const seal = expect.stringMatching(/^[0-9a-f]{64}$/)
  const same = { on: '2026-12-24', notice: '12/TB-UBND', noticeOn: '2026-11-20', noticeCommitment: seal }
  expect(await told('calendar.dayChanged')).toEqual([
    { ...same, old: 'worked', new: 'off', nameCommitment: seal },
    { ...same, old: 'off', new: 'worked' },
  ])
  const [decided] = await told('calendar.yearDecided')
  expect(decided).toMatchObject({ year: 2031, notice: '12/TB-UBND' })
  expect(decided!['off']).toContain('2031-01-01')
})

test('a target of the office, set and set anew', async () => {
  const target = { rule: 'petition.resolve', validFrom: '2026-01-01' as const, documentNumber: '7/QĐ-UBND', note: 'Theo lời bà Hoa' }
  for (const value of [10, 15])
    await db.transaction().execute((trx) => setLocalTarget(trx, scope, null, { ...target, limit: { value, unit: 'workingDay' } }))
  const same = { rule: 'petition.resolve', unit: 'workingDay', validFrom: '2026-01-01', document: '7/QĐ-UBND' }
  expect(await told('localTarget.set')).toEqual([
    expect.objectContaining({ ...same, value: 10 }),
    expect.objectContaining({ ...same, value: 15, oldValue: 10, oldUnit: 'workingDay' }),
  ])
  const leaves = JSON.stringify(await told('localTarget.set'))
  expect(leaves).not.toContain('Hoa')
})
