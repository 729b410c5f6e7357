import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { type OfficeCases, officeCases } from '../../../../tests/support/office-cases.ts'
import { pdf, photoWithPlace } from '../../../../tests/support/sample-files.ts'

let site: TestApp
let cases: OfficeCases
let hoa: FormBrowser
let nam: FormBrowser
let dung: FormBrowser
let lam: FormBrowser
let phuc: FormBrowser

beforeAll(async () => {
  site = await testApp()
  cases = await officeCases(site)
  ;[hoa, nam, dung, lam, phuc] = (await Promise.all(['hoa', 'nam', 'dung', 'lam', 'phuc'].map((name) => formBrowser(site, name)))) as [
    FormBrowser,
    FormBrowser,
    FormBrowser,
    FormBrowser,
    FormBrowser,
  ]
})

const address = (petition: { code: string }, act = '') => `/lam-viec/don/${petition.code}${act && `/${act}`}`
const audits = (petition: { id: string }) =>
  site.db.selectFrom('audit_entries').select(['actor_id', 'facts']).where('matter_id', '=', petition.id).execute()

describe('two officers at once', () => {
  test('the second is told what happened, keeps every word, and writes nothing', async () => {
    const petition = await cases.aCase('verifying')
    const version = String(petition.version)
    expect((await dung.post(address(petition, 'draftAnswer'), { text: 'Bản của Dũng.', outcome: 'solved', version })).statusCode).toBe(303)
    const before = await rowsWritten(site.db)
    const late = await nam.post(address(petition, 'draftAnswer'), {
      text: 'Bản dài của Nam, không được mất.',
      outcome: 'explained',
      version,
    })
    expect(late.statusCode).toBe(409)
    expect(late.body).toMatch(/<textarea[^>]*id="draftAnswer-text"[^>]*>Bản dài của Nam, không được mất\.<\/textarea>/)
    expect(late.body).toContain('Vừa diễn ra: Soạn trả lời (Trưởng đơn vị')
    expect(late.body).toContain('value="explained" checked')
    expect(await rowsWritten(site.db)).toEqual(before)
    const seen = /name="version" value="(\d+)"/.exec(late.body)?.[1]
    expect(seen).toBe(String(petition.version + 1))
  })

  test('words for an act that is no longer possible are shown to be copied', async () => {
    const petition = await cases.aCase('drafted')
    await cases.act('lam', petition, 'issueAnswer', {})
    const late = await dung.post(address(petition, 'returnDraft'), { reason: 'Thiếu ngày hẹn.', version: String(petition.version) })
    expect(late.statusCode).toBe(409)
    expect(late.body).toMatch(/<textarea[^>]*id="giu-reason"[^>]*readonly[^>]*>Thiếu ngày hẹn\.<\/textarea>/)
  })
})

describe('wrong input', () => {
  test('every problem is named at its field, and what was typed stays', async () => {
    const petition = await cases.aCase('new')
    const before = await rowsWritten(site.db)
    const response = await hoa.post(address(petition, 'decline'), { ground: 'vô lý', reason: ' ', version: String(petition.version) })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('href="#decline-ground"')
    expect(response.body).toContain('href="#decline-reason"')
    expect(await rowsWritten(site.db)).toEqual(before)
  })

  test('an unknown act, and an act of the filer’s, are not found here', async () => {
    const petition = await cases.aCase('new')
    for (const act of ['withdraw', 'rate', 'burn', 'constructor'])
      expect((await hoa.post(address(petition, act), {})).statusCode, act).toBe(404)
  })

  test('a promise without a date is refused at the date', async () => {
    const petition = await cases.aCase('verifying')
    const response = await nam.post(address(petition, 'draftAnswer'), { text: 'Sẽ làm.', outcome: 'promised', promisedOn: '' })
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('href="#draftAnswer-promisedOn"')
    expect(response.body).toContain('>Sẽ làm.</textarea>')
  })
})

describe('evidence', () => {
  test('files of a public step are shown to everybody, those of an internal one to officers alone', async () => {
    const petition = await cases.aCase('assigned')
    const files = [
      { name: 'hien-truong.jpg', content: await photoWithPlace() },
      { name: 'bien-ban.pdf', content: pdf() },
    ]
    expect(
      (await nam.postFiles(address(petition, 'recordVerification'), { words: 'Xem tận nơi.', public: 'true' }, files)).statusCode,
    ).toBe(303)
    expect((await nam.postFiles(address(petition, 'recordVerification'), { words: 'Hỏi hàng xóm.' }, files.slice(0, 1))).statusCode).toBe(
      303,
    )
    const rows = await site.db
      .selectFrom('files')
      .select(['visibility', 'role', 'original_name'])
      .where('matter_id', '=', petition.id)
      .orderBy('uploaded_at')
      .execute()
    expect(rows.map((row) => [row.role, row.visibility])).toEqual([
      ['evidence', 'public'],
      ['evidence', 'public'],
      ['evidence', 'internal'],
    ])
    const page = (await dung.get(address(petition))).body
    expect(page).toContain('hien-truong.jpg')
    expect(page).toContain('bien-ban.pdf')
  })

  test('a file that is not taken is named, the words stay, and nothing is written', async () => {
    const petition = await cases.aCase('assigned')
    const before = await rowsWritten(site.db)
    const files = [{ name: 'chuong-trinh.exe', content: Buffer.from('MZ not a photo') }]
    const response = await nam.postFiles(address(petition, 'recordVerification'), { words: 'Lời vẫn còn.' }, files)
    expect(response.statusCode).toBe(422)
    expect(response.body).toContain('Tệp “chuong-trinh.exe”')
    expect(response.body).toContain('>Lời vẫn còn.</textarea>')
    expect(await rowsWritten(site.db)).toEqual(before)
  })

  test('an act that is refused leaves no file behind', async () => {
    const petition = await cases.aCase('assigned')
    const before = await rowsWritten(site.db)
    const files = [{ name: 'anh.jpg', content: await photoWithPlace() }]
    expect((await nam.postFiles(address(petition, 'recordVerification'), { words: ' ' }, files)).statusCode).toBe(422)
    expect(await rowsWritten(site.db)).toEqual(before)
  })

  test('a form of another site is refused before any file is taken', async () => {
    const petition = await cases.aCase('assigned')
    const files = [{ name: 'anh.jpg', content: await photoWithPlace() }]
    expect((await nam.postFiles(address(petition, 'recordVerification'), { _csrf: 'x', words: 'a' }, files)).statusCode).toBe(403)
  })

  test('only a verification step takes files', async () => {
    const petition = await cases.aCase('new')
    expect((await hoa.postFiles(address(petition, 'accept'), {}, [])).statusCode).toBe(415)
  })
})

describe('what is read', () => {
  test('each look at the filer’s contacts is recorded with who looked', async () => {
    const petition = await cases.aCase('assigned')
    expect((await nam.get(address(petition))).body).toContain('0900 000 001')
    expect(await audits(petition)).toEqual([{ actor_id: cases.people.get('nam')!.personId, facts: { what: 'filer' } }])
  })

  test('the auditor reads the case without the contacts, finds no form, and the reading is recorded', async () => {
    const petition = await cases.aCase('drafted')
    const { body } = await phuc.get(address(petition))
    expect(body).toContain('Nước tràn vào nhà')
    expect(body).not.toContain('0900 000 001')
    expect(body).not.toContain('Trương Thị Bình')
    // Signing out, and keeping the session: nothing about the case.
    const actions = [...body.matchAll(/<form[^>]*action="([^"]*)"/g)].map(([, action]) => action)
    expect(actions.toSorted()).toEqual(['/dang-nhap/duy-tri', '/dang-xuat'])
    expect((await audits(petition)).map((row) => row.facts)).toEqual([{ what: 'case' }])
  })

  test('what people wrote is text: no markup, no link, in list and case', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'javascript:alert(1)'
    const petition = await cases.aCase('new', {
      subject: hostile,
      body: `${hostile}\n\n${hostile}`,
      filer: { name: hostile, phone: null, email: null, address: hostile, identityNumber: null },
    })
    await hoa.post(address(petition, 'tin'), { words: hostile })
    const refused = await hoa.post(address(petition, 'decline'), { ground: hostile, reason: hostile })
    for (const { body } of [await hoa.get('/lam-viec?view=all'), await hoa.get(address(petition)), refused]) {
      expect(body).toContain('&lt;script')
      expect(body).not.toMatch(/<script>|<img src=x/)
      expect(body).not.toContain('href="javascript:')
    }
  })

  test('a done word of the address is looked up, never shown as it came', async () => {
    const petition = await cases.aCase('new')
    expect((await hoa.get(`${address(petition)}?da=accept`)).body).toContain('Đã thụ lý.')
    for (const da of ['<b>x', 'constructor', '__proto__'])
      expect((await hoa.get(`${address(petition)}?da=${encodeURIComponent(da)}`)).body).not.toContain('notice-ok')
  })
})

describe('before it is published', () => {
  test('what looks like data of a person is marked in the text and named beside the button', async () => {
    const petition = await cases.aCase('answered', { body: 'Gọi tôi 0912 345 678.' })
    const { body } = await hoa.get(address(petition))
    expect(body).toMatch(/<mark title="giống số điện thoại">0912 345 678/)
    expect(body).toContain('số điện thoại trong nội dung')
  })

  test('nothing is marked where the filer did not agree: it is never published', async () => {
    const petition = await cases.aCase('assigned', { body: 'Gọi tôi 0912 345 678.', publish: false })
    expect((await hoa.get(address(petition))).body).not.toContain('<mark')
  })
})

test('a returned draft is where the next one begins', async () => {
  const petition = await cases.aCase('drafted')
  await cases.act('lam', petition, 'returnDraft', { reason: 'Thiếu ngày xong.' })
  const { body } = await nam.get(address(petition))
  expect(body).toMatch(/<textarea[^>]*id="draftAnswer-text"[^>]*>Đã nạo vét xong cống\.<\/textarea>/)
  expect(body).toContain('Thiếu ngày xong.')
})

test('outcome and verdict stand side by side', async () => {
  const petition = await cases.aCase('answered')
  expect((await lam.get(address(petition))).body).toContain('Người gửi chưa đánh giá.')
  await cases.act('filer', petition, 'rate', { solved: 'no', satisfaction: 2, words: 'Vẫn ngập.' })
  const { body } = await lam.get(address(petition))
  expect(body).toContain('Đã giải quyết xong')
  expect(body).toContain('Chưa giải quyết')
  expect(body).toContain('Vẫn ngập.')
})

test('the case is whole in English', async () => {
  const petition = await cases.aCase('drafted')
  const { body } = await lam.get(`/en${address(petition)}`)
  expect(body).toContain('Sign and issue')
  expect(body).toContain(`action="/en${address(petition)}/issueAnswer"`)
})
