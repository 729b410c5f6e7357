import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { type Act, actInputs } from '../../../tests/support/lawful-acts.ts'
import { type CaseStep, officeCases } from '../../../tests/support/office-cases.ts'
import { setSuperior } from '../accounts/index.ts'
import { listClocks, seedCalendar } from '../clocks/index.ts'
import { comparePetitionCounts } from './compare-counts.ts'
import { findFirstInstance } from './first-instance.ts'
import { listInbox } from './list-inbox.ts'
import { inboxCounts } from './office/counts.ts'
import { matterOf } from './petition.ts'

/** Monday 23 November 2026, ten in the morning; moved by the tests. */
const start = '2026-11-23'
let today = start
const now = () => new Date(`${today}T10:00:00+07:00`)
const testing = await testApp({ now })
const { app, db } = testing
const cases = await officeCases(testing, now)
const scope = { authorityId: 1 }

/** A province on the same system; the town's own superior is elsewhere until a test says otherwise. */
const above = { authorityId: 2 }
await db
  .insertInto('authorities')
  .values({
    id: 2,
    slug: 'tinh',
    name: 'Ủy ban nhân dân tỉnh',
    short_name: 'Tỉnh',
    code_prefix: 'TI',
    tier: 'province',
    valid_from: '2025-07-01',
    valid_to: null,
    host: 'tinh.vidu',
  })
  .execute()
await db.transaction().execute((trx) => seedCalendar(trx, above))

beforeEach(() => {
  today = start
})

type Case = Awaited<ReturnType<typeof cases.aCase>>
const aCase = (step: CaseStep, kind: 'complaint' | 'feedback' = 'complaint') => cases.aCase(step, { kind })
const act = (who: string, petition: { id: string }, name: Act, input: object = actInputs[name]) => cases.act(who, petition, name, input)
const clockOf = async (petition: { id: string }, stage: string) =>
  (await listClocks(db, scope, matterOf(petition))).findLast((clock) => clock.stage === stage)
const seenBy = async (petition: Case, reader: 'filer' | 'public' = 'filer') => {
  const headers: Record<string, string> = reader === 'filer' ? { 'x-petition-secret': petition.secret } : {}
  return (await app.inject({ url: `/api/v1/petitions/${petition.code}`, headers })).json()
}
const refusedAs = (code: string) => expect.objectContaining({ code, status: 409 })

describe('suspending a complaint', () => {
  test('keeps the days that are left, and counts them anew from the day after resuming', async () => {
    const petition = await aCase('assigned')
    const before = (await clockOf(petition, 'resolution'))!
    expect(before.dueOn).toBe('2026-12-23')
    today = '2026-12-03'
    const suspended = await act('lam', petition, 'suspend')
    expect(suspended).toMatchObject({ status: 'suspended', step: 'assigned', dueOn: null })
    expect(await clockOf(petition, 'resolution')).toMatchObject({ state: 'suspended', remaining: 20, dueOn: '2026-12-23' })
    today = '2026-12-10'
    const resumed = await act('lam', petition, 'resume')
    expect(resumed).toMatchObject({ status: 'accepted', step: 'assigned', dueOn: '2026-12-30' })
    expect(await clockOf(petition, 'resolution')).toMatchObject({ state: 'running', extended: false, dueOn: '2026-12-30' })
  })

  test('its ground and the number of the decision stand in the history, the number as words that can be erased', async () => {
    const petition = await aCase('suspended')
    const { history, clocks } = await seenBy(petition)
    expect(history.at(-1)).toMatchObject({ type: 'petition.suspended', facts: { ground: 'awaitsOtherDecision' } })
    expect(JSON.stringify(history)).not.toContain('QĐ-UBND')
    expect(clocks.find((clock: { stage: string }) => clock.stage === 'resolution')).toMatchObject({ state: 'suspended' })
  })
})

describe('a promise', () => {
  test('is a clock of its own, from the answer to the promised day', async () => {
    const petition = await aCase('promised', 'feedback')
    expect(petition).toMatchObject({ status: 'answered', outcome: 'promised', promisedOn: '2026-12-13', dueOn: '2026-12-13' })
    expect(await clockOf(petition, 'promise')).toMatchObject({ state: 'running', dueOn: '2026-12-13', local: true, rule: 'promise' })
  })

  test('cannot move quietly: the old day stays in the history and the case counts as extended', async () => {
    const petition = await aCase('promised', 'feedback')
    const moved = await act('dung', petition, 'extend', { dueOn: '2026-12-31', reason: 'Chờ vật tư.' })
    expect(moved).toMatchObject({ extended: true, promisedOn: '2026-12-31', dueOn: '2026-12-31' })
    expect(await clockOf(petition, 'promise')).toMatchObject({ dueOn: '2026-12-31', originalDueOn: '2026-12-13', extended: true })
    const seen = await seenBy(petition)
    expect(seen.answer.promisedOn).toBe('2026-12-13')
    expect(seen.history.at(-1)).toMatchObject({
      type: 'petition.extended',
      facts: { stage: 'promise', oldDueOn: '2026-12-13', dueOn: '2026-12-31' },
    })
  })

  test('is met when the office reports it kept; late is late', async () => {
    const petition = await aCase('promised', 'feedback')
    today = '2026-12-20'
    const kept = await act('nam', petition, 'keepPromise')
    expect(kept).toMatchObject({ status: 'answered', promiseKeptOn: '2026-12-20', dueOn: null })
    expect(await clockOf(petition, 'promise')).toMatchObject({ state: 'met', late: true })
    await expect(act('nam', petition, 'keepPromise')).rejects.toEqual(refusedAs('no_promise'))
  })

  test('stands in the list of promises, the soonest first, until it is reported kept or the filer says solved', async () => {
    const desk = { unitId: cases.unitId, officerId: 'nobody', mine: 'assigned' } as const
    const days = { today: start, soon: '2026-11-26' } as const
    const listed = async () => (await listInbox(db, scope, desk, { view: 'promises' }, days, null, 100)).items.map(({ id }) => id)
    const counted = async () => (await inboxCounts(db, scope, desk, days)).promises
    const [later, kept, solved] = [
      await aCase('promised', 'feedback'),
      await aCase('promised', 'feedback'),
      await aCase('promised', 'feedback'),
    ]
    await act('dung', later, 'extend', { dueOn: '2026-12-31', reason: 'Chờ vật tư.' })
    expect((await listed()).filter((id) => [later.id, kept.id, solved.id].includes(id)).at(-1)).toBe(later.id)
    expect(await counted()).toBe((await listed()).length)
    await act('nam', kept, 'keepPromise')
    await act('filer', solved, 'rate', { solved: 'yes', satisfaction: 5 })
    expect(await clockOf(solved, 'promise')).toMatchObject({ state: 'met', late: false })
    expect(await listed()).toContain(later.id)
    expect(await listed()).not.toContain(kept.id)
    expect(await listed()).not.toContain(solved.id)
    expect(await counted()).toBe((await listed()).length)
    expect(await act('hoa', solved, 'close')).toMatchObject({ status: 'closed', dueOn: null })
  })

  test('an answer without one starts no such clock', async () => {
    expect(await clockOf(await aCase('answered', 'feedback'), 'promise')).toBeUndefined()
  })
})

describe('extending', () => {
  test('a local target: the new day is marked local and extended, the article is not named a law', async () => {
    const petition = await aCase('assigned', 'feedback')
    const before = (await clockOf(petition, 'resolution'))!
    expect(before.local).toBe(true)
    await act('dung', petition, 'extend', { dueOn: '2027-02-01', reason: 'Chờ cấp kinh phí.' })
    expect(await clockOf(petition, 'resolution')).toMatchObject({
      dueOn: '2027-02-01',
      originalDueOn: before.dueOn,
      local: true,
      sure: 'local',
    })
  })

  test('is counted: an answer in the longer time is on time and extended', async () => {
    const petition = await aCase('assigned', 'feedback')
    await act('dung', petition, 'extend', { dueOn: '2027-02-01', reason: 'Chờ cấp kinh phí.' })
    today = '2027-01-15'
    await act('nam', petition, 'draftAnswer')
    expect(await act('lam', petition, 'issueAnswer')).toMatchObject({ answeredLate: false, extended: true })
  })
})

describe('asking the filer to complete', () => {
  test('stops no clock, tells the filer, and ends when the filer answers', async () => {
    const petition = await aCase('assigned')
    const before = await clockOf(petition, 'resolution')
    expect(await act('nam', petition, 'askToComplete')).toMatchObject({ awaitingSince: start, dueOn: petition.dueOn })
    expect(await clockOf(petition, 'resolution')).toEqual(before)
    const messages = await db.selectFrom('messages').select(['kind', 'body']).where('matter_id', '=', petition.id).execute()
    expect(messages).toEqual([{ kind: 'toFiler', body: actInputs.askToComplete['words'] }])
  })
})

describe('where it goes on elsewhere', () => {
  test.each(['guide', 'transfer'] as const)('%s meets the first clocks and leaves none running', async (name) => {
    const petition = await aCase('new')
    expect(await act('hoa', petition, name)).toMatchObject({ step: 'done', dueOn: null })
    const clocks = await listClocks(db, scope, matterOf(petition))
    expect(clocks.map(({ stage, state }) => [stage, state]).toSorted()).toEqual([
      ['acceptance', 'met'],
      ['initialResult', 'met'],
    ])
  })

  test('a transferred case ends with the report that comes back', async () => {
    const petition = await aCase('transferred')
    expect(petition).toMatchObject({ status: 'transferred', transferredOn: start })
    expect(await act('hoa', petition, 'recordReport')).toMatchObject({ status: 'closed', closedAs: 'reported', closedOn: start })
  })

  test('handed over to another unit, the case leaves the desk with every clock running on', async () => {
    const petition = await aCase('verifying')
    const before = await clockOf(petition, 'resolution')
    const after = await act('dung', petition, 'transferWithin')
    expect(after).toMatchObject({ status: 'accepted', step: 'assigned', officerId: null })
    expect(after.unitId).toBe(cases.people.get('mai')!.unitId)
    expect(await clockOf(petition, 'resolution')).toEqual(before)
    await expect(act('nam', petition, 'draftAnswer')).rejects.toMatchObject({ status: 403 })
  })
})

describe('the dialogue comes before the decision', () => {
  test('an answer is not signed while an invitation waits for its minutes', async () => {
    const petition = await aCase('invited')
    await act('nam', petition, 'draftAnswer')
    await expect(act('lam', petition, 'issueAnswer')).rejects.toEqual(refusedAs('dialogue_open'))
    today = '2026-12-03'
    await act('nam', petition, 'recordDialogue', { attendance: 'filerAbsent', words: 'Vắng mặt, không báo.' })
    expect(await act('lam', petition, 'issueAnswer')).toMatchObject({ status: 'answered' })
  })

  test('a second settlement is not signed without one, and a postponed one is none', async () => {
    const petition = await aCase('drafted')
    await db.updateTable('petitions').set({ instance: 2 }).where('id', '=', petition.id).execute()
    await expect(act('lam', petition, 'issueAnswer')).rejects.toEqual(refusedAs('dialogue_missing'))
    await act('nam', petition, 'inviteToDialogue')
    await expect(act('nam', petition, 'inviteToDialogue')).rejects.toEqual(refusedAs('dialogue_already_invited'))
    await act('nam', petition, 'recordDialogue')
    await expect(act('lam', petition, 'issueAnswer')).rejects.toEqual(refusedAs('dialogue_missing'))
    await act('nam', petition, 'inviteToDialogue')
    today = '2026-12-16'
    await act('nam', petition, 'recordDialogue', { attendance: 'held', words: 'Hai bên thống nhất.' })
    expect(await act('lam', petition, 'issueAnswer')).toMatchObject({ status: 'answered' })
  })

  test('minutes are for the complainant and the office, never for the public', async () => {
    const petition = await aCase('invited')
    await act('hoa', petition, 'clearForPublication')
    const types = (seen: { history: { type: string }[] }) => seen.history.map((entry) => entry.type)
    expect(types(await seenBy(petition))).toContain('petition.dialogueInvited')
    expect(types(await seenBy(petition, 'public'))).not.toContain('petition.dialogueInvited')
  })
})

describe('taking a case up again', () => {
  test('the filer who says "not solved" does so once by right; clocks and figures begin anew', async () => {
    const petition = await aCase('answered', 'feedback')
    await expect(act('filer', petition, 'reopen')).rejects.toEqual(refusedAs('reopen_needs_verdict'))
    await act('filer', petition, 'rate')
    const again = await act('filer', petition, 'reopen')
    expect(again).toMatchObject({ status: 'accepted', step: 'assigned', answeredOn: null, outcome: null, verdict: null, reopenedOn: start })
    expect(await clockOf(petition, 'resolution')).toMatchObject({ state: 'running', startedOn: start })
    await act('nam', petition, 'draftAnswer')
    await act('lam', petition, 'issueAnswer')
    await act('filer', petition, 'rate')
    await expect(act('filer', petition, 'reopen')).rejects.toEqual(refusedAs('reopen_once'))
    const answers = await db.selectFrom('petition_answers').select('state').where('petition_id', '=', petition.id).execute()
    expect(answers.map(({ state }) => state).toSorted()).toEqual(['issued', 'superseded'])
  })

  test('within thirty days of the answer, not on the thirty-first', async () => {
    const [early, late] = [await aCase('answered', 'feedback'), await aCase('answered', 'feedback')]
    for (const petition of [early, late]) await act('filer', petition, 'rate')
    today = '2026-12-23'
    expect(await act('filer', early, 'reopen')).toMatchObject({ status: 'accepted' })
    today = '2026-12-24'
    await expect(act('filer', late, 'reopen')).rejects.toEqual(refusedAs('reopen_window_over'))
    expect(await act('lam', late, 'reopen')).toMatchObject({ status: 'accepted' })
  })

  test('a promise of the old answer ends with it', async () => {
    const petition = await aCase('promised', 'feedback')
    expect(await act('lam', petition, 'reopen')).toMatchObject({ promisedOn: null, outcome: null })
    expect(await clockOf(petition, 'promise')).toMatchObject({ state: 'stopped' })
  })
})

describe('closing', () => {
  test('waits for the promise, and for the filer’s thirty days', async () => {
    const petition = await aCase('promised', 'feedback')
    await expect(act('hoa', petition, 'close')).rejects.toEqual(refusedAs('promise_open'))
    await act('nam', petition, 'keepPromise')
    await expect(act('hoa', petition, 'close')).rejects.toEqual(refusedAs('filer_may_still_speak'))
    today = '2026-12-24'
    expect(await act('hoa', petition, 'close')).toMatchObject({ status: 'closed', closedAs: 'finished', outcome: 'promised' })
  })

  test('needs no waiting once the filer agrees, and leaves verdict and outcome as they are', async () => {
    const petition = await aCase('answered')
    await act('filer', petition, 'rate', { solved: 'yes', satisfaction: 5 })
    expect(await act('hoa', petition, 'close')).toMatchObject({ status: 'closed', verdict: 'yes', outcome: 'solved', answeredOn: start })
  })
})

describe('cutting personal data out', () => {
  test('the public reads the cut text everywhere and finds nothing by what was cut; office and filer read the whole', async () => {
    const petition = await cases.aCase('answered', { body: 'Nhà bà Tám Xoài đổ rác ra cống.' })
    await act('hoa', petition, 'clearForPublication')
    const found = async (q: string) => (await app.inject({ url: `/api/v1/petitions?q=${encodeURIComponent(q)}` })).json().items.length
    expect(await found('Tám Xoài')).toBe(1)
    await act('hoa', petition, 'redact', {
      subject: 'Đường Lý Thái Tổ ngập',
      body: 'Nhà […] đổ rác ra cống.',
      answer: 'Đã […] cống.',
      reason: 'Có tên người khác.',
    })
    expect(await found('Tám Xoài')).toBe(0)
    const seen = await seenBy(petition, 'public')
    expect(seen).toMatchObject({ body: 'Nhà […] đổ rác ra cống.', answer: { text: 'Đã […] cống.' } })
    expect(JSON.stringify(seen)).not.toContain('Xoài')
    const page = await app.inject({ url: `/don/${petition.code}` })
    expect(page.body).toContain('[…]')
    expect(page.body).not.toContain('Xoài')
    expect(await seenBy(petition)).toMatchObject({ body: 'Nhà bà Tám Xoài đổ rác ra cống.', answer: { text: 'Đã nạo vét xong cống.' } })
  })

  test('the uncut text sent again takes the cut back', async () => {
    const petition = await aCase('answered')
    await act('hoa', petition, 'redact')
    const { subject, body } = petition
    expect(await act('hoa', petition, 'redact', { subject, body, reason: 'Không phải tên người.' })).toMatchObject({ publicBody: null })
  })
})

test('a part that is withdrawn leaves the rest on its clocks, in words that only the filer and the office read', async () => {
  const petition = await aCase('assigned')
  await act('hoa', petition, 'clearForPublication')
  const after = await act('filer', petition, 'withdrawPart', { words: 'Phần bồi thường 5 triệu đồng.' })
  expect(after).toMatchObject({ status: 'accepted', dueOn: petition.dueOn })
  const page = await app.inject({ url: `/don/${petition.code}` })
  expect(page.body).toContain('Người khiếu nại rút một phần')
  expect(page.body).not.toContain('5 triệu')
})

describe('complaining a second time', () => {
  test('where the authority above is elsewhere, the complainant is told where, and only once', async () => {
    const petition = await aCase('answered')
    expect(await act('filer', petition, 'appeal')).toMatchObject({ status: 'answered', appealedOn: start })
    await expect(act('filer', petition, 'appeal')).rejects.toEqual(refusedAs('already_appealed'))
    const words = await db.selectFrom('history_words').select(['field', 'words']).execute()
    expect(words).toContainEqual({ field: 'agency', words: 'Ủy ban nhân dân tỉnh Bình Phước (trình diễn), Đường 6/1, Đồng Xoài' })
  })

  test('not while the first limit runs; once it has passed without a decision', async () => {
    const petition = await aCase('assigned')
    await expect(act('filer', petition, 'appeal')).rejects.toEqual(refusedAs('first_limit_running'))
    today = '2026-12-24'
    expect(await act('filer', petition, 'appeal')).toMatchObject({ status: 'accepted', appealedOn: today })
  })

  test('within thirty days it is in time, later it is noted as late and still taken', async () => {
    const late = async (on: string) => {
      today = start
      const petition = await aCase('answered')
      today = on
      await act('filer', petition, 'appeal')
      return (await seenBy(petition)).history.at(-1).facts
    }
    expect(await late('2026-12-23')).toMatchObject({ late: false, latestOn: '2026-12-23' })
    expect(await late('2026-12-24')).toMatchObject({ late: true })
  })

  test('an authority above on this system gets a linked case with its own clocks, and the same secret opens it', async () => {
    const superior = { validFrom: '2026-11-01', superiorId: 2, name: 'Tỉnh', address: '', documentNumber: '1/QĐ' } as const
    await db.transaction().execute((trx) => setSuperior(trx, scope, superior, null))
    const petition = await aCase('answered')
    await act('filer', petition, 'appeal')
    const { code } = (await seenBy(petition)).history.at(-1).facts
    expect(code).toMatch(/^TI-2026-/)
    const seen = await app.inject({
      url: `/api/v1/petitions/${code}`,
      headers: { host: 'tinh.vidu', 'x-petition-secret': petition.secret },
    })
    expect(seen.json(), seen.body).toMatchObject({ code, kind: 'complaint', status: 'received', body: actInputs.appeal['reason'] })
    expect(
      seen
        .json()
        .clocks.map((clock: { stage: string }) => clock.stage)
        .toSorted(),
    ).toEqual(['acceptance', 'initialResult'])
    const row = await db
      .selectFrom('petitions')
      .select(['instance', 'appeal_of', 'appeal_of_authority'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ instance: 2, appeal_of: petition.id, appeal_of_authority: 1 })
    const page = await findFirstInstance(
      db,
      above,
      (await db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()).id,
    )
    expect(page).toMatchObject({ code: petition.code, answer: 'Đã nạo vét xong cống.', outcome: 'solved' })
    expect(await comparePetitionCounts(db, above)).toEqual([])
  })
})
