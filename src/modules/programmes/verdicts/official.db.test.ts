import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { anyAddress } from '../../../../tests/support/filing.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { type Task, type TaskStatus, taskStatuses } from '../task.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, signIn } = await testApp({ now })
const people = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]

const cookies = new Map<Caller, string>()
const tasks = new Map<TaskStatus, Task>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
  const plan = await aProgrammeRow(db)
  const rows = await taskRows(
    db,
    plan,
    taskStatuses.map((status) => ({ status })),
  )
  for (const task of rows) tasks.set(task.status, task)
})

const headersOf = (caller: Caller) => ({ cookie: cookies.get(caller) ?? '' })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller), remoteAddress: anyAddress() })
const post = (caller: Caller, url: string, payload: object) =>
  app.inject({ method: 'POST', url, payload, headers: headersOf(caller), remoteAddress: anyAddress() })
const front = { body: 'front', said: 'partly', words: 'Đã lát xong, chưa trồng cây.' }
const inspectorate = { body: 'inspectorate', said: 'not', words: 'Chưa nghiệm thu.', minutes: '04/BB-TTND' }
const takes = (status: TaskStatus) => status === 'reported' || status === 'done'
const officeRoles = (caller: Caller) => !['visitor', 'binh', 'khanh'].includes(caller)

describe.each(taskStatuses)('an item that is %s', (status) => {
  test.each(callers)('%s records a verdict of the Front and of the inspectorate, or is refused and writes nothing', async (caller) => {
    const { code } = tasks.get(status)!
    for (const payload of [front, inspectorate]) {
      const before = await rowCounts(db)
      const answer = await post(caller, `/api/v1/office/tasks/${code}/verdicts`, payload)
      const wanted = caller === 'visitor' ? 401 : caller !== 'phuc' ? 403 : status === 'draft' ? 404 : takes(status) ? 201 : 409
      expect([caller, answer.statusCode], answer.body).toEqual([caller, wanted])
      const after = await rowCounts(db)
      if (wanted !== 201) expect(after).toEqual(before)
      else expect(after['history_entries']! - before['history_entries']!).toBe(1)
    }
  })

  test('the page is read by the office; only the Front finds the form there, and only when it may be used', async () => {
    const { code } = tasks.get(status)!
    for (const caller of callers) {
      const page = await get(caller, `/lam-viec/nhiem-vu/${code}/nhan-xet`)
      const wanted = caller === 'visitor' ? 303 : !officeRoles(caller) ? 403 : status === 'draft' ? 404 : 200
      expect([caller, page.statusCode]).toEqual([caller, wanted])
      const hasForm = page.body.includes(`action="/lam-viec/nhiem-vu/${code}/nhan-xet"`)
      expect([caller, hasForm]).toEqual([caller, caller === 'phuc' && takes(status)])
      if (wanted !== 200) continue
      const item = (await get(caller, `/lam-viec/nhiem-vu/${code}`)).body
      expect([caller, item.includes('Ghi nhận xét</a>')]).toEqual([caller, caller === 'phuc' && takes(status)])
    }
  })

  test.each(callers)('%s gives a verdict as a resident: whoever it is, while it says that it is done', async (caller) => {
    const { code } = tasks.get(status)!
    const answer = await post(caller, `/api/v1/tasks/${code}/verdicts`, { said: 'done' })
    expect([caller, answer.statusCode]).toEqual([caller, status === 'draft' ? 404 : takes(status) ? 201 : 409])
  })
})

describe('what the Front and the inspectorate say', () => {
  test('is named, dated and public at once; a new verdict stands, the earlier one stays', async () => {
    const { code } = tasks.get('done')!
    const url = `/api/v1/office/tasks/${code}/verdicts`
    await post('phuc', url, { ...front, said: 'not', words: 'Xem lại: chưa xong.' })
    const { front: given, inspectorate: minutes } = (await get('visitor', `/api/v1/tasks/${code}/verdicts`)).json()
    expect(given.map(({ said }: { said: string }) => said)).toEqual(['not', 'partly'])
    expect(minutes).toEqual([{ ...inspectorate, givenOn: '2026-11-26' }])
    const entries = await db
      .selectFrom('history_entries')
      .select(['type', 'audience', 'facts'])
      .where('matter_id', '=', tasks.get('done')!.id)
      .orderBy('seq')
      .execute()
    expect(entries.map(({ type, audience }) => [type, audience])).toEqual([
      ['task.frontVerdict', 'public'],
      ['task.inspectorateVerdict', 'public'],
      ['task.frontVerdict', 'public'],
    ])
    expect(entries[1]!.facts).toMatchObject({ round: 1, said: 'not', minutes: '04/BB-TTND' })
    // Words of a person stand beside the entry, to be erased alone; the entry has the commitment.
    expect(JSON.stringify(entries)).not.toContain('nghiệm thu')
  })

  test.each([
    [{ ...inspectorate, minutes: '' }, 'minutes'],
    [{ ...front, words: '  ' }, 'words'],
    [{ ...front, said: '' }, 'said'],
    [{ ...front, body: 'somebody' }, 'body'],
    [{ ...inspectorate, minutes: '0'.repeat(41) }, 'minutes'],
  ])('is refused by its field, and what was typed is still there: %#', async (payload, field) => {
    const { code } = tasks.get('reported')!
    const before = await rowCounts(db)
    const answer = await post('phuc', `/api/v1/office/tasks/${code}/verdicts`, payload)
    expect([answer.statusCode, answer.json().errors[0].field]).toEqual([422, field])
    const cookie = cookies.get('phuc')!
    const url = `/lam-viec/nhiem-vu/${code}/nhan-xet`
    const page = await app.inject({ url, headers: { cookie } })
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!
    const jar = [cookie, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].join('; ')
    const form = await app.inject({
      method: 'POST',
      url,
      headers: { cookie: jar, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...payload, _csrf: token } as Record<string, string>).toString(),
    })
    expect(form.statusCode).toBe(422)
    expect(form.body).toContain(`href="#${field}"`)
    if (payload.words.trim()) expect(form.body).toContain(payload.words)
    expect(await rowCounts(db)).toEqual(before)
  })
})
