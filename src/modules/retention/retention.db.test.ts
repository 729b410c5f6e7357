import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { type OfficeCases, officeCases } from '../../../tests/support/office-cases.ts'
import { everythingStored } from '../../../tests/support/rows.ts'
import { personalDataSources } from '../../personal-data-sources.ts'
import { addDays, type CivilDate } from '../../shared/civil-date.ts'
import { type EraseOptions, eraseDue } from './erase-due.ts'
import { proposeBatches } from './propose.ts'
import type { RuleId } from './rule.ts'
import type { Retained } from './source.ts'
import { addSwitch } from './switch-repository.ts'

const scope = { authorityId: 1 }
const LONG_AGO = '2024-03-01'
const TODAY = '2026-11-23' as CivilDate
const noon = (on: string) => new Date(`${on}T12:00:00+07:00`)
let clock = noon(TODAY)
let site: TestApp
let then: OfficeCases
let named = 0

beforeAll(async () => {
  site = await testApp({ now: () => clock })
  then = await officeCases(site, () => noon(LONG_AGO))
})
beforeEach(async () => {
  clock = noon(TODAY)
  await site.db.deleteFrom('retention_items').execute()
  await site.db.deleteFrom('retention_batches').execute()
  await site.db.deleteFrom('retention_holds').execute()
  await site.db.deleteFrom('retention_switches').execute()
  // Each test has its own cases; those of the last one are out of the way.
  await site.db.updateTable('petitions').set({ erased_at: clock }).where('erased_at', 'is', null).execute()
})

const { retained } = personalDataSources(Buffer.alloc(32, 7))
const options = (change: Partial<EraseOptions> = {}): EraseOptions => ({
  db: site.db,
  now: () => clock,
  publicUrl: 'https://cong.vidu.vn',
  retained,
  dropPages: () => undefined,
  ...change,
})
const turn = (rule: RuleId, change: { isOn?: boolean; keepMonths?: number } = {}) =>
  site.db.transaction().execute((trx) =>
    addSwitch(trx, scope, {
      rule,
      isOn: true,
      keepMonths: 24,
      announceDays: 30,
      documentNumber: '12/QĐ-UBND',
      setBy: then.people.get('khanh')!.personId,
      setAt: clock,
      ...change,
    }),
  )
const person = () => ({
  name: `Người Cũ ${++named}`,
  phone: '0911 000 111',
  email: `cu${named}@vidu.vn`,
  address: null,
  identityNumber: null,
})
const oldCase = (change: object = {}) =>
  then.aCase('answered', { kind: 'feedback', body: `Chuyện riêng ${randomUUID()}`, filer: person(), ...change })
/** Mail of the acts is queued by the database's own clock: it is put where it belongs. */
const age = () => sql`update outbox set queued_at = ${noon(LONG_AGO)} where kind <> 'retention.announced'`.execute(site.db)
const items = () => site.db.selectFrom('retention_items').select(['code', 'state', 'because']).orderBy('code').execute()
const rowOf = (id: string) => site.db.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const later = (days: number) => {
  clock = noon(addDays(TODAY, days))
}

/** Two nights: one that announces, and the one on which it goes. */
async function announced(rule: RuleId = 'petition.closed') {
  await turn(rule)
  await age()
  return proposeBatches(options(), scope)
}

describe('announcing', () => {
  test('with every rule off nothing is announced, and nothing goes', async () => {
    const filed = await oldCase()
    expect([await proposeBatches(options(), scope), await eraseDue(options(), scope)]).toEqual([0, 0])
    expect((await rowOf(filed.id)).erased_at).toBeNull()
  })

  test('says what, how many, by which rule and from when; the person is written to; nothing goes a day too early', async () => {
    const filed = await oldCase()
    expect(await announced()).toBe(1)
    const batch = await site.db.selectFrom('retention_batches').selectAll().executeTakeFirstOrThrow()
    expect(batch).toMatchObject({ rule: 'petition.closed', status: 'announced', waiting: 1, announced_on: TODAY, erase_from: '2026-12-23' })
    const mail = await site.db
      .selectFrom('outbox')
      .select(['body', 'to_address', 'manner'])
      .where('kind', '=', 'retention.announced')
      .where('matter_id', '=', filed.id)
      .executeTakeFirstOrThrow()
    expect(mail.body).toContain('23/12/2026')
    expect(mail).toMatchObject({ to_address: `cu${named}@vidu.vn`, manner: 'always' })
    later(29)
    expect(await eraseDue(options(), scope)).toBe(0)
    later(30)
    expect(await eraseDue(options(), scope)).toBe(1)
  })

  test('a complaint, an open case, a promise not kept and a young answer are of no batch', async () => {
    await then.aCase('answered')
    await then.aCase('assigned', { kind: 'feedback' })
    await then.aCase('promised', { kind: 'feedback' })
    await (await officeCases(site, () => noon('2026-06-01'))).aCase('answered', { kind: 'feedback' })
    expect(await announced()).toBe(0)
  })

  test('four workers announce a case once', async () => {
    for (let i = 0; i < 5; i++) await oldCase()
    await turn('petition.closed')
    await age()
    const counts = await Promise.all([1, 2, 3, 4].map(() => proposeBatches(options(), scope)))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5)
    expect(await items()).toHaveLength(5)
  })
})

describe('erasing', () => {
  test('takes words, contacts, salts and mail; outcome, dates and the proof stay, without a personal word', async () => {
    const filed = await oldCase({ body: 'Chuyện kín của bà Mận' })
    const before = await rowOf(filed.id)
    await announced()
    later(31)
    await eraseDue(options(), scope)
    const after = await rowOf(filed.id)
    expect([after.body, after.salt.length, after.outcome, after.answered_on]).toEqual([
      'Đã xóa khi hết thời hạn lưu',
      0,
      before.outcome,
      before.answered_on,
    ])
    const stored = await everythingStored(site.db)
    for (const gone of ['Chuyện kín', `Người Cũ ${named}`, `cu${named}@vidu.vn`]) expect(stored.includes(gone), gone).toBe(false)
    const history = await site.db.selectFrom('history_entries').selectAll().where('matter_id', '=', filed.id).orderBy('seq').execute()
    expect(history.at(-1)).toMatchObject({ type: 'petition.retentionErased', actor_id: null, facts: { rule: 'petition.closed', n: 1 } })
    const salts = await site.db
      .selectFrom('history_words')
      .select('entry_id')
      .where(
        'entry_id',
        'in',
        history.map(({ id }) => id),
      )
      .execute()
    expect(salts).toEqual([])
    const batch = await site.db.selectFrom('retention_batches').selectAll().executeTakeFirstOrThrow()
    expect(batch).toMatchObject({ status: 'done', waiting: 0, erased: 1, taken_out: 0, done_on: addDays(TODAY, 31) })
  })

  const touches: Record<string, (filed: Awaited<ReturnType<typeof oldCase>>) => Promise<unknown>> = {
    'a look with the secret': ({ code, secret }) =>
      site.app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret } }),
    'an act': async (filed) => (await officeCases(site, () => clock)).act('hoa', filed, 'clearForPublication', {}),
    'a message': ({ id }) =>
      site.db
        .insertInto('messages')
        .values({
          authority_id: 1,
          id: randomUUID(),
          matter_type: 'petition',
          matter_id: id,
          kind: 'fromFiler',
          author_person_id: null,
          body: 'Còn đây.',
          created_at: clock,
        })
        .execute(),
    'a mail': ({ id }) =>
      site.db
        .insertInto('outbox')
        .values({
          authority_id: 1,
          id: randomUUID(),
          matter_type: 'petition',
          matter_id: id,
          kind: 'petition.answered',
          key: randomUUID(),
          lang: 'vi',
          to_address: 'x@vidu.vn',
          subject: 'x',
          body: 'x',
          last_error_code: null,
          queued_at: clock,
          sent_at: null,
        })
        .execute(),
  }
  test.each(Object.keys(touches))('%s during the announcement takes it out, and the reason is told', async (name) => {
    const filed = await oldCase()
    const other = await oldCase()
    await announced()
    later(10)
    await touches[name]!(filed)
    later(35)
    expect(await eraseDue(options(), scope)).toBe(1)
    expect(await items()).toEqual([
      { code: filed.code, state: 'takenOut', because: 'touched' },
      { code: other.code, state: 'erased', because: null },
    ])
    expect((await rowOf(filed.id)).erased_at).toBeNull()
  })

  test('touched in the last 30 days: not even announced; 31 days later it is', async () => {
    const filed = await oldCase()
    await touches['a look with the secret']!(filed)
    expect(await announced()).toBe(0)
    later(31)
    expect(await proposeBatches(options(), scope)).toBe(1)
  })

  test('an open data request takes it out', async () => {
    const filed = await oldCase()
    await announced()
    const asked = await site.app.inject({
      method: 'POST',
      url: '/api/v1/data-requests',
      payload: { kind: 'provide', subjectCode: filed.code, subjectSecret: filed.secret, clientToken: randomUUID() },
    })
    expect(asked.statusCode, asked.body).toBe(201)
    later(60)
    await eraseDue(options(), scope)
    expect((await items())[0]).toMatchObject({ state: 'takenOut', because: 'openRequest' })
  })

  test('turned off, or with a longer period, the rule lets what it announced stay', async () => {
    await oldCase()
    await announced()
    clock = new Date(clock.getTime() + 60_000)
    await turn('petition.closed', { keepMonths: 60 })
    later(31)
    expect(await eraseDue(options(), scope)).toBe(0)
    expect((await items())[0]).toMatchObject({ because: 'notOver' })
    await oldCase()
    later(32)
    await turn('petition.closed')
    await age()
    await proposeBatches(options(), scope)
    later(33)
    await turn('petition.closed', { isOn: false })
    later(70)
    expect(await eraseDue(options(), scope)).toBe(0)
    expect((await items()).map(({ because }) => because)).toContain('ruleOff')
  })

  test('three workers share a batch: each case goes once, the counts are right, and the batch is closed once', async () => {
    for (let i = 0; i < 12; i++) await oldCase()
    await announced()
    later(31)
    const counts = await Promise.all([1, 2, 3].map(() => eraseDue(options(), scope)))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(12)
    await eraseDue(options(), scope)
    const batch = await site.db.selectFrom('retention_batches').selectAll().executeTakeFirstOrThrow()
    expect(batch).toMatchObject({ waiting: 0, erased: 12, status: 'done' })
    const ends = await site.db.selectFrom('history_entries').select('type').where('matter_id', '=', batch.id).orderBy('seq').execute()
    expect(ends.map(({ type }) => type)).toEqual(['retention.announced', 'retention.done'])
  })

  test('a crash in the middle leaves the one whole, the others go, and the next night takes it up', async () => {
    const cases = [await oldCase(), await oldCase(), await oldCase()]
    await announced()
    later(31)
    const closed = retained.of['petition.closed']
    const broken: Retained = {
      ...retained,
      of: {
        ...retained.of,
        'petition.closed': {
          ...closed,
          erase: async (trx, at, key, by) => {
            await closed.erase(trx, at, key, by)
            if (key === cases[1]!.id) throw new Error('power cut')
          },
        },
      },
    }
    await expect(eraseDue(options({ retained: broken }), scope)).rejects.toThrow('could not be erased')
    expect((await items()).map(({ state }) => state)).toEqual(['erased', 'announced', 'erased'])
    expect((await rowOf(cases[1]!.id)).body).toContain('Chuyện riêng')
    expect(await eraseDue(options(), scope)).toBe(1)
    expect((await items()).map(({ state }) => state)).toEqual(['erased', 'erased', 'erased'])
    expect(await eraseDue(options(), scope)).toBe(0)
  })
})

describe('other classes', () => {
  test('declined and withdrawn petitions go by the rule of papers without action', async () => {
    await then.aCase('declined', { kind: 'feedback' })
    await then.aCase('withdrawn', { kind: 'recommendation' })
    expect(await announced('petition.unprocessed')).toBe(2)
    later(31)
    expect(await eraseDue(options(), scope)).toBe(2)
  })

  test('old looks go by the month, but not those at what is held; nobody else may take a line away', async () => {
    const [free, held] = [randomUUID(), randomUUID()]
    for (const matter_id of [free, free, held])
      await site.db
        .insertInto('audit_entries')
        .values({ authority_id: 1, actor_id: 'x', action: 'read', matter_type: 'petition', matter_id, at: noon('2023-05-10') })
        .execute()
    await expect(site.db.deleteFrom('audit_entries').where('matter_id', '=', free).execute()).rejects.toThrow('only added')
    await site.db
      .insertInto('retention_holds')
      .values({
        authority_id: 1,
        id: randomUUID(),
        matter_type: 'petition',
        matter_id: held,
        code: 'PL-2023-1',
        ground: 'inspection',
        document_number: '1/TB',
        review_on: '2027-01-01',
        placed_by: 'x',
        placed_at: clock,
        lifted_by: null,
        lifted_at: null,
      })
      .execute()
    await turn('audit.looks', { keepMonths: 36 })
    await proposeBatches(options(), scope)
    later(31)
    expect(await eraseDue(options(), scope)).toBe(2)
    const left = await site.db.selectFrom('audit_entries').select('matter_id').where('matter_id', 'in', [free, held]).execute()
    expect(left).toEqual([{ matter_id: held }])
  })
})
