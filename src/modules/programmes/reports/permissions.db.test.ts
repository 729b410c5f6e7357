import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { readZip } from '../../../platform/read-zip.ts'
import { listStaff } from '../../accounts/index.ts'
import type { Programme } from '../programme.ts'
import { type ReportStatus, reportStatuses } from './report.ts'
import { type ReportAct, reportActs, reportLifecycle } from './report-lifecycle.ts'
import { findReportByCode } from './report-repository.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const { app, db, signIn } = await testApp({ now })
const scope = { authorityId: 1 }

/** mai and thao are officer and head of the agency; nam and dung of another one. */
const people = ['hoa', 'mai', 'thao', 'nam', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const
const callers = ['visitor', ...people] as const
type Caller = (typeof callers)[number]
const readsOffice = (caller: Caller) => !['visitor', 'khanh', 'binh'].includes(caller)
const asks = (caller: Caller) => caller === 'lam' || caller === 'tuyet'
const roleOf: Partial<Record<Caller, string>> = { mai: 'writer', thao: 'head', lam: 'chairman' }

const cookies = new Map<Caller, string>()
beforeAll(async () => {
  for (const username of people) cookies.set(username, await signIn(username))
})
const headersOf = (caller: Caller) => ({ cookie: cookies.get(caller) ?? '' })
const get = (caller: Caller, url: string) => app.inject({ url, headers: headersOf(caller) })
const post = (caller: Caller, url: string, payload: object) => app.inject({ method: 'POST', url, payload, headers: headersOf(caller) })

const staff = new Map((await listStaff(db, scope)).map((person) => [person.username, person]))
const [unitId, otherId] = [staff.get('thao')!.unitId!, staff.get('dung')!.unitId!]
let plan: Programme

beforeEach(async () => {
  await sql`truncate programme_reports, programme_evidence, programme_tasks, programmes cascade`.execute(db)
  plan = await aProgrammeRow(db)
  const own = await aProgrammeRow(db, { planId: plan.id, unitId })
  await aProgrammeRow(db, { planId: plan.id, unitId: otherId })
  await aProgrammeRow(db, { planId: plan.id, unitId: staff.get('hanh')!.unitId!, status: 'draft', publishedOn: null })
  await taskRows(db, own, [
    { status: 'done', dueOn: '2026-10-30', lateFrom: '2026-10-31', saidDone: 3, saidNot: 1 },
    { status: 'inProgress', dueOn: '2026-11-13', lateFrom: '2026-11-14' },
    {
      status: 'planned',
      dueOn: '2026-12-18',
      lateFrom: '2026-12-19',
      indicator: 'Số cuộc đối thoại',
      target: '4',
      reached: '1',
      unitOfMeasure: 'cuộc',
    },
    { kind: 'objective' },
    { every: 'month' },
  ])
})

const reportsUrl = () => `/api/v1/programmes/${plan.slug}/reports`
const asking = { period: '2026-Q3', dueOn: '2026-12-10' }
const inputsOf = { result: 'Đã tổ chức ba cuộc đối thoại.', obstacles: 'Thiếu người.' }
const inputs: Record<ReportAct, object> = {
  write: { ...inputsOf, proposals: null },
  submit: {},
  accept: {},
  return: { reason: 'Chưa nêu kết quả của từng phường.' },
}
const doAct = (caller: Caller, code: string, act: ReportAct) => post(caller, `/api/v1/reports/${code}/acts/${act}`, inputs[act])

const ways: Record<ReportStatus, [Caller, ReportAct][]> = {
  requested: [['mai', 'write']],
  submitted: [
    ['mai', 'write'],
    ['thao', 'submit'],
  ],
  accepted: [
    ['mai', 'write'],
    ['thao', 'submit'],
    ['lam', 'accept'],
  ],
}
async function reportIn(status: ReportStatus): Promise<string> {
  const answer = await post('lam', reportsUrl(), { ...asking, unitIds: [unitId] })
  expect(answer.statusCode, answer.body).toBe(201)
  const [{ code }] = answer.json().items
  for (const [caller, act] of ways[status]) expect((await doAct(caller, code, act)).statusCode).toBe(200)
  return code
}

/** What this caller is answered, by the table. */
function expected(caller: Caller, status: ReportStatus, act: ReportAct): number {
  if (caller === 'visitor') return 401
  if (status !== 'accepted' && !readsOffice(caller)) return 404
  const move = reportLifecycle[status][act]
  if (!move) return 409
  return move.by.some((role) => role === roleOf[caller]) ? 200 : 403
}

describe.each(reportStatuses)('a report that is %s', (status) => {
  test.each(callers)('%s: what is not theirs, or not now, is refused and writes nothing', async (caller) => {
    const code = await reportIn(status)
    const before = { rows: await rowCounts(db), report: await findReportByCode(db, scope, code) }
    for (const act of reportActs) {
      const wanted = expected(caller, status, act)
      if (wanted === 200) continue
      const answer = await doAct(caller, code, act)
      expect([act, answer.statusCode], answer.body).toEqual([act, wanted])
    }
    expect({ rows: await rowCounts(db), report: await findReportByCode(db, scope, code) }).toEqual(before)
  })

  test.each(reportActs)('%s is done by those whom the table names, with one entry', async (act) => {
    const allowed = callers.filter((caller) => expected(caller, status, act) === 200)
    expect(allowed.length > 0).toBe(act in reportLifecycle[status])
    for (const caller of allowed) {
      await sql`truncate programme_reports`.execute(db)
      const code = await reportIn(status)
      const before = await rowCounts(db)
      const answer = await doAct(caller, code, act)
      expect([caller, answer.statusCode], answer.body).toEqual([caller, 200])
      const { to } = reportLifecycle[status][act]!
      expect(answer.json().status).toBe(to === 'same' ? status : to)
      expect((await rowCounts(db))['history_entries']! - before['history_entries']!).toBe(1)
    }
  })

  test('the buttons are the very acts that are allowed; who may not read it finds nothing', async () => {
    const code = await reportIn(status)
    for (const caller of callers) {
      const may = reportActs.filter((act) => expected(caller, status, act) === 200)
      const sees = status === 'accepted' || readsOffice(caller)
      const listed = await get(caller, `/api/v1/reports/${code}/acts`)
      expect([caller, listed.statusCode]).toEqual([caller, sees ? 200 : 404])
      if (sees) expect([caller, listed.json().items.map(({ act }: { act: string }) => act)]).toEqual([caller, may])
      const page = await get(caller, `/lam-viec/bao-cao/${code}`)
      expect([caller, page.statusCode]).toEqual([caller, sees ? 200 : caller === 'visitor' ? 303 : 403])
      const forms = [...page.body.matchAll(/action="\/lam-viec\/bao-cao\/[^"/]+\/([a-z]+)"/g)].map(([, act]) => act)
      expect([caller, forms]).toEqual([caller, may])
    }
  })
})

describe('asking for reports', () => {
  test.each(callers)('%s may or may not', async (caller) => {
    const wanted = caller === 'visitor' ? 401 : asks(caller) ? 201 : 403
    const before = await rowCounts(db)
    expect((await post(caller, reportsUrl(), asking)).statusCode).toBe(wanted)
    if (wanted !== 201) expect(await rowCounts(db)).toEqual(before)
    const page = await get(caller, `/lam-viec/chuong-trinh/${plan.slug}/bao-cao`)
    expect(page.statusCode).toBe(caller === 'visitor' ? 303 : readsOffice(caller) ? 200 : 403)
    expect(page.body.includes('name="dueOn"')).toBe(asks(caller))
  })

  test('each agency whose programme is out is asked once a period; asking again asks only who was not', async () => {
    const first = await post('tuyet', reportsUrl(), { ...asking, unitIds: [otherId] })
    expect(first.json().items.map(({ unitId: unit }: { unitId: string }) => unit)).toEqual([otherId])
    const second = await post('tuyet', reportsUrl(), asking)
    expect(second.json().items.map(({ unitId: unit }: { unitId: string }) => unit)).toEqual([unitId])
    expect(second.json().items[0]).toMatchObject({
      from: '2026-07-01',
      to: '2026-09-30',
      dueOn: '2026-12-10',
      status: 'requested',
      daysLate: 0,
    })
    expect((await post('tuyet', reportsUrl(), asking)).json()).toMatchObject({ status: 409, code: 'nobody_to_ask' })
    expect((await post('tuyet', reportsUrl(), { ...asking, period: '2026' })).json().items).toHaveLength(2)
  })

  test.each([
    [{ ...asking, period: '2026-M03' }, 'period', 'invalid_choice'],
    [{ ...asking, period: '' }, 'period', 'required'],
    [{ ...asking, period: 7 }, 'period', 'invalid_type'],
    [{ ...asking, dueOn: '2026-02-30' }, 'dueOn', 'invalid_date'],
    [{ ...asking, dueOn: '2026-11-25' }, 'dueOn', 'in_the_past'],
    [{ period: '2026-Q3' }, 'dueOn', 'required'],
    [{ ...asking, unitIds: ['x'] }, 'unitIds.0', 'invalid_uuid'],
    [{ ...asking, unitIds: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'] }, 'unitIds', 'unknown_reference'],
  ])('%j is refused at %s', async (body, field, code) => {
    const answer = await post('lam', reportsUrl(), body)
    expect([answer.statusCode, answer.json().problems ?? answer.json().errors]).toEqual([422, [expect.objectContaining({ field, code })]])
  })

  test('of an agency’s programme, and of a plan that is not out, nothing is asked', async () => {
    const draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null })
    expect((await post('lam', `/api/v1/programmes/${draft.slug}/reports`, asking)).statusCode).toBe(409)
    expect((await get('visitor', `/api/v1/programmes/${draft.slug}/reports`)).statusCode).toBe(404)
    expect((await get('visitor', `/loi-hua/${draft.slug}/bao-cao`)).statusCode).toBe(404)
  })
})

describe('what a report says', () => {
  test('figures come from the items and are kept as they stood when it was submitted', async () => {
    const code = await reportIn('submitted')
    await sql`update programme_tasks set status = 'cancelled' where status = 'planned' and every is null`.execute(db)
    const { data, isSnapshot } = (await get('lam', `/api/v1/reports/${code}`)).json()
    expect(isSnapshot).toBe(true)
    expect(data).toMatchObject({
      on: '2026-11-26',
      total: 3,
      byStatus: { planned: 1, inProgress: 1, reported: 0, done: 1, cancelled: 0 },
      late: 1,
      withEvidence: 1,
      saying: { done: 3, partly: 0, not: 1 },
    })
    expect(data.items[2]).toMatchObject({ target: '4', reached: '1', unitOfMeasure: 'cuộc', isLate: false })
    await doAct('lam', code, 'return')
    await doAct('thao', code, 'submit')
    expect((await get('lam', `/api/v1/reports/${code}`)).json().data.byStatus).toMatchObject({ planned: 0, cancelled: 1 })
  })

  test('as a paper it is read by whoever may read it, with its words, figures and items', async () => {
    const code = await reportIn('submitted')
    const url = `/lam-viec/bao-cao/${code}/bao-cao.docx`
    expect((await get('visitor', url)).statusCode).toBe(404)
    await doAct('lam', code, 'accept')
    const paper = await get('visitor', url)
    expect([paper.statusCode, paper.headers['content-disposition']]).toEqual([
      200,
      `attachment; filename="bao-cao_${code.toLowerCase()}.docx"`,
    ])
    const body = readZip(paper.rawPayload)!.read('word/document.xml')!
    for (const words of [
      'I. KẾT QUẢ THỰC HIỆN',
      inputsOf.result,
      'III. KHÓ KHĂN, VƯỚNG MẮC',
      inputsOf.obstacles,
      '- Tổng số việc: 3',
      '1 / 4 cuộc',
      'quý III năm 2026',
    ])
      expect(body).toContain(words)
    expect(body).not.toContain('DỰ THẢO')
  })

  test('without words it is not submitted, and the refusal names the field', async () => {
    const [{ code }] = (await post('lam', reportsUrl(), { ...asking, unitIds: [unitId] })).json().items
    const answer = await doAct('thao', code, 'submit')
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('Kết quả thực hiện')])
  })

  test('its page is called by period, agency and plan: an agency reports to several plans', async () => {
    const { body } = await get('thao', `/lam-viec/bao-cao/${await reportIn('requested')}`)
    const title = /<title>(.*?)<\/title>/s.exec(body)![1]!
    for (const part of ['Quý III/2026', 'Phòng Y tế', plan.title]) expect(title).toContain(part)
  })

  test('everybody sees which are missing, and by how many days', async () => {
    const code = await reportIn('submitted')
    await post('lam', reportsUrl(), asking)
    await sql`update programme_reports set due_on = '2026-11-20', late_from = '2026-11-21' where unit_id = ${otherId}`.execute(db)
    const { items } = (await get('visitor', reportsUrl())).json()
    expect(new Map(items.map((one: { unitId: string; daysLate: number }) => [one.unitId, one.daysLate]))).toEqual(
      new Map([
        [unitId, 0],
        [otherId, 6],
      ]),
    )
    const { body } = await get('visitor', `/loi-hua/${plan.slug}/bao-cao`)
    expect(body).toContain('2 báo cáo được yêu cầu; 1 chưa gửi, trong đó 1 đã quá hạn.')
    expect(body).toContain('chậm 6 ngày')
    expect(body).not.toContain(`href="/lam-viec/bao-cao/${code}"`)
    const english = await get('visitor', `/en/loi-hua/${plan.slug}/bao-cao`)
    expect(english.body).toContain('6 days late')
  })
})
