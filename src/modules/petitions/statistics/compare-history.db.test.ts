import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type Act, actInputs, actNames } from '../../../../tests/support/lawful-acts.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import { allowedActs } from '../../lifecycle/index.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import { lifecycle } from '../lifecycle.ts'
import { lockPetition } from '../petition-repository.ts'
import { compareWithHistory, rebuiltNames } from './compare-history.ts'
import { checkFigures, findFigureCheck } from './figure-checks.ts'

let clock = new Date('2026-11-22T10:00:00+07:00')
const testing = await testApp({ now: () => clock, petitions: true })
const { db } = testing
const scope = { authorityId: 1 }
const cases = await officeCases(testing, () => clock)

/** The same walk at each run: Park and Miller's generator. */
let seed = 20261122
const random = (n: number) => {
  seed = (seed * 48271) % 2147483647
  return seed % n
}
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!
const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'filer'] as const

function inputOf(act: Act): object {
  const today = civilDateOf(clock)
  const outcome = pick(['solved', 'promised', 'explained', 'cannot'])
  const varied: Partial<Record<Act, object>> = {
    accept: pick([{}, { unit: 'Đội Quản lý đô thị' }, { unit: 'Đội Quản lý đô thị', officer: 'nam' }]),
    assign: { unit: pick(['Đội Quản lý đô thị', 'Phòng Y tế']) },
    draftAnswer: { text: 'Đã xem.', outcome, ...(outcome === 'promised' ? { promisedOn: addDays(today, 3 + random(20)) } : {}) },
    extend: { dueOn: addDays(today, 20 + random(30)), reason: 'Chờ cấp kinh phí.' },
    inviteToDialogue: { heldOn: addDays(today, 15 + random(10)), heldAt: '08:30', place: 'Phòng tiếp công dân' },
    findComplex: { criteria: [1], reason: 'Hai nơi phải xác minh.' },
    rate: { solved: pick(['yes', 'partly', 'no']), satisfaction: 3 },
  }
  return varied[act] ?? actInputs[act]
}

/** Whom a group names moves no figure, and none of these cases is of a group. */
const isWalked = (act: Act) => act !== 'correctGroup'

/** Acts at random by people at random, over months; refusals are part of it. */
async function walk(steps: number): Promise<Map<Act, number>> {
  const done = new Map<Act, number>()
  const matters = []
  for (const step of ['new', 'new', 'new', 'new', 'assigned', 'assigned', 'drafted', 'answered'] as const) {
    matters.push(await cases.aCase(step, { kind: 'feedback' }), await cases.aCase(step))
  }
  for (let i = 0; i < steps; i++) {
    if (i % 20 === 19)
      matters.push(await cases.aCase(pick(['new', 'assigned', 'promised', 'drafted']), { kind: pick(['feedback', 'complaint']) }))
    if (i % 25 === 24) clock = new Date(clock.getTime() + 2 * 86_400_000)
    const matter = pick(matters)
    const now = await db.transaction().execute((trx) => lockPetition(trx, scope, matter.id))
    const possible = allowedActs(lifecycle, now!, new Set(['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'filer'])).filter(
      isWalked,
    )
    if (possible.length === 0) continue
    const act = pick(possible)
    if (act === 'withdraw' && random(4) > 0) continue
    try {
      await cases.act(pick(people), matter, act, inputOf(act))
      done.set(act, (done.get(act) ?? 0) + 1)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }
  return done
}

let done: Map<Act, number>
beforeAll(async () => {
  done = await walk(3_000)
}, 300_000)

const same = { differences: [], unknownTypes: [], broken: [] }

describe('figures rebuilt from the history', () => {
  test('equal the kept ones after a random walk through every act', async () => {
    expect(actNames.filter((act) => isWalked(act) && !done.has(act))).toEqual([])
    const found = await compareWithHistory(db, scope)
    expect(found).toMatchObject(same)
    expect(found.matters).toBe(
      Number(
        (
          await db
            .selectFrom('petitions')
            .select(({ fn }) => fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      ),
    )
    expect(await comparePetitionCounts(db, scope)).toEqual([])
  })

  test.each([1, 7, 100])(
    'are the same read %i entries at a time',
    async (batch) => {
      expect(await compareWithHistory(db, scope, batch)).toEqual(await compareWithHistory(db, scope))
    },
    60_000,
  )
})

/** Plants something, looks, and takes it back. */
async function planted<T>(plant: (trx: typeof db) => Promise<unknown>, look: (trx: typeof db) => Promise<T>): Promise<T> {
  const back = Symbol('back')
  let seen: T | undefined
  await db
    .transaction()
    .execute(async (trx) => {
      await plant(trx)
      seen = await look(inside(trx))
      throw back
    })
    .catch((error) => {
      if (error !== back) throw error
    })
  return seen!
}

/** A connection on which a transaction is already open: what is asked for one runs in it. */
function inside(trx: typeof db): typeof db {
  const asked = { setIsolationLevel: () => asked, execute: <T>(work: (within: typeof db) => Promise<T>) => work(trx) }
  return new Proxy(trx, { get: (target, key) => (key === 'transaction' ? () => asked : Reflect.get(target, key, target)) })
}

const aMatter = async () =>
  (
    await db
      .selectFrom('petitions')
      .select('id')
      .where('status', '=', 'accepted')
      .where('extended', '=', false)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
  ).id

function entryOf(matter_id: string, seq: number, type: string, facts: object = {}) {
  return {
    authority_id: 1,
    matter_type: 'petition',
    matter_id,
    seq,
    id: newId(),
    type,
    at: clock,
    actor_role: 'chairman',
    actor_id: null,
    audience: 'public' as const,
    facts: JSON.stringify(facts),
  }
}

async function nextSeq(matter: string): Promise<number> {
  const row = await db
    .selectFrom('history_entries')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('matter_id', '=', matter)
    .executeTakeFirstOrThrow()
  return row.seq + 1
}

describe('a difference is found', () => {
  test.each(rebuiltNames)('a kept count too many of %s', async (name) => {
    const bucket = name === 'petition.open' || name === 'petition.promise' ? '2026-12-31' : '2026-11'
    const count = { name, owner: 'all', bucket }
    const found = await planted(
      (trx) =>
        trx
          .insertInto('tallies')
          .values({ authority_id: 1, ...count, slot: 99, n: 1 })
          .execute(),
      (trx) => compareWithHistory(trx, scope),
    )
    expect(found.differences).toEqual([{ count, kept: expect.any(Number), counted: expect.any(Number) }])
    expect(found.differences[0]!.kept - found.differences[0]!.counted).toBe(1)
  })

  test('an entry without its act', async () => {
    const matter = await aMatter()
    const entry = entryOf(matter, await nextSeq(matter), 'petition.answered', { outcome: 'solved', promisedOn: null, dueOn: null })
    const found = await planted(
      (trx) => trx.insertInto('history_entries').values(entry).execute(),
      (trx) => compareWithHistory(trx, scope),
    )
    const names = new Set(found.differences.map(({ count }) => count.name))
    expect([...names].sort()).toEqual(['petition.answeredOnTime', 'petition.open', 'petition.outcome.solved', 'petition.status'])
  })

  test('a clock that was moved without an act', async () => {
    const { matter_id: matter } = await db
      .selectFrom('clocks')
      .select('matter_id')
      .where('state', '=', 'running')
      .where('stage', '=', 'resolution')
      .orderBy('matter_id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const found = await planted(
      (trx) =>
        trx.updateTable('clocks').set({ due_on: '2030-01-02' }).where('matter_id', '=', matter).where('state', '=', 'running').execute(),
      (trx) => compareWithHistory(trx, scope),
    )
    expect(found.differences.some(({ count, counted }) => count.bucket === '2030-01-02' && counted === 1)).toBe(true)
  })

  test('an entry that is missing, and one of a kind that nobody explained', async () => {
    const matter = await aMatter()
    const seq = await nextSeq(matter)
    const found = await planted(
      (trx) =>
        trx
          .insertInto('history_entries')
          .values(entryOf(matter, seq + 1, 'petition.danced'))
          .execute(),
      (trx) => compareWithHistory(trx, scope),
    )
    expect(found).toMatchObject({ broken: [matter], unknownTypes: ['petition.danced'] })
  })

  test('a history that does not begin with the receipt', async () => {
    const stranger = newId()
    const found = await planted(
      (trx) =>
        trx
          .insertInto('history_entries')
          .values(entryOf(stranger, 1, 'petition.accepted', { unitId: null }))
          .execute(),
      (trx) => compareWithHistory(trx, scope),
    )
    expect(found.broken).toEqual([stranger])
  })
})

test('what was found is kept for the pages, the newest in place of the last', async () => {
  const loaded = await findFigureCheck(db, scope)
  const clean = await checkFigures(db, scope, clock)
  expect(clean).toMatchObject({ differences: 0, examples: [] })
  expect(clean.matters).toBeGreaterThan(loaded!.matters)
  await db
    .insertInto('tallies')
    .values({ authority_id: 1, name: 'petition.received', owner: 'all', bucket: '2019-01', slot: 99, n: 2 })
    .execute()
  await checkFigures(db, scope, clock)
  expect(await findFigureCheck(db, scope)).toEqual({
    checkedAt: clock,
    matters: clean.matters,
    differences: 1,
    examples: ['petition.received all 2019-01: 2 ≠ 0'],
  })
})
