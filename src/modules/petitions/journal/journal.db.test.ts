import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { connect, type Db } from '../../../platform/database.ts'
import { changeCalendar, loadCalendar } from '../../clocks/index.ts'
import { comparePetitionCounts } from '../compare-counts.ts'
import { filePetition } from '../file-petition.ts'
import { notifyFiled } from '../notify-filer.ts'
import { petitionPersonalData } from '../personal-data.ts'
import { findByCode } from '../petition-repository.ts'
import { recomputePetitionClocks } from '../recompute-clocks.ts'
import { type Journal, openJournal, sweepAll } from './journal.ts'
import { countFailed } from './ledger.ts'

const site = await testApp()
const { pool, appKey } = site
const scope = { authorityId: 1 }
const logged: object[] = []

/** A web process of its own: pool and journal. A journal that is never asked to spread stands for a process that was killed. */
function aProcess(mostWaiting?: number) {
  const connection = connect(site.url, 8)
  const options = {
    db: connection.db,
    appKey,
    now: () => new Date(),
    hamletExists: async () => false,
    afterFiling: notifyFiled(null),
    dropPages: () => undefined,
    log: { error: (details: object) => void logged.push(details) },
  }
  const journal = openJournal(options, mostWaiting)
  afterAll(connection.close)
  return { ...options, journal }
}
const [one, other] = [aProcess(), aProcess()]
/** Acknowledges, and forgets at once what it has acknowledged. */
const killed: Journal = { ...one.journal, room: async () => undefined, add: () => undefined }

const authority = { id: 1, slug: '', name: '', shortName: '', codePrefix: 'PL', tier: 'town', remote: false, demo: true } as const
const input = (change: object = {}) => ({
  kind: 'recommendation' as const,
  subject: 'Đường ngập sau mỗi trận mưa',
  body: 'Nước tràn vào nhà dân.',
  filer: { name: 'Trương Thị Bình', phone: '0900 000 001', email: 'binh@vidu.vn', address: null, identityNumber: null },
  hamlet: null,
  location: { lat: 11.8, lon: 106.9 },
  publish: true,
  clientToken: randomUUID(),
  ...change,
})
const file = (said = input(), by = { ...one, journal: killed }) =>
  filePetition(by, { scope, site: authority as never, input: said, actor: null, channel: 'online' })

const numberOf = async (sql: string, values: unknown[] = []) =>
  Number((await pool.query(`select count(*) n from ${sql}`, values)).rows[0].n)
const waiting = () => numberOf('filings where document is not null')

/** Everything of this petition stands there once. */
async function expectWhole(code: string): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id from petitions where code = $1', [code])
  expect(rows).toHaveLength(1)
  const { id } = rows[0]!
  const ofMatter = 'where matter_id = $1'
  expect({
    filers: await numberOf('petition_filers where petition_id = $1', [id]),
    clocks: await numberOf(`clocks ${ofMatter}`, [id]),
    events: await numberOf('clock_events e join clocks c on c.id = e.clock_id where c.matter_id = $1', [id]),
    history: (await pool.query(`select array_agg(seq order by seq) s from history_entries ${ofMatter}`, [id])).rows[0].s,
    consents: await numberOf(`consent_entries ${ofMatter}`, [id]),
    mails: await numberOf(`outbox ${ofMatter}`, [id]),
  }).toEqual({ filers: 1, clocks: 1, events: 1, history: [1], consents: 2, mails: 1 })
}

beforeEach(async () => {
  await sweepAll(other)
  logged.length = 0
})

describe('a filing', () => {
  test('is one row first, then a whole petition, as if written at once', async () => {
    const told = await file()
    expect([await waiting(), await numberOf('petitions where code = $1', [told.petition.code])]).toEqual([1, 0])
    expect(await sweepAll(other)).toBe(1)
    await expectWhole(told.petition.code)
    const found = await findByCode(one.db, scope, told.petition.code)
    expect(found).toMatchObject({ ...told.petition })
    expect(told.clocks?.map(({ stage, dueOn }) => [stage, dueOn])).toEqual([['initialResult', found?.dueOn]])
    const whole = await filePetition(
      { ...one, journal: undefined as never },
      { scope, site: authority as never, input: input(), actor: null, channel: 'online' },
    )
    const facts = async (id: string) => (await pool.query('select facts from history_entries where matter_id = $1', [id])).rows[0].facts
    expect(Object.keys(await facts(told.petition.id))).toEqual(Object.keys(await facts(whole.petition.id)))
    await expectWhole(whole.petition.code)
    expect(await comparePetitionCounts(one.db, scope)).toEqual([])
  })

  test('sent twenty times at once to two processes is one, and everybody hears the same', async () => {
    const said = input()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => file(said, i % 2 ? one : other)))
    expect(new Set(answers.map(({ petition, secret }) => `${petition.code} ${secret}`)).size).toBe(1)
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1)
    await Promise.all([one.journal.flush(), other.journal.flush()])
    await expectWhole(answers[0]!.petition.code)
    expect(await comparePetitionCounts(one.db, scope)).toEqual([])
  })

  test('whose reply was lost is told again, with its first words, before the spread and after', async () => {
    const said = input()
    const first = await file(said)
    for (const process of [other, one]) {
      const again = await file({ ...said, subject: 'Khác hẳn' }, process)
      expect(again).toMatchObject({ repeated: true, secret: first.secret, petition: { code: first.petition.code, subject: said.subject } })
    }
    await expectWhole(first.petition.code)
  })

  test('filed whole keeps its token in the same ledger', async () => {
    const said = input()
    const whole = await file(said, { ...one, journal: undefined as never })
    const again = await file(said, other)
    expect(again).toMatchObject({ repeated: true, secret: whole.secret, petition: { code: whole.petition.code } })
    expect(await file(said, { ...one, journal: undefined as never })).toMatchObject({
      repeated: true,
      petition: { code: whole.petition.code },
    })
  })

  test('that cannot be entered turns no other away', async () => {
    const broken = { ...authority, codePrefix: 'P\u0000' }
    const answers = await Promise.allSettled([
      file(),
      filePetition({ ...one, journal: killed }, { scope, site: broken as never, input: input(), actor: null, channel: 'online' }),
      file(),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await waiting()).toBe(2)
  })
})

describe('the spread', () => {
  test('happens once, however many sweep and look at the same moment', async () => {
    const told = await Promise.all(Array.from({ length: 30 }, () => file()))
    await Promise.all([
      sweepAll(one),
      sweepAll(other),
      ...told.flatMap(({ petition }) => [findByCode(one.db, scope, petition.code), findByCode(other.db, scope, petition.code)]),
    ])
    expect(await waiting()).toBe(0)
    for (const { petition } of told) await expectWhole(petition.code)
    expect(await comparePetitionCounts(one.db, scope)).toEqual([])
    expect(logged).toEqual([])
  })

  test('is done for whoever looks a code up in another process', async () => {
    const told = await file()
    expect(await petitionPersonalData.find(other.db, scope, told.petition.code)).toMatchObject({ email: 'binh@vidu.vn' })
    await expectWhole(told.petition.code)
    expect(await findByCode(other.db, scope, 'PL-2026-99999')).toBeUndefined()
  })

  test('of what a process itself acknowledged is seen by its next request', async () => {
    const payload = { ...input(), filer: { name: 'Bình' }, location: null, hamlet: null }
    const { code } = (await site.app.inject({ method: 'POST', url: '/api/v1/petitions', payload })).json()
    const cookie = await site.signIn('hoa')
    const list = await site.app.inject({ url: '/api/v1/office/petitions?view=all', headers: { cookie } })
    expect(list.body).toContain(code)
  })

  test('leaves nothing of a person in the ledger', async () => {
    const { petition } = await file()
    await sweepAll(one)
    const { rows } = await pool.query('select * from filings where code = $1', [petition.code])
    expect(rows).toMatchObject([{ document: null, failures: 0 }])
    expect(JSON.stringify(rows)).not.toMatch(/Bình|0900|vidu|ngập/)
  })

  test('holds filings back when too many wait', async () => {
    const narrow = aProcess(5)
    await Promise.all(Array.from({ length: 8 }, () => file(input(), narrow)))
    for (let i = 0; i < 12; i++) {
      await file(input(), narrow)
      // Eight came at once while there was room.
      expect(await waiting()).toBeLessThanOrEqual(8)
    }
    await narrow.journal.flush()
    expect(await waiting()).toBe(0)
  })

  test('passes over one that cannot be spread: it is kept, counted, logged without a word of it, and tried again', async () => {
    const [good, bad] = [await file(), await file()]
    await pool.query(`update filings set document = jsonb_set(document::jsonb, '{kind}', '"khiếu kiện của Bình"')::json where code = $1`, [
      bad.petition.code,
    ])
    await sweepAll(other)
    await expectWhole(good.petition.code)
    expect([await waiting(), await countFailed(one.db, scope)]).toEqual([1, 1])
    expect(JSON.stringify(logged)).toMatch(/"code":"23514"/)
    expect(JSON.stringify(logged)).not.toMatch(/Bình|khiếu kiện/)
    expect(await findByCode(one.db, scope, bad.petition.code)).toBeUndefined()
    const outbox = await site.app.inject({ url: '/lam-viec/quan-tri/hop-thu', headers: { cookie: await site.signIn('khanh') } })
    expect(outbox.body).toContain('1 đơn đã xác nhận với người gửi nhưng chưa đưa được vào sổ đơn')
    await pool.query(`update filings set document = jsonb_set(document::jsonb, '{kind}', '"recommendation"')::json where code = $1`, [
      bad.petition.code,
    ])
    const anHour = { ...other, now: () => new Date(Date.now() + 3_600_000) }
    expect(await sweepAll(anHour)).toBe(1)
    await expectWhole(bad.petition.code)
    expect(await countFailed(one.db, scope)).toBe(0)
  })
})

describe('a calendar that changes', () => {
  const change = async (db: Db, date: string) =>
    db
      .transaction()
      .execute((trx) =>
        changeCalendar(
          trx,
          scope,
          { personId: 'admin' },
          { notice: { number: 'TB 12', on: null }, set: [{ date: date as never, kind: 'off', name: 'Nghỉ bù' }] },
        ),
      )

  test('in another process before the filing: the days told are those of the new calendar', async () => {
    const before = (await file()).clocks![0]!.dueOn
    await sweepAll(one)
    await change(other.db, before)
    const told = await file()
    expect(told.clocks![0]!.dueOn > before).toBe(true)
    await sweepAll(one)
    expect((await findByCode(one.db, scope, told.petition.code))?.dueOn).toBe(told.clocks![0]!.dueOn)
  })

  test('between acknowledgement and spread: the days stand as told, then move with a reason in the history', async () => {
    const told = await file()
    const { dueOn } = told.clocks![0]!
    await change(other.db, dueOn)
    await pool.query('delete from graphile_worker._private_jobs')
    await sweepAll(other)
    const { rows } = await pool.query('select due_on, original_due_on from clocks where matter_id = $1', [told.petition.id])
    expect(rows).toEqual([{ due_on: dueOn, original_due_on: dueOn }])
    const { rows: jobs } = await pool.query(
      'select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1',
      ['recomputeClocks'],
    )
    expect(jobs).toMatchObject([{ payload: { authorityId: 1, since: told.petition.receivedOn, notice: 'TB 12', actorId: 'admin' } }])
    await recomputePetitionClocks({ ...one, today: told.petition.receivedOn }, scope, jobs[0].payload)
    const found = await findByCode(one.db, scope, told.petition.code)
    expect(found!.dueOn! > dueOn).toBe(true)
    const types = await pool.query('select array_agg(type order by seq) t from history_entries where matter_id = $1', [told.petition.id])
    expect(types.rows[0].t).toHaveLength(2)
    await loadCalendar(one.db, scope)
    expect(await comparePetitionCounts(one.db, scope)).toEqual([])
  })
})
