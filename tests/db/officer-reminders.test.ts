import { beforeEach, describe, expect, test } from 'vitest'
import { setRemindBeforeDue, setWorkEmail } from '../../src/modules/accounts/index.ts'
import { isOff, loadCalendar, workingDaysBetween } from '../../src/modules/clocks/index.ts'
import { addDays, type CivilDate } from '../../src/shared/civil-date.ts'
import { testApp } from '../support/app.ts'
import { mailWorker } from '../support/mail-worker.ts'
import { formBrowser } from '../support/office-browser.ts'
import { officeCases } from '../support/office-cases.ts'
import { startSmtp } from '../support/smtp.ts'

const scope = { authorityId: 1 }
let clock = new Date('2026-11-02T09:00:00+07:00')
const now = () => clock
const it = await testApp({ now })
const { aCase, people, act } = await officeCases(it, now)
const calendar = await loadCalendar(it.db, scope)
const personOf = (username: string) => people.get(username)!.personId
const at = (day: CivilDate, time = '07:00') => {
  clock = new Date(`${day}T${time}:00+07:00`)
}
/** The n-th working day after a day; before it when n is negative. */
function workingDay(from: CivilDate, n: number): CivilDate {
  let day = from
  if (n >= 0) while (workingDaysBetween(from, day, calendar) < n) day = addDays(day, 1)
  else while (workingDaysBetween(day, from, calendar) < -n || isOff(calendar, day)) day = addDays(day, -1)
  return day
}
/** A complaint that lies with `nam`, and the day on which it is due. */
async function caseOfNam() {
  at('2026-11-02', '09:00')
  const petition = await aCase('assigned', { subject: 'Chuyện rất riêng của tôi' })
  const { officer_id, due_on } = await it.db
    .selectFrom('petitions')
    .select(['officer_id', 'due_on'])
    .where('id', '=', petition.id)
    .executeTakeFirstOrThrow()
  expect(officer_id).toBe(personOf('nam'))
  return { ...petition, dueOn: due_on! }
}
const queued = async () => {
  const rows = await it.db
    .selectFrom('outbox')
    .select(['to_address', 'subject', 'body', 'manner'])
    .where('kind', '=', 'person.reminder')
    .execute()
  return new Map(rows.map((row) => [row.to_address?.split('@')[0], row]))
}
const worker = (smtp: string | null = null) => mailWorker(it, smtp, now)

beforeEach(async () => {
  await it.db.deleteFrom('outbox').execute()
  // What an earlier test left is nobody's any more.
  await it.db.updateTable('petitions').set({ due_on: null }).execute()
})

describe('on the mornings around a due day', () => {
  test.each([
    [-4, []],
    [-3, ['nam']],
    [0, ['nam']],
    [1, ['dung', 'nam']],
    [3, ['dung', 'lam', 'nam']],
  ] as const)('%i working days from it, %j are told', async (days, names) => {
    const { dueOn, code } = await caseOfNam()
    at(days === 0 ? dueOn : workingDay(dueOn, days))
    await (await worker()).run('remindOfficers')
    const mails = await queued()
    expect([...mails.keys()].toSorted()).toEqual(names)
    for (const { body, subject, manner } of mails.values()) {
      expect(manner).toBe('work')
      expect(body).toContain(`/lam-viec/don/${code}`)
      expect(`${subject}${body}`).not.toMatch(/riêng|Bình/)
      expect(body).toContain('Quy định của cổng, không phải của luật')
    }
  })

  test('a day off has none, and the next working day has', async () => {
    const { dueOn } = await caseOfNam()
    let off = dueOn
    while (!isOff(calendar, off)) off = addDays(off, 1)
    at(off)
    await (await worker()).run('remindOfficers')
    expect([...(await queued())]).toEqual([])
    at(workingDay(off, 1))
    await (await worker()).run('remindOfficers')
    expect([...(await queued()).keys()]).toContain('nam')
  })
})

test('each is told once a day, in one mail, with two workers at a real server; the next morning again', async () => {
  const server = await startSmtp()
  const first = await caseOfNam()
  const second = await caseOfNam()
  at(workingDay(first.dueOn, 1))
  const [one, other] = [await worker(server.url), await worker(server.url)]
  await Promise.all([one.run('remindOfficers'), other.run('remindOfficers')])
  await Promise.all([one.work(), other.work()])
  clock = new Date(clock.getTime() + 2 * 3_600_000)
  await one.run('remindOfficers')
  await one.work()
  expect(server.received.map(({ to }) => to[0]).toSorted()).toEqual(['dung@vidu.example', 'nam@vidu.example'])
  const mail = server.received.find(({ to }) => to[0] === 'nam@vidu.example')!
  for (const { code } of [first, second]) expect(mail.body).toContain(code)
  expect(mail.headers.filter((line) => /^List-Unsubscribe/i.test(line))).toEqual([])
  expect(mail.body).not.toContain('/thu/')
  at(workingDay(first.dueOn, 2))
  await one.run('remindOfficers')
  await one.work()
  expect(server.received).toHaveLength(4)
})

test('the mail reads so', async () => {
  const { dueOn, code } = await caseOfNam()
  expect(dueOn).toBe('2026-12-02')
  at(workingDay(dueOn, 3))
  await (await worker()).run('remindOfficers')
  expect((await queued()).get('lam')).toMatchObject({
    subject: 'Nhắc việc ngày 07/12/2026: 1 hồ sơ',
    body: `Kính gửi ông, bà ${people.get('lam')!.name},

Các hồ sơ cần chú ý, tính đến sáng Thứ hai, 07/12/2026:

QUÁ HẠN, BÁO LÊN ÔNG, BÀ: 1 hồ sơ
- ${code} (Khiếu nại), hạn Thứ tư, 02/12/2026, quá 3 ngày làm việc, Đội Quản lý đô thị
  https://congdan.example.vn/lam-viec/don/${code}

Quy định của cổng, không phải của luật: nhắc trước 3 ngày làm việc; quá hạn từ 1 ngày làm việc thì báo trưởng đơn vị, từ 3 ngày làm việc thì báo Chủ tịch. Nhắc trước hạn tắt được ở trang Tài khoản.

Ủy ban nhân dân thị xã Phước Long
Thư được gửi tự động vào sáng ngày làm việc, xin đừng trả lời.
`,
  })
})

test('a promise that comes due after the answer is told as well, until it is kept', async () => {
  at('2026-11-02', '09:00')
  const petition = await aCase('promised', { kind: 'feedback' })
  const { due_on } = await it.db.selectFrom('petitions').select('due_on').where('id', '=', petition.id).executeTakeFirstOrThrow()
  at(workingDay(due_on!, 1))
  await (await worker()).run('remindOfficers')
  expect((await queued()).get('nam')?.body).toContain(petition.code)
  await it.db.deleteFrom('outbox').execute()
  await act('nam', petition, 'keepPromise', { words: 'Đã lắp đèn.' })
  await (await worker()).run('remindOfficers')
  expect([...(await queued())]).toEqual([])
})

test('who has no address gets no mail, and sees it in the inbox', async () => {
  const { dueOn } = await caseOfNam()
  await it.db.transaction().execute((trx) => setWorkEmail(trx, scope, personOf('nam'), null))
  at(workingDay(dueOn, 1))
  await (await worker()).run('remindOfficers')
  expect([...(await queued()).keys()]).toEqual(['dung'])
  const inbox = (await (await formBrowser(it, 'nam')).get('/lam-viec')).body
  expect(inbox).toMatch(/Nhắc việc hôm nay.*hồ sơ của bạn đã quá hạn/s)
  expect((await (await formBrowser(it, 'dung')).get('/lam-viec')).body).toContain('quá hạn cần bạn đôn đốc')
  expect((await (await formBrowser(it, 'lam')).get('/lam-viec')).body).not.toContain('quá hạn cần bạn đôn đốc')
  at(workingDay(dueOn, 3))
  expect((await (await formBrowser(it, 'lam')).get('/lam-viec')).body).toContain('quá hạn cần bạn đôn đốc')
  await it.db.transaction().execute((trx) => setWorkEmail(trx, scope, personOf('nam'), 'nam@vidu.example'))
})

describe('an officer’s own choice', () => {
  test('leaves out what is not due yet, never what is due or overdue', async () => {
    const { dueOn } = await caseOfNam()
    await it.db.transaction().execute((trx) => setRemindBeforeDue(trx, scope, personOf('nam'), false))
    at(workingDay(dueOn, -1))
    await (await worker()).run('remindOfficers')
    expect([...(await queued())]).toEqual([])
    at(dueOn)
    await (await worker()).run('remindOfficers')
    expect([...(await queued()).keys()]).toEqual(['nam'])
  })

  test('is made on the account page by officers alone', async () => {
    at('2026-11-03', '09:00')
    const nam = await formBrowser(it, 'nam')
    const saved = await nam.post('/tai-khoan/nhac-viec', { beforeDue: 'true' })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/tai-khoan?xong=remindersSaved'])
    const page = (await nam.get('/tai-khoan')).body
    expect(page).toContain('nam@vidu.example')
    expect(page).toMatch(/name="beforeDue"[^>]* checked/)
    await nam.post('/tai-khoan/nhac-viec', {})
    expect((await nam.get('/tai-khoan')).body).not.toMatch(/name="beforeDue"[^>]* checked/)
    expect((await nam.post('/tai-khoan/nhac-viec', { beforeDue: 'maybe' })).statusCode).toBe(422)
    const binh = await formBrowser(it, 'binh')
    expect((await binh.get('/tai-khoan')).body).not.toContain('nhac-viec')
    expect((await binh.post('/tai-khoan/nhac-viec', {})).statusCode).toBe(403)
  })
})

describe('the work address', () => {
  const fields = { name: 'Lê Hoài Nam', roles: 'caseOfficer', validFrom: '2016-01-01', validTo: '' }

  test('is entered by the administrator, and the audit says only that it changed', async () => {
    const khanh = await formBrowser(it, 'khanh')
    const url = `/lam-viec/quan-tri/nguoi-dung/${personOf('nam')}`
    const unitId = people.get('nam')!.unitId!
    expect((await khanh.post(url, { ...fields, unitId, email: 'nam.moi@vidu.example' })).statusCode).toBe(303)
    expect((await khanh.get(url)).body).toContain('value="nam.moi@vidu.example"')
    const audit = await it.db.selectFrom('audit_entries').select('facts').where('action', '=', 'person.changed').executeTakeFirstOrThrow()
    expect(audit.facts).toMatchObject({ emailChanged: true })
    expect(JSON.stringify(audit)).not.toContain('vidu')
  })

  test.each(['nam', 'nam@vidu', 'nam@vidu.vn,khac@vidu.vn', 'nam @vidu.vn', `${'a'.repeat(70)}@vidu.vn`])(
    'is refused when no mail could reach it: %s',
    async (email) => {
      const khanh = await formBrowser(it, 'khanh')
      const before = await it.db.selectFrom('staff').select('email').where('person_id', '=', personOf('nam')).executeTakeFirstOrThrow()
      const unitId = people.get('nam')!.unitId!
      const refused = await khanh.post(`/lam-viec/quan-tri/nguoi-dung/${personOf('nam')}`, { ...fields, unitId, email })
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toMatch(/href="#email">[^<]*Thư điện tử/)
      expect(refused.body).toContain(`value="${email}"`)
      expect(await it.db.selectFrom('staff').select('email').where('person_id', '=', personOf('nam')).executeTakeFirstOrThrow()).toEqual(
        before,
      )
    },
  )
})

test('the outbox names the officer of a reminder', async () => {
  const { dueOn } = await caseOfNam()
  at(dueOn)
  await (await worker()).run('remindOfficers')
  const outbox = (await (await formBrowser(it, 'khanh')).get('/lam-viec/quan-tri/hop-thu')).body
  expect(outbox).toContain('Nhắc việc')
  expect(outbox).toContain(`href="/lam-viec/quan-tri/nguoi-dung/${personOf('nam')}"`)
})
