import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/support/database.ts'
import type { Connection } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { findPeople, listStaff } from '../staff-repository.ts'
import { findSuperior, listSuperiors } from '../superiors.ts'
import { type Browser, PASSWORD, type TestApp, testApp } from '../test-app.ts'
import { createUnit, findUnit, listUnits } from '../unit-repository.ts'

const UNITS = '/lam-viec/quan-tri/don-vi'
const PEOPLE = '/lam-viec/quan-tri/nguoi-dung'

let connection: Connection
let it: TestApp
let khanh: Browser
let khanhId: string
let unitId: string

beforeAll(async () => {
  connection = await testDatabase()
  it = await testApp(connection)
  khanhId = await it.addPerson('khanh', ['administrator'])
  unitId = await connection.db
    .transaction()
    .execute((trx) =>
      createUnit(trx, it.scope, { name: 'Đội Quản lý đô thị', shortName: 'Đội QLĐT', kind: 'agency', validFrom: '2009-11-01' }),
    )
  await connection.db
    .insertInto('authorities')
    .values({
      id: 2,
      slug: 'khac',
      name: 'Nơi khác',
      short_name: 'Khác',
      code_prefix: 'KH',
      tier: 'commune',
      valid_from: '2025-07-01',
      valid_to: null,
      host: 'khac.example.vn',
    })
    .execute()
  khanh = it.browser()
  await khanh.signIn('khanh')
})
afterAll(() => it.app.close())

const audits = async () => {
  const rows = await connection.db.selectFrom('audit_entries').select(['action', 'actor_id', 'facts']).orderBy('id').execute()
  return rows.map(({ action, actor_id, facts }) => ({ action, actor_id, facts }))
}

describe('units', () => {
  const ward = { name: 'Phường Thác Mơ', shortName: 'Thác Mơ', kind: 'ward', validFrom: '2009-11-01', population: '7300' }

  test('are added, renamed, ended and succeeded, each with its line in the audit', async () => {
    expect((await khanh.fill(UNITS, UNITS, ward)).headers.location).toBe(`${UNITS}?xong=1`)
    const added = (await listUnits(connection.db, it.scope)).find(({ shortName }) => shortName === 'Thác Mơ')!
    expect(added).toMatchObject({ kind: 'ward', validFrom: '2009-11-01', validTo: null, successorId: null, population: 7300 })
    const page = `${UNITS}/${added.id}`
    const changed = {
      name: 'Phường Thác Mơ cũ',
      shortName: 'Thác Mơ',
      validTo: '2025-06-30',
      successorId: unitId,
      endingDecision: '1662/NQ-UBTVQH15',
    }
    expect((await khanh.fill(page, page, changed)).headers.location).toBe(`${page}?xong=1`)
    expect(await findUnit(connection.db, it.scope, added.id)).toMatchObject({
      name: 'Phường Thác Mơ cũ',
      validTo: '2025-06-30',
      successorId: unitId,
      endingDecision: '1662/NQ-UBTVQH15',
    })
    expect(await listUnits(connection.db, it.scope, { on: '2025-06-30', kinds: ['ward'] })).toHaveLength(1)
    expect(await listUnits(connection.db, it.scope, { on: '2025-07-01', kinds: ['ward'] })).toHaveLength(0)
    expect((await audits()).slice(-2)).toMatchObject([
      { action: 'unit.added', actor_id: khanhId },
      { action: 'unit.changed', facts: { validTo: '2025-06-30', successorId: unitId } },
    ])
    expect((await khanh.get(`/en${UNITS}`)).body).toContain('30/06/2025')
  })

  test.each([
    ['no name', { name: ' ' }, 'Tên đơn vị'],
    ['a long name', { name: 'ă'.repeat(201) }, 'dài quá 200 ký tự'],
    ['a name that cannot be stored', { name: 'x\u0000' }, 'có ký tự không lưu được'],
    ['no short name', { shortName: '' }, 'Tên gọi ngắn'],
    ['an unknown kind', { kind: 'village' }, 'Loại đơn vị'],
    ['a day that does not exist', { validFrom: '2026-02-30' }, 'ngày không đúng'],
    ['no first day', { validFrom: '' }, 'Từ ngày: chưa có nội dung'],
    ['half a person', { population: '7300.5' }, 'Dân số'],
    ['fewer than nobody', { population: '-1' }, 'Dân số'],
    ['an unknown field', { id: 'x' }, 'Không có mục tên'],
  ])('are refused with %s, and what was typed stays', async (_label, wrong, sentence) => {
    const before = await audits()
    const refused = await khanh.fill(UNITS, UNITS, { ...ward, name: 'Xã Phước Tín', ...wrong } as Record<string, string>)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(sentence)
    if (!('shortName' in wrong)) expect(refused.body).toContain('value="Thác Mơ"')
    expect(await audits()).toEqual(before)
  })

  test.each([
    ['a last day before the first', { validTo: '2009-10-31', successorId: '' }, 'từ ngày bắt đầu của đơn vị trở đi'],
    [
      'an unknown successor',
      { validTo: '2025-06-30', successorId: '00000000-0000-7000-8000-000000000000' },
      'Không tìm thấy đơn vị kế thừa',
    ],
  ])('do not end with %s; nothing of the change is kept', async (_label, end, sentence) => {
    const page = `${UNITS}/${unitId}`
    const before = [await findUnit(connection.db, it.scope, unitId), await audits()]
    const refused = await khanh.fill(page, page, { name: 'Tên khác', shortName: 'Khác', ...end })
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain(sentence)
    expect([await findUnit(connection.db, it.scope, unitId), await audits()]).toEqual(before)
  })

  test('a unit does not succeed itself', async () => {
    const page = `${UNITS}/${unitId}`
    expect((await khanh.fill(page, page, { name: 'A', shortName: 'A', validTo: '2025-06-30', successorId: unitId })).body).toContain(
      'không thể kế thừa chính mình',
    )
  })

  test.each(['khong-co', '00000000-0000-7000-8000-000000000000'])('an unknown one is 404: %s', async (id) => {
    expect((await khanh.get(`${UNITS}/${id}`)).statusCode).toBe(404)
    expect((await khanh.fill(UNITS, `${UNITS}/${id}`, { name: 'A', shortName: 'A' })).statusCode).toBe(404)
  })
})

describe('the authority above', () => {
  const PAGE = '/lam-viec/quan-tri/cap-tren'
  const province = { validFrom: '2025-07-01', superiorName: 'Ủy ban nhân dân tỉnh', address: 'Đường 6/1', documentNumber: '1/QĐ' }

  test('is entered from a day on, and the day decides which one it is', async () => {
    expect((await khanh.fill(PAGE, PAGE, province)).headers.location).toBe(`${PAGE}?xong=1`)
    const newer = { ...province, validFrom: '2026-07-01', superiorName: 'Nơi khác', superiorId: '2' }
    expect((await khanh.fill(PAGE, PAGE, newer)).headers.location).toBe(`${PAGE}?xong=1`)
    const on = async (day: CivilDate) => (await findSuperior(connection.db, it.scope, day))?.name
    expect([await on('2025-06-30'), await on('2025-07-01'), await on('2026-06-30'), await on('2026-07-01')]).toEqual([
      undefined,
      'Ủy ban nhân dân tỉnh',
      'Ủy ban nhân dân tỉnh',
      'Nơi khác',
    ])
    expect((await audits()).filter(({ action }) => action === 'superior.set')).toHaveLength(2)
  })

  test.each([
    ['validFrom', ''],
    ['validFrom', '2026-02-30'],
    ['superiorName', ' '],
    ['superiorName', 'x'.repeat(201)],
    ['address', 'x'.repeat(301)],
    ['documentNumber', ''],
    ['superiorId', '1'],
    ['superiorId', '99'],
    ['superiorId', 'x'],
  ])('%s that is "%s" is refused, nothing is written and the rest is still there', async (field, value) => {
    const before = await listSuperiors(connection.db, it.scope)
    const refused = await khanh.fill(PAGE, PAGE, { ...province, [field]: value })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(field === 'address' ? 'Ủy ban nhân dân tỉnh' : 'Đường 6/1')
    expect(await listSuperiors(connection.db, it.scope)).toEqual(before)
  })
})

describe('people', () => {
  const place = { roles: ['caseOfficer', 'unitHead'], validFrom: '2017-01-01', validTo: '' }
  const idIn = (body: string) => new RegExp(`${PEOPLE}/([0-9a-f-]{36})`).exec(body)![1]!
  const passwordIn = (body: string) => /<code>([a-z2-9-]{19})<\/code>/.exec(body)![1]!

  test('a new person gets a password that is shown once and must be changed before any work', async () => {
    const made = await khanh.fill(PEOPLE, PEOPLE, { name: 'Nguyễn Văn <b>Nam</b>', username: 'Nam.QLĐT', unitId, ...place })
    expect(made.statusCode).toBe(200)
    expect(made.headers['cache-control']).toBe('private, no-store')
    expect(made.body).toContain('Nguyễn Văn &lt;b>Nam&lt;/b>')
    const password = passwordIn(made.body)
    const personId = idIn(made.body)
    expect((await khanh.get(`${PEOPLE}/${personId}`)).body).not.toContain(password)
    expect((await audits()).at(-1)).toMatchObject({ action: 'person.added', facts: { personId, roles: place.roles, unitId } })
    expect(JSON.stringify(await audits())).not.toContain(password)
    expect((await findPeople(connection.db, [personId])).get(personId)).toBe('Nguyễn Văn <b>Nam</b>')
    expect(await listStaff(connection.db, it.scope, { unitId, role: 'unitHead' })).toMatchObject([{ personId, username: 'nam.qldt' }])

    const nam = it.browser()
    expect((await nam.fill('/dang-nhap', '/dang-nhap', { username: 'nam.qldt', password, tiep: '' })).headers.location).toBe(
      '/tai-khoan/mat-khau',
    )
    expect((await nam.get('/api/v1/me')).json()).toMatchObject({ roles: [] })
    expect((await nam.get(PEOPLE)).headers.location).toBe('/tai-khoan/mat-khau')
    const changed = await nam.fill('/tai-khoan/mat-khau', '/tai-khoan/mat-khau', {
      currentPassword: password,
      newPassword: 'cây cầu Đăk Lung',
    })
    expect(changed.statusCode).toBe(303)
    expect((await nam.get('/api/v1/me')).json()).toMatchObject({ roles: place.roles, unit: { id: unitId } })
  })

  test.each([
    ['no name', { name: '' }, 422, 'Họ và tên: chưa có nội dung'],
    ['a long name', { name: 'a'.repeat(201) }, 422, 'dài quá 200'],
    ['no user name', { username: '' }, 422, 'Tên đăng nhập: chưa có nội dung'],
    ['a short user name', { username: 'ab' }, 422, 'cần ít nhất 3'],
    ['a long user name', { username: 'a'.repeat(41) }, 422, 'dài quá 40'],
    ['a strange user name', { username: 'nam@phuoclong' }, 422, 'giá trị không hợp lệ'],
    ['a taken user name', { username: 'Khánh' }, 409, 'đã có người dùng'],
    ['no role', { roles: [] }, 422, 'Vai trò'],
    ['an unknown role', { roles: ['king'] }, 422, 'Vai trò'],
    ['a resident who is an officer', { roles: ['resident', 'editor'] }, 409, 'không thể kèm vai trò khác'],
    ['a case officer without a unit', { unitId: '' }, 409, 'phải thuộc một đơn vị'],
    ['an unknown unit', { unitId: '00000000-0000-7000-8000-000000000000' }, 409, 'Không tìm thấy đơn vị đã chọn'],
    ['a unit that is no id', { unitId: 'x' }, 422, 'Đơn vị'],
    ['a wrong first day', { validFrom: '1/1/2017' }, 422, 'Từ ngày: ngày không đúng'],
    ['a last day before the first', { validTo: '2016-12-31' }, 409, 'từ ngày bắt đầu trở đi'],
    ['a password of the administrator’s own', { password: PASSWORD }, 422, 'Không có mục tên'],
  ])('are refused with %s, and nothing is written', async (_label, wrong, status, sentence) => {
    const before = [await audits(), await connection.db.selectFrom('auth_users').select('id').execute()]
    const refused = await khanh.fill(PEOPLE, PEOPLE, { name: 'Lê Thị Mai', username: 'mai', unitId, ...place, ...wrong } as Record<
      string,
      string | string[]
    >)
    expect(refused.statusCode).toBe(status)
    expect(refused.body).toContain(sentence)
    expect([await audits(), await connection.db.selectFrom('auth_users').select('id').execute()]).toEqual(before)
  })

  test('closing an account ends its sessions at once; opening lets the person in again', async () => {
    const personId = await it.addPerson('dong', ['editor'])
    const browser = it.browser()
    await browser.signIn('dong')
    expect((await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}/ngung`, {})).statusCode).toBe(303)
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
    expect((await it.browser().signIn('dong')).json()).toMatchObject({ code: 'account_ended' })
    expect((await khanh.get(PEOPLE)).body).toContain('Đã ngừng')
    expect((await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}/mo-lai`, {})).statusCode).toBe(303)
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
    expect((await it.browser().signIn('dong')).statusCode).toBe(200)
    expect((await audits()).slice(-2).map(({ action }) => action)).toEqual(['person.closed', 'person.opened'])
  })

  test('a role that is taken away is gone from a running session', async () => {
    const personId = await it.addPerson('hai', ['editor', 'administrator'])
    const browser = it.browser()
    await browser.signIn('hai')
    expect((await browser.get(PEOPLE)).statusCode).toBe(200)
    const nameless = await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}`, {
      name: '',
      roles: 'editor',
      unitId: '',
      validFrom: '2017-01-01',
      validTo: '',
    })
    expect(nameless.statusCode).toBe(422)
    await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}`, {
      name: 'Lê Văn Hai',
      roles: 'editor',
      unitId: '',
      validFrom: '2017-01-01',
      validTo: '',
    })
    expect((await browser.get(PEOPLE)).statusCode).toBe(403)
    expect((await findPeople(connection.db, [personId])).get(personId)).toBe('Lê Văn Hai')
    expect((await audits()).at(-1)).toMatchObject({
      action: 'person.changed',
      facts: { roles: ['editor'], renamed: true, rolesBefore: ['editor', 'administrator'] },
    })
  })

  test('a new password ends the sessions and the old password', async () => {
    const personId = await it.addPerson('quen', ['editor'])
    const browser = it.browser()
    await browser.signIn('quen')
    const page = await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}/mat-khau`, {})
    expect((await browser.get('/api/v1/me')).statusCode).toBe(401)
    expect((await it.browser().signIn('quen')).statusCode).toBe(401)
    expect((await it.browser().signIn('quen', passwordIn(page.body))).json()).toMatchObject({ username: 'quen', roles: [] })
  })

  test('the code of a lost phone is taken away', async () => {
    const personId = await it.addPerson('mat.may', ['editor'])
    await connection.db.updateTable('auth_users').set({ two_factor_enabled: true }).where('id', '=', personId).execute()
    await connection.db
      .insertInto('auth_two_factors')
      .values({ id: 'x', user_id: personId, secret: 'x', backup_codes: 'x', verified: true })
      .execute()
    expect((await it.browser().signIn('mat.may')).json()).toMatchObject({ code: 'code_needed' })
    expect((await khanh.fill(`${PEOPLE}/${personId}`, `${PEOPLE}/${personId}/ma-xac-nhan`, {})).statusCode).toBe(303)
    expect((await it.browser().signIn('mat.may')).statusCode).toBe(200)
  })

  test.each([
    ['closes the own account', 'ngung', {}],
    ['gives the role away', '', { name: 'Khánh', roles: 'editor', unitId: '', validFrom: '2017-01-01', validTo: '' }],
    [
      'sets a last day that is past',
      '',
      { name: 'Khánh', roles: 'administrator', unitId: '', validFrom: '2017-01-01', validTo: '2017-02-01' },
    ],
  ])('the last administrator never %s', async (_label, path, fields) => {
    const refused = await khanh.fill(`${PEOPLE}/${khanhId}`, `${PEOPLE}/${khanhId}${path && `/${path}`}`, fields as Record<string, string>)
    expect(refused.statusCode).toBe(409)
    expect(refused.body).toContain('Đây là người quản trị cuối cùng.')
    expect((await khanh.get(PEOPLE)).statusCode).toBe(200)
  })

  test.each(['mat-khau', 'ma-xac-nhan', 'ngung', 'mo-lai', ''])('an unknown person is 404: %s', async (path) => {
    expect((await khanh.fill(PEOPLE, `${PEOPLE}/khong-co${path && `/${path}`}`, { name: 'Ai', ...place, unitId })).statusCode).toBe(404)
  })

  test('people of another authority are out of reach', async () => {
    const personId = await it.addPerson('noi.khac', ['editor'])
    await connection.db.updateTable('staff').set({ authority_id: 2 }).where('person_id', '=', personId).execute()
    expect((await khanh.get(`${PEOPLE}/${personId}`)).statusCode).toBe(404)
    expect((await khanh.fill(PEOPLE, `${PEOPLE}/${personId}/mat-khau`, {})).statusCode).toBe(404)
    expect((await khanh.get(PEOPLE)).body).not.toContain('noi.khac')
    const there = await it.app.inject({ url: '/dang-nhap', headers: { host: 'khac.example.vn:8080' } })
    expect(there.body).toContain('<span class="authority">Nơi khác</span>')
  })
})
