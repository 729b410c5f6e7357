import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { filing } from '../../../tests/support/filing.ts'
import { type FormBrowser, formBrowser } from '../../../tests/support/office-browser.ts'
import { everythingStored, rowCounts } from '../../../tests/support/rows.ts'
import { correction, visit } from '../../../tests/support/visits.ts'

const BOOK = '/lam-viec/so-tiep-dan'
const NEW = `${BOOK}/moi`
let site: TestApp
const people = new Map<string, FormBrowser>()
const as = (name: string) => people.get(name)!
const staff = ['hoa', 'nam', 'mai', 'dung', 'lam', 'tuyet', 'phuc', 'khanh', 'binh'] as const

beforeAll(async () => {
  site = await testApp({ now: () => new Date('2026-11-24T09:00:00+07:00') })
  for (const name of staff) people.set(name, await formBrowser(site, name))
})

/** Writes a visit and gives its address. */
async function written(change: Record<string, string> = {}): Promise<string> {
  const response = await as('hoa').post(NEW, visit(change))
  expect(response.statusCode, response.body.slice(0, 3000)).toBe(303)
  return String(response.headers.location).split('?')[0]!
}

describe('who opens the registers', () => {
  const open: Record<string, readonly string[]> = {
    [BOOK]: ['hoa', 'lam', 'phuc'],
    [NEW]: ['hoa'],
    [`${BOOK}/ban-in`]: ['hoa', 'lam', 'phuc'],
    [`${BOOK}.xlsx?tu=2026-01-01&den=2026-11-24`]: ['hoa', 'lam', 'phuc'],
    '/lam-viec/qua-45-ngay': ['hoa', 'lam'],
    '/lam-viec/bao-cao': ['hoa', 'lam', 'phuc'],
    '/lam-viec/bao-cao.xlsx': ['hoa', 'lam', 'phuc'],
    '/lam-viec/bao-cao/danh-sach?ky=q4&bang=tiep&hang=visits&cot=all': ['hoa', 'lam', 'phuc'],
    '/lam-viec/quan-tri/ky-bao-cao': ['khanh'],
  }
  test.each(Object.entries(open))('%s is closed unless opened', async (path, may) => {
    for (const name of staff) expect([name, (await as(name).get(path)).statusCode]).toEqual([name, may.includes(name) ? 200 : 403])
    const stranger = await site.app.inject({ url: path })
    expect([stranger.statusCode, stranger.headers.location]).toEqual([303, expect.stringContaining('/dang-nhap')])
  })

  test('a line and its acts: reading, correcting, erasing', async () => {
    const one = await written()
    const statuses = async (act: (name: string) => Promise<{ statusCode: number }>) =>
      Object.fromEntries(await Promise.all(staff.map(async (name) => [name, (await act(name)).statusCode])))
    const closed = { nam: 403, mai: 403, dung: 403, tuyet: 403, khanh: 403, binh: 403 }
    expect(await statuses((name) => as(name).get(one))).toEqual({ ...closed, hoa: 200, lam: 200, phuc: 200 })
    const before = await rowCounts(site.db)
    expect(await statuses((name) => (name === 'hoa' ? as('phuc') : as(name)).post(`${one}/correct`, correction()))).toMatchObject({
      ...closed,
      lam: 403,
      phuc: 403,
    })
    expect(
      await statuses((name) => (name === 'lam' ? as('phuc') : as(name)).post(`${one}/erase`, { reason: 'Hết thời hạn.' })),
    ).toMatchObject({
      ...closed,
      hoa: 403,
      phuc: 403,
    })
    for (const name of staff.filter((person) => person !== 'hoa')) expect((await as(name).post(NEW, visit())).statusCode).toBe(403)
    expect(
      (await as('hoa').post('/lam-viec/quan-tri/ky-bao-cao', { validFrom: '2026-01', startDay: '15', documentNumber: '1' })).statusCode,
    ).toBe(403)
    expect(await rowCounts(site.db)).toEqual(before)
    for (const path of [`${BOOK}/2026/99999`, `${BOOK}/2026/x`, `${BOOK}/0/1`]) expect((await as('hoa').get(path)).statusCode).toBe(404)
  })
})

describe('writing a visit', () => {
  test('gives it the next number and shows its twelve columns', async () => {
    const one = await written({ guidedTo: 'Chi nhánh Văn phòng đăng ký đất đai', guidedDocument: '12/HD-UBND', followUp: 'Đã giải thích.' })
    const { body } = await as('hoa').get(one)
    expect(body.match(/\((\d+)\) /g)?.slice(0, 12)).toHaveLength(12)
    for (const words of ['Điểu Krá, Thôn Phú Châu', '070099001234', 'Hỏi thủ tục tách thửa', 'số 12/HD-UBND', 'Đã giải thích.'])
      expect(body).toContain(words)
    const again = await as('hoa').get(`${BOOK}?nam=2026&thang=11&q=tach+thua`)
    expect(again.body).toContain(`href="${one}"`)
  })

  test('the same form pressed twice is one line', async () => {
    const form = visit()
    const first = await as('hoa').post(NEW, form)
    const before = await rowCounts(site.db)
    const second = await as('hoa').post(NEW, { ...form, name: 'Tên khác' })
    expect(second.headers.location).toBe(first.headers.location)
    expect(await rowCounts(site.db)).toEqual(before)
  })

  test.each([
    ['receivedOn', { receivedOn: '' }],
    ['receivedOn', { receivedOn: '20/11/2026' }],
    ['receivedOn', { receivedOn: '2026-11-25' }],
    ['occasion', { occasion: 'sometimes' }],
    ['classification', { classification: '' }],
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['address', { address: 'x'.repeat(301) }],
    ['identity', { identity: 'x'.repeat(61) }],
    ['summary', { summary: '' }],
    ['summary', { summary: 'x'.repeat(2001) }],
    ['people', { people: '' }],
    ['people', { people: '0' }],
    ['people', { people: 'năm' }],
    ['people', { people: '10001' }],
    ['representatives', { people: '5' }],
    ['representatives', { representatives: 'x'.repeat(501) }],
    ['previous', { previous: 'số 3' }],
    ['previous', { previous: '9999' }],
    ['settledBy', { settledBy: 'x'.repeat(301) }],
    ['competent', { competent: 'có' }],
    ['guidedTo', { guidedDocument: '12/HD' }],
    ['guidedTo', { guidedTo: 'x'.repeat(301) }],
    ['guidedDocument', { guidedTo: 'Sở', guidedDocument: 'x'.repeat(61) }],
    ['transferredTo', { transferredDocument: '12/CV' }],
    ['transferredDocument', { transferredTo: 'Sở', transferredDocument: 'x'.repeat(61) }],
    ['followUp', { followUp: 'x'.repeat(2001) }],
    ['clientToken', { clientToken: 'x' }],
    ['appointment', { appointment: 'PL-TD-2026-99999' }],
    ['number', { number: '1' }],
    ['address', { classification: 'denunciation', name: '', identity: '' }],
    ['name', { classification: 'denunciation', address: '', identity: '' }],
    ['identity', { classification: 'denunciation', name: '', address: '' }],
    ['representatives', { classification: 'denunciation', name: '', address: '', identity: '', representatives: 'Ông A' }],
  ])('a wrong %s is named (%j), the rest stays in the form, and nothing is written', async (field, change) => {
    const before = await rowCounts(site.db)
    const response = await as('hoa').post(NEW, visit({ settledBy: 'Ủy ban nhân dân xã', ...(change as unknown as Record<string, string>) }))
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain(`href="#${field}"`)
    if (!('settledBy' in change)) expect(response.body).toContain('value="Ủy ban nhân dân xã"')
    expect(await rowCounts(site.db)).toEqual(before)
  })

  test('every problem is named at once, also what one field asks of another', async () => {
    const response = await as('hoa').post(NEW, visit({ receivedOn: '', name: '', summary: '', people: '7', guidedDocument: '3' }))
    for (const field of ['receivedOn', 'name', 'summary', 'representatives', 'guidedTo'])
      expect(response.body).toContain(`href="#${field}"`)
  })

  test('a second visit about the same matter names the first', async () => {
    const first = await written({ summary: 'Mốc giới thửa 14' })
    const second = await written({ summary: 'Mốc giới thửa 14, hỏi kết quả', previous: first.split('/').at(-1)! })
    const third = await written({ summary: 'Lần ba', previous: `${second.split('/').at(-1)}/2026` })
    for (const one of [second, third]) expect((await as('hoa').get(one)).body).toContain(`<a href="${first}">`)
  })
})

describe('a denunciation received in person', () => {
  const told = { classification: 'denunciation', name: '', address: '', identity: '', summary: 'Tố cáo việc thu tiền sai quy định' }

  test('stands in the book without who came, and the auditor does not read what was said', async () => {
    const one = await written(told)
    for (const name of ['hoa', 'lam']) {
      const { body } = await as(name).get(one)
      expect(body).toContain('Người tố cáo: giữ bí mật')
      expect(body).toContain('thu tiền sai')
    }
    for (const path of [one, BOOK, `${BOOK}/ban-in?nam=2026&thang=11`, `${BOOK}?q=thu+tien+sai`]) {
      const { body } = await as('phuc').get(path)
      expect(body).not.toContain('Tố cáo việc thu tiền')
    }
    const [, , , year, number] = one.split('/')
    const row = await site.db
      .selectFrom('reception_entries')
      .select('id')
      .where('year', '=', Number(year))
      .where('number', '=', Number(number))
      .executeTakeFirstOrThrow()
    const person = {
      authority_id: 1,
      entry_id: row.id,
      classification: 'denunciation' as const,
      name: 'Ai đó',
      address: null,
      identity: null,
      representatives: null,
      search: '',
    }
    await expect(site.db.insertInto('reception_people').values(person).execute()).rejects.toThrow(/check/)
  })

  test('a line that turns out to be one forgets who came, earlier texts and all', async () => {
    const one = await written({ name: 'Người Không Được Lộ', summary: 'Tôi là Lộ, hàng xóm', classification: 'complaint' })
    await as('hoa').post(
      `${one}/correct`,
      correction({ name: 'Người Không Được Lộ Mặt', summary: 'Tôi là Lộ, hàng xóm', classification: 'complaint', version: '1' }),
    )
    expect(await everythingStored(site.db)).toMatch(/Người Không Được Lộ/)
    const response = await as('hoa').post(`${one}/correct`, correction({ ...told, version: '2' }))
    expect(response.statusCode, response.body).toBe(303)
    const stored = await everythingStored(site.db)
    expect(stored).not.toMatch(/Không Được Lộ|khong duoc lo|'lo'|Tôi là Lộ/i)
  })
})

describe('a petition taken down at the counter', () => {
  const told = (change = {}) => {
    const { filer: _, publish: _p, ...rest } = filing()
    return {
      ...(rest as Record<string, string>),
      name: 'Thị Hên',
      phone: '',
      email: '',
      address: 'Khu phố 4',
      identityNumber: '070099004321',
      hamlet: '',
      lat: '',
      lon: '',
      publish: 'no',
      ...change,
    }
  }
  const lineOf = (code: string) =>
    site.db
      .selectFrom('reception_entries')
      .innerJoin('petitions', 'petitions.id', 'reception_entries.matter_id')
      .select(['reception_entries.year', 'number', 'petitions.id'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()

  test('is in the book at once, and its last columns follow the case', async () => {
    const { body } = await as('hoa').post('/lam-viec/don-moi', told({ kind: 'complaint', subject: 'Khiếu nại mức bồi thường' }))
    const code = /PL-\d{4}-\d{5}/.exec(body)![0]
    const { year, number, id } = await lineOf(code)
    const one = `${BOOK}/${year}/${number}`
    const fresh = (await as('hoa').get(one)).body
    for (const words of ['Thị Hên, Khu phố 4', '070099004321', 'Khiếu nại mức bồi thường', `${code}: Đã tiếp nhận`])
      expect(fresh).toContain(words)
    expect((await as('phuc').get(one)).body).not.toMatch(/Thị Hên|070099004321|Khu phố 4/)
    await as('hoa').api(`/api/v1/petitions/${code}/acts/accept`, {})
    const accepted = (await as('hoa').get(one)).body
    expect(accepted).toContain(`${code}: Đang giải quyết 24/11/2026`)
    expect(accepted).toMatch(/\(9\) Thuộc thẩm quyền giải quyết<\/dt><dd[^>]*>x<\/dd>/)
    const kept = await site.db
      .selectFrom('reception_entries')
      .select(['competent', 'guided_to'])
      .where('matter_id', '=', id)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ competent: false, guided_to: null })
  })

  test('names the agency to which the case was guided or sent, with the number of the letter, until these words are erased', async () => {
    const { body } = await as('hoa').post('/lam-viec/don-moi', told())
    const { year, number, id } = await lineOf(/PL-\d{4}-\d{5}/.exec(body)![0])
    const one = `${BOOK}/${year}/${number}`
    for (const [seq, type, agency, column] of [
      [2, 'petition.guided', 'Phòng Công chứng số 1', 10],
      [3, 'petition.transferred', 'Sở Xây dựng', 11],
    ] as const) {
      const entry = {
        authority_id: 1,
        matter_type: 'petition',
        matter_id: id,
        seq,
        id: randomUUID(),
        type,
        at: new Date('2026-11-24T01:00:00Z'),
      }
      await site.db
        .insertInto('history_entries')
        .values({ ...entry, actor_role: 'receptionOfficer', actor_id: null, audience: 'public', facts: '{}' })
        .execute()
      const words = (field: string, text: string) => ({ authority_id: 1, entry_id: entry.id, field, words: text, salt: Buffer.alloc(16) })
      await site.db
        .insertInto('history_words')
        .values([words('agency', agency), words('documentNumber', '37/UBND')])
        .execute()
      const shown = (await as('hoa').get(one)).body
      expect(shown).toMatch(new RegExp(`\\(${column}\\)[^<]*</dt><dd[^>]*>${agency} \\(số 37/UBND\\)`))
      await site.db.deleteFrom('history_words').where('entry_id', '=', entry.id).execute()
      expect((await as('hoa').get(one)).body).not.toContain(agency)
    }
  })

  test('columns that are the case’s are not written by hand', async () => {
    const { body } = await as('hoa').post('/lam-viec/don-moi', told())
    const { year, number } = await lineOf(/PL-\d{4}-\d{5}/.exec(body)![0])
    const one = `${BOOK}/${year}/${number}`
    const before = await rowCounts(site.db)
    const response = await as('hoa').post(`${one}/correct`, correction({ classification: 'complaint', competent: 'true', guidedTo: 'Sở' }))
    expect(response.statusCode).toBe(422)
    for (const field of ['classification', 'competent', 'guidedTo']) expect(response.body).toContain(`href="#${field}"`)
    expect({ ...(await rowCounts(site.db)), audit_entries: 0 }).toEqual({ ...before, audit_entries: 0 })
    const right = await as('hoa').post(`${one}/correct`, correction({ people: '6', representatives: 'Ông Bảy, bà Tám' }))
    expect(right.statusCode, right.body).toBe(303)
    expect((await as('hoa').get(one)).body).toContain('6 (đoàn đông người)')
  })

  test('many at once each get their line, without a gap', async () => {
    const answers = await Promise.all(Array.from({ length: 15 }, () => as('hoa').post('/lam-viec/don-moi', told())))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 201))
    const rows = await site.db.selectFrom('reception_entries').select('number').where('year', '=', 2026).orderBy('number').execute()
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, i) => i + 1))
  })

  test('and its line stand or fall together', async () => {
    await site.pool.query(`create function no_entry() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`)
    await site.pool.query('create trigger no_entry before insert on reception_words for each row execute function no_entry()')
    const before = await rowCounts(site.db)
    const books = await everythingStored(site.db, ['reception_books'])
    expect((await as('hoa').post('/lam-viec/don-moi', told())).statusCode).toBe(500)
    await site.pool.query('drop trigger no_entry on reception_words')
    expect(await rowCounts(site.db)).toEqual(before)
    expect(await everythingStored(site.db, ['reception_books'])).toBe(books)
    const online = await site.app.inject({ method: 'POST', url: '/api/v1/petitions', payload: filing() })
    expect(online.statusCode).toBe(201)
    expect(await rowCounts(site.db)).toMatchObject({ reception_entries: before['reception_entries'] })
  })
})

describe('correcting and erasing', () => {
  test('a correction keeps the earlier text with its reason; the auditor sees neither name', async () => {
    const one = await written({ name: 'Nguyễn Văn Sai' })
    const response = await as('hoa').post(`${one}/correct`, correction({ name: 'Nguyễn Văn Đúng', version: '1' }))
    expect(response.headers.location).toBe(`${one}?xong=done`)
    const { body } = await as('hoa').get(one)
    expect(body).toContain('Nguyễn Văn Đúng')
    expect(body).toMatch(/Họ và tên, bản trước:<\/span> <bdi>Nguyễn Văn Sai/)
    expect(body).toContain('Nghe nhầm họ tên.')
    expect((await as('phuc').get(one)).body).not.toMatch(/Nguyễn Văn/)
    const late = await as('hoa').post(`${one}/correct`, correction({ name: 'Người đến sau', version: '1' }))
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('value="Người đến sau"')
  })

  test('a correction stays within the book of its year, and says why', async () => {
    const one = await written()
    for (const [field, change] of [
      ['receivedOn', { receivedOn: '2025-12-31' }],
      ['reason', { reason: '' }],
      ['previous', { previous: one.split('/').at(-1)! }],
    ] as const) {
      const response = await as('hoa').post(`${one}/correct`, correction(change))
      expect([response.statusCode, response.body.includes(`href="#${field}"`)]).toEqual([422, true])
    }
  })

  test('erasing takes away who came, what was said and every earlier text; number and figures stay', async () => {
    const one = await written({ name: 'Hoàng Thị Xóa', summary: 'Việc riêng cần xóa', identity: '079099111222' })
    await as('hoa').post(
      `${one}/correct`,
      correction({ name: 'Hoàng Thị Xóa Hết', summary: 'Việc riêng cần xóa ngay', identity: '079099111222' }),
    )
    expect((await as('lam').post(`${one}/erase`, { reason: '' })).statusCode).toBe(422)
    expect((await as('lam').post(`${one}/erase`, { reason: 'Người dân yêu cầu.' })).statusCode).toBe(303)
    expect(await everythingStored(site.db)).not.toMatch(/Hoàng Thị Xóa|cần xóa|079099111222|'xoa'/)
    const { body } = await as('hoa').get(one)
    expect(body).toContain('Đã xóa dữ liệu cá nhân')
    expect(body).toContain('Kiến nghị, phản ánh')
    expect((await as('hoa').post(`${one}/correct`, correction())).statusCode).toBe(409)
  })

  test('each look at who came is recorded, on the line, in the list and in the file', async () => {
    const one = await written()
    const actions = async () =>
      (await site.db.selectFrom('audit_entries').select(['action', 'facts']).orderBy('id').execute()).map(
        ({ action, facts }) => `${action} ${(facts as { what: string }).what}`,
      )
    const before = (await actions()).length
    await as('lam').get(one)
    await as('lam').get(`${BOOK}?nam=2026`)
    await as('lam').get(`${BOOK}/ban-in?nam=2026&thang=11`)
    await as('lam').get(`${BOOK}.xlsx?tu=2026-11-01&den=2026-11-30`)
    expect((await actions()).slice(before)).toEqual([
      'read person',
      'read receptionBook',
      'read receptionBookPrint',
      'export receptionBook',
    ])
  })
})

describe('a held appointment', () => {
  test('is offered to the book, entered once, and then leads to its line', async () => {
    const day = {
      authority_id: 1,
      on_date: '2026-11-18' as const,
      part: 'morning' as const,
      place: 'Phòng tiếp công dân',
      starts: '07:30',
      ends: '11:00',
      leader: null,
      capacity: 5,
      published_on: '2026-11-01' as const,
    }
    await site.db
      .insertInto('reception_days')
      .values(day)
      .onConflict((row) => row.doNothing())
      .execute()
    const id = randomUUID()
    const appointment = {
      authority_id: 1,
      id,
      code: 'PL-TD-2026-00077',
      status: 'held' as const,
      version: 3,
      subject: 'Mốc giới thửa đất số 14',
      words: null,
      wanted_on: day.on_date,
      wanted_part: day.part,
      on_date: day.on_date,
      part: day.part,
      at: '08:00',
      place: day.place,
      asked_at: new Date('2026-11-10T02:00:00Z'),
      asked_on: '2026-11-10' as const,
      held_on: day.on_date,
      promised_on: null,
      secret_hash: Buffer.alloc(32),
      client_token: randomUUID(),
    }
    await site.db.insertInto('appointments').values(appointment).execute()
    await site.db
      .insertInto('appointment_filers')
      .values({ authority_id: 1, appointment_id: id, name: 'Trương Thị Bình', phone: null })
      .execute()
    expect((await as('hoa').get('/lam-viec/tiep-dan/PL-TD-2026-00077')).body).toContain(`href="${NEW}?hen=PL-TD-2026-00077"`)
    const form = (await as('hoa').get(`${NEW}?hen=PL-TD-2026-00077`)).body
    for (const value of ['Trương Thị Bình', '2026-11-18', 'PL-TD-2026-00077']) expect(form).toContain(`value="${value}"`)
    const entered = { appointment: 'PL-TD-2026-00077', occasion: 'periodic', receivedOn: '2026-11-18', name: 'Trương Thị Bình' }
    const one = await written(entered)
    expect((await as('hoa').get(`${NEW}?hen=PL-TD-2026-00077`)).headers.location).toBe(one)
    const before = await rowCounts(site.db)
    const again = await as('hoa').post(NEW, visit(entered))
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain(`số ${one.split('/').at(-1)}/2026`)
    expect(await rowCounts(site.db)).toEqual(before)
  })
})
