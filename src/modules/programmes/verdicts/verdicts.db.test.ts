import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { everythingStored, rowCounts } from '../../../../tests/support/rows.ts'
import type { Reader } from '../../readers/index.ts'
import { countsOf } from '../../tallies/index.ts'
import { type Said, sayVerdict } from '../../verdicts/index.ts'
import { compareProgrammeCounts } from '../compare-counts.ts'
import { type Task, taskMatter } from '../task.ts'
import { findTaskByCode, saveTask } from '../task-repository.ts'
import { beginRound } from './begin-round.ts'
import { compareVerdicts } from './compare-verdicts.ts'
import { judgedTask } from './judged-task.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, appKey, signIn } = await testApp({ now })
const scope = { authorityId: 1 }
const site = { codePrefix: 'PL' }
let addresses = 0

const freshAddress = () => `198.51.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}`
const freshReader = (): Reader => ({ accountId: null, token: randomBytes(16).toString('base64url') })
const plan = await aProgrammeRow(db)
let place = 0
async function anItem(facts: Partial<Task> = {}): Promise<Task> {
  const [task] = await taskRows(db, plan, [{ status: 'done', place: ++place, ...facts }])
  return task!
}
const say = (task: Pick<Task, 'id'>, said: Said, more: object = {}) =>
  sayVerdict({ db, appKey, now, dropPages: () => undefined, subjects: { task: judgedTask } }, scope, {
    site,
    subject: taskMatter(task),
    said,
    words: null,
    name: null,
    uploads: [],
    reader: freshReader(),
    address: freshAddress(),
    filled: { seconds: null, trap: false },
    ourForm: false,
    ...more,
  })
const ask = (task: Pick<Task, 'code'>, payload: object, headers: Record<string, string> = {}, remoteAddress = freshAddress()) =>
  app.inject({ method: 'POST', url: `/api/v1/tasks/${task.code}/verdicts`, payload, headers, remoteAddress })
const look = async (task: Pick<Task, 'code'>) => (await app.inject({ url: `/api/v1/tasks/${task.code}/verdicts` })).json()
const approveAll = async () => {
  const cookie = await signIn('tuyet')
  for (const { id } of await db.selectFrom('moderation_items').select('id').where('status', '=', 'waiting').execute())
    expect(
      (await app.inject({ method: 'POST', url: `/api/v1/office/moderation/${id}/acts/approve`, payload: {}, headers: { cookie } }))
        .statusCode,
    ).toBe(200)
}

describe('one person, one verdict', () => {
  test('two hundred people over several connections: the figures are exact, on the round and on the item', async () => {
    const task = await anItem()
    const saids: Said[] = Array.from({ length: 200 }, (_, i) => (['done', 'partly', 'not', 'done'] as const)[i % 4]!)
    await Promise.all(saids.map((said, i) => say(task, said, i % 10 === 0 ? { words: `Đoạn ${i} vẫn còn ổ gà trước cổng trường.` } : {})))
    expect((await look(task)).residents).toEqual({ done: 100, partly: 50, not: 50 })
    expect(await findTaskByCode(db, scope, task.code)).toMatchObject({ saidDone: 100, saidPartly: 50, saidNot: 50 })
    expect(await compareVerdicts(db, scope)).toEqual([])
    const wrong = await compareProgrammeCounts(db, scope)
    expect(wrong.filter(({ count }) => count.name.startsWith('task.'))).toEqual([])
  }, 60_000)

  test('the same reader twenty times at once is counted once, and the others are told so', async () => {
    const task = await anItem()
    const reader = freshReader()
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => say(task, 'not', { reader })))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of sent) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'verdict_given', status: 409 })
    expect((await look(task)).residents).toEqual({ done: 0, partly: 0, not: 1 })
  }, 30_000)

  test('an account from two browsers is one person; a browser that keeps no cookie is told so by the form', async () => {
    const task = await anItem()
    const cookie = await signIn('binh')
    expect((await ask(task, { said: 'done' }, { cookie })).statusCode).toBe(201)
    const again = await ask(task, { said: 'not' }, { cookie })
    expect([again.statusCode, again.json().code]).toEqual([409, 'verdict_given'])
    expect((await look(task)).residents).toEqual({ done: 1, partly: 0, not: 0 })
  })

  test('the fifty-first without an account from one address is refused, and counted nowhere', async () => {
    const task = await anItem()
    for (let i = 0; i < 50; i++) await say(task, 'done', { address: '203.0.113.9' })
    const before = await rowCounts(db)
    await expect(say(task, 'done', { address: '203.0.113.9', words: 'Xong rồi.' })).rejects.toMatchObject({ code: 'too_many_from_address' })
    expect(await rowCounts(db)).toEqual(before)
    expect((await look(task)).residents.done).toBe(50)
  })

  test.each(['planned', 'inProgress', 'cancelled'] as const)('an item that is %s takes none', async (status) => {
    const task = await anItem({ status })
    const before = await rowCounts(db)
    const answer = await ask(task, { said: 'done', words: 'Xong.' })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'verdict_not_now'])
    expect(await rowCounts(db)).toEqual(before)
  })

  test('a goal takes none, and a draft or an unknown item is not there', async () => {
    expect((await ask(await anItem({ kind: 'objective', status: 'reported' }), { said: 'done' })).statusCode).toBe(409)
    const draft = await ask(await anItem({ status: 'draft' }), { said: 'done' })
    const unknown = await ask({ code: 'PL-NV-2026-99999' }, { said: 'done' })
    expect([draft.statusCode, unknown.statusCode]).toEqual([404, 404])
    expect(draft.body).toBe(unknown.body)
  })

  test.each([
    [{}, 'said'],
    [{ said: 'perhaps' }, 'said'],
    [{ said: 'done', words: 'a'.repeat(2_001) }, 'words'],
    [{ said: 'done', words: 'có ký tự hỏng \u0000' }, 'words'],
    [{ said: 'done', name: 'Nguyễn '.repeat(20) }, 'name'],
  ])('wrong input is refused by its field: %#', async (payload, field) => {
    const task = await anItem()
    const answer = await ask(task, payload)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map((error: { field: string }) => error.field)).toEqual([field])
    expect((await look(task)).residents).toEqual({ done: 0, partly: 0, not: 0 })
  })
})

describe('nothing tells who said what', () => {
  test('no table holds the account, the token, the address or a time beside a mark', async () => {
    const task = await anItem()
    const cookie = await signIn('khanh')
    const { id: accountId } = await db.selectFrom('auth_users').select('id').where('username', '=', 'khanh').executeTakeFirstOrThrow()
    const before = (await everythingStored(db)).split(accountId).length
    expect(
      (await ask(task, { said: 'not', words: 'Chưa lát gạch đoạn cuối.', name: 'Một người dân' }, { cookie }, '203.0.113.77')).statusCode,
    ).toBe(201)
    const reader = freshReader()
    await say(task, 'done', { reader, address: '203.0.113.78' })
    const stored = await everythingStored(db)
    expect(stored.split(accountId).length).toBe(before)
    for (const secret of ['203.0.113.77', '203.0.113.78', reader.token!]) expect(stored).not.toContain(secret)
    const { rows } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns where table_name = 'reader_marks' order by 1`.execute(db)
    expect(rows.map((row) => row.column_name)).toEqual(['authority_id', 'mark', 'subject_id', 'subject_type'])
  })

  test('the number of the transaction and the place on the disk tie no mark to any words', async () => {
    const task = await anItem()
    for (let i = 0; i < 12; i++)
      await say(task, i % 2 ? 'done' : 'not', i % 3 === 0 ? { words: `Nhận xét số ${i} về đoạn đường này.` } : {})
    const { rows: marks } = await sql<{ xmin: string; mark: string }>`
      select m.xmin::text, encode(m.mark, 'hex') as mark from reader_marks m
      join verdict_rounds r on r.id = m.subject_id where r.matter_id = ${task.id} order by m.ctid`.execute(db)
    const { rows: words } = await sql<{ xmin: string }>`select xmin::text from verdict_words where matter_id = ${task.id}`.execute(db)
    expect([marks.length, words.length]).toEqual([12, 4])
    for (const { xmin } of words) {
      const alike = marks.filter((mark) => mark.xmin === xmin)
      // Either none any more, or all that there were when the words came.
      expect([0, 10]).toContain(alike.length)
      expect(alike.map(({ mark }) => mark)).toEqual(alike.map(({ mark }) => mark).toSorted())
    }
  })

  test('no entry of the history is written with a verdict of a resident', async () => {
    const task = await anItem()
    await say(task, 'done')
    const entries = await db.selectFrom('history_entries').select('id').where('matter_id', '=', task.id).execute()
    expect(entries).toEqual([])
  })
})

describe('words', () => {
  test('wait for an officer while the figure counts at once; shown by the name that was chosen, with what was said', async () => {
    const task = await anItem()
    const sent = await ask(task, { said: 'partly', words: 'Xong phần đường, chưa có cống.', name: 'Cô Sáu' })
    expect(sent.json().words).toEqual({ code: expect.stringMatching(/^PL-NX-2026-\d{5}$/), secret: expect.any(String) })
    expect(await look(task)).toMatchObject({ residents: { partly: 1 }, items: [] })
    await approveAll()
    expect((await look(task)).items).toEqual([
      expect.objectContaining({ said: 'partly', name: 'Cô Sáu', words: 'Xong phần đường, chưa có cống.', photos: [] }),
    ])
  })

  test('what is removed is seen no more; the figure stays', async () => {
    const task = await anItem()
    await ask(task, { said: 'not', words: 'Bán đất giá rẻ, gọi 0912345678.' })
    await approveAll()
    const [item] = await db.selectFrom('moderation_items').select('id').where('about_id', '=', task.id).execute()
    const url = `/api/v1/office/moderation/${item!.id}/acts/remove`
    const headers = { cookie: await signIn('tuyet') }
    const payload = { reason: 'advertising', words: '' }
    expect((await app.inject({ method: 'POST', url, payload, headers })).statusCode).toBe(200)
    expect(await look(task)).toMatchObject({ residents: { not: 1 }, items: [] })
  })

  test('are listed by key, the newest first', async () => {
    const task = await anItem()
    for (let i = 0; i < 5; i++) await say(task, 'done', { words: `Lời thứ ${i} về việc này, khác nhau.` })
    await approveAll()
    const url = `/api/v1/tasks/${task.code}/verdicts?limit=2`
    const first = (await app.inject({ url })).json()
    const second = (await app.inject({ url: `${url}&after=${first.next}` })).json()
    const third = (await app.inject({ url: `${url}&after=${second.next}` })).json()
    const ids = [first, second, third].flatMap((page) => page.items.map(({ id }: { id: string }) => id))
    expect([new Set(ids).size, third.next]).toEqual([5, null])
    expect((await app.inject({ url: `${url}&after=xyz` })).statusCode).toBe(422)
  })
})

describe('rounds', () => {
  test('an item reported anew is judged anew: the old figures stay readable, everybody may say once more', async () => {
    const task = await anItem()
    const reader = freshReader()
    await say(task, 'not', { reader })
    await say(task, 'not')
    await expect(say(task, 'done', { reader })).rejects.toMatchObject({ code: 'verdict_given' })
    await db.transaction().execute(async (trx) => {
      const zeros = await beginRound(trx, scope, task, { today: '2026-11-26', now: now() })
      await saveTask(trx, scope, task, zeros)
    })
    expect(await look(task)).toMatchObject({
      round: 2,
      residents: { done: 0, partly: 0, not: 0 },
      earlierRounds: [{ round: 1, residents: { done: 0, partly: 0, not: 2 } }],
    })
    await say(task, 'done', { reader })
    expect(await look(task)).toMatchObject({ residents: { done: 1 }, earlierRounds: [{ residents: { not: 2 } }] })
    expect(await findTaskByCode(db, scope, task.code)).toMatchObject({ saidDone: 1, saidNot: 0 })
    const entries = await db.selectFrom('history_entries').select(['type', 'facts']).where('matter_id', '=', task.id).execute()
    expect(entries).toEqual([{ type: 'task.verdictsFixed', facts: { round: 1, saidDone: 0, saidPartly: 0, saidNot: 2 } }])
  })

  test('a first report, and one that nobody had said anything about, begins none', async () => {
    const task = await anItem()
    for (let i = 0; i < 2; i++) await db.transaction().execute((trx) => beginRound(trx, scope, task, { today: '2026-11-26', now: now() }))
    expect(await look(task)).toMatchObject({ round: 1, earlierRounds: [] })
  })
})

describe('the kept counts of items', () => {
  test('move with the figures: none, agreed, disputed', async () => {
    const own = await aProgrammeRow(db)
    const [task] = await taskRows(db, own, [{ status: 'done' }])
    const saying = async () =>
      (await countsOf(db, scope, 'task.saying', `programme:${own.id}`)).filter(({ n }) => n > 0).map(({ bucket }) => bucket)
    expect(await saying()).toEqual(['none'])
    await say(task!, 'done')
    expect(await saying()).toEqual(['agreed'])
    await say(task!, 'not')
    expect(await saying()).toEqual(['disputed'])
  })
})

describe('open data', () => {
  test('has a row a round of what is public, and no word of a person', async () => {
    const task = await anItem()
    await say(task, 'partly', { words: 'Lời riêng của tôi ở đây.', name: 'Tên riêng' })
    const csv = (await app.inject({ url: '/api/v1/open-data/verdicts.csv' })).body
    expect(csv).toContain(`${task.code},`)
    expect(csv).not.toMatch(/Lời riêng|Tên riêng/)
    const json = (await app.inject({ url: '/api/v1/open-data/verdicts?limit=100' })).json()
    expect(json.items.find((row: { task: string }) => row.task === task.code)).toMatchObject({ saidPartly: 1, round: 1, current: true })
  })
})
