import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { purgeDrafts } from './purge-drafts.ts'
import { aForm, fileWith, type TestBrowser, testBrowser } from './test-browser.ts'

let town: TestApp
let officers: Record<'hoa' | 'nam' | 'lam', string>
const now = new Date('2026-11-23T09:00:00+07:00')

beforeAll(async () => {
  town = await testApp({ now: () => now })
  const [hoa, nam, lam] = await Promise.all(['hoa', 'nam', 'lam'].map(town.signIn))
  officers = { hoa: hoa!, nam: nam!, lam: lam! }
})

async function act(who: keyof typeof officers, code: string, name: string, payload: object = {}) {
  const response = await town.app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/acts/${name}`,
    headers: { cookie: officers[who] },
    payload,
  })
  if (response.statusCode !== 200) throw new Error(response.body)
}

/** A case filed in one browser; another opens it with code and secret. */
async function openedCase(change: Partial<typeof aForm> = {}): Promise<{ code: string; secret: string; browser: TestBrowser }> {
  const { code, secret } = await fileWith(testBrowser(town.app), change)
  const browser = testBrowser(town.app)
  const opened = await browser.post('/tra-cuu', { code, secret })
  expect([opened.status, opened.location]).toEqual([303, `/tra-cuu/${code}`])
  return { code, secret, browser }
}

async function answeredCase() {
  const opened = await openedCase()
  await act('hoa', opened.code, 'accept', { unit: 'Đội Quản lý đô thị', officer: 'nam' })
  await act('nam', opened.code, 'recordVerification', { words: 'Đã đến xem tại chỗ.', public: true })
  await act('nam', opened.code, 'draftAnswer', { text: 'Đã thay nắp cống <b>mới</b>.', outcome: 'solved' })
  await act('lam', opened.code, 'issueAnswer')
  return opened
}

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''

describe('code and secret open a case', () => {
  test('typed in small letters, with spaces, O for 0', async () => {
    const { code, secret } = await fileWith(testBrowser(town.app))
    const browser = testBrowser(town.app)
    const typed = ` ${secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `
    expect((await browser.post('/tra-cuu', { code: ` ${code.toLowerCase()}`, secret: typed })).location).toBe(`/tra-cuu/${code}`)
    expect((await browser.get(`/tra-cuu/${code}`)).html).toContain(aForm.subject)
  })

  test('an unknown code and a wrong secret look exactly the same', async () => {
    const { code, secret } = await fileWith(testBrowser(town.app))
    const browser = testBrowser(town.app)
    const unknown = await browser.post('/tra-cuu', { code: 'PL-2026-99999', secret })
    const wrong = await browser.post('/tra-cuu', { code, secret: 'AAAA-AAAA-AAAA-AAAA-AAAA' })
    expect([unknown.status, wrong.status]).toEqual([422, 422])
    expect(wrong.html.replaceAll(code, 'PL-2026-99999')).toBe(unknown.html)
    expect(wrong.html).not.toContain(secret)
  })

  test('blank fields are named', async () => {
    const answer = await testBrowser(town.app).post('/tra-cuu', { code: '', secret: ' ' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#code"')
    expect(answer.html).toContain('href="#secret"')
  })

  test('guessing is slowed down, with the code still in its field', async () => {
    const browser = testBrowser(town.app)
    const statuses: number[] = []
    for (let n = 0; n < 70; n++) statuses.push((await browser.post('/tra-cuu', { code: 'PL-2026-00001', secret: `wrong-${n}` })).status)
    expect(statuses).toContain(429)
    expect((await browser.post('/tra-cuu', { code: 'PL-2026-00001', secret: 'x' })).html).toContain('value="PL-2026-00001"')
  })

  test('without the secret the way leads to the form, for a case that exists and one that does not', async () => {
    const { code } = await fileWith(testBrowser(town.app))
    const stranger = testBrowser(town.app)
    expect((await stranger.get(`/tra-cuu/${code}`)).location).toBe(`/tra-cuu?ma=${code}`)
    expect((await stranger.get('/tra-cuu/PL-2026-99999')).location).toBe('/tra-cuu?ma=PL-2026-99999')
    for (const path of ['danh-gia', 'rut']) expect((await stranger.post(`/tra-cuu/${code}/${path}`)).location).toBe(`/tra-cuu?ma=${code}`)
  })

  test('a cookie that was not made here, or for another case, opens nothing', async () => {
    const { code, browser } = await openedCase()
    const value = browser.cookies.get('congdan_cases')!
    const other = await openedCase()
    const stranger = testBrowser(town.app)
    stranger.cookies.set('congdan_cases', other.browser.cookies.get('congdan_cases')!)
    expect((await stranger.get(`/tra-cuu/${code}`)).status).toBe(303)
    stranger.cookies.set('congdan_cases', `${value.slice(0, -3)}AAA`)
    expect((await stranger.get(`/tra-cuu/${code}`)).status).toBe(303)
    stranger.cookies.set('congdan_cases', value)
    expect((await stranger.get(`/tra-cuu/${code}`)).status).toBe(200)
  })

  test('several cases are open at once until they are closed', async () => {
    const first = await openedCase()
    const second = await fileWith(testBrowser(town.app))
    await first.browser.post('/tra-cuu', second)
    for (const { code } of [first, second]) expect((await first.browser.get(`/tra-cuu/${code}`)).status).toBe(200)
    await first.browser.post('/tra-cuu/dong')
    for (const { code } of [first, second]) expect((await first.browser.get(`/tra-cuu/${code}`)).status).toBe(303)
  })
})

test('closing the case on this device closes the page with the secret too, and keeps a draft that was not sent', async () => {
  const browser = testBrowser(town.app)
  const { code } = await fileWith(browser)
  expect((await browser.get(`/tra-cuu/${code}`)).status).toBe(200)
  await browser.post('/tra-cuu/dong')
  expect((await browser.get('/gui-don/xong')).status).toBe(303)
  await browser.postFiles('/gui-don', { ...aForm, subject: 'Đang viết dở' })
  await browser.post('/tra-cuu/dong')
  expect((await browser.get('/gui-don')).html).toContain('Đang viết dở')
})

describe('the filer follows the case', () => {
  test('clock, steps, history and answer stand on the page; no tag of the answer is markup', async () => {
    const { code, browser } = await answeredCase()
    const { html } = await browser.get(`/tra-cuu/${code}`)
    for (const words of [
      'Đội Quản lý đô thị',
      'Đã đến xem tại chỗ.',
      'Đã thay nắp cống &lt;b>mới',
      'Đã trả lời đúng hạn',
      'Chưa đánh giá',
      'Cơ quan nói',
    ])
      expect(html).toContain(words)
    expect(html).toMatch(/href="\/han\/[0-9a-f-]{36}"/)
  })

  test('the verdict stands beside the outcome, and its words stay off the public page', async () => {
    const { code, browser } = await answeredCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    const rated = await browser.post(`/tra-cuu/${code}/danh-gia`, {
      version,
      solved: 'partly',
      satisfaction: '3',
      words: 'Vẫn còn kêu <i>',
    })
    expect(rated.location).toBe(`/tra-cuu/${code}?xong=rated`)
    const { html } = await browser.get(rated.location!)
    expect(html).toContain('Mới được một phần')
    expect(html).toContain('Vẫn còn kêu &lt;i>')
    await act('hoa', code, 'clearForPublication')
    const open = await testBrowser(town.app).get(`/don/${code}`)
    expect(open.html).toContain('Mới được một phần')
    expect(open.html).toContain('Đã giải quyết xong')
    expect(open.html).not.toContain('Vẫn còn kêu')
  })

  test('a verdict without its answers is refused at its fields, with the words kept', async () => {
    const { code, browser } = await answeredCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    const refused = await browser.post(`/tra-cuu/${code}/danh-gia`, { version, words: 'Chữ tôi đã gõ' })
    expect(refused.status).toBe(422)
    for (const part of ['href="#rate-solved"', 'href="#rate-satisfaction"', 'Chữ tôi đã gõ']) expect(refused.html).toContain(part)
    const odd = await browser.post(`/tra-cuu/${code}/danh-gia`, { version, solved: 'perhaps', satisfaction: '9', words: 'x'.repeat(4_001) })
    expect(odd.status).toBe(422)
    expect(odd.html).toContain('href="#rate-words"')
  })

  test('information is added with words and a photo, committed and not told in the history itself', async () => {
    const { code, browser } = await openedCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    const photo = { filename: 'thêm.jpg', type: 'image/jpeg', content: await photoWithPlace() }
    const added = await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'Hôm nay vỡ thêm một tấm' }, [photo])
    expect(added.location).toBe(`/tra-cuu/${code}?xong=added`)
    const { html } = await browser.get(added.location!)
    expect(html).toContain('Hôm nay vỡ thêm một tấm')
    expect(html).toContain('thêm.jpg')
    const entry = await town.db
      .selectFrom('history_entries')
      .select('facts')
      .where('type', '=', 'petition.informationAdded')
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(entry.facts)).not.toContain('vỡ thêm')
    expect(entry.facts).toMatchObject({ files: 1, wordsCommitment: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const fileId = /\/tep\/([0-9a-f-]{36})\/nho/.exec(html)![1]
    expect((await browser.get(`/tep/${fileId}`)).status).toBe(200)
    expect((await testBrowser(town.app).get(`/tep/${fileId}`)).status).toBe(404)
    expect((await testBrowser(town.app, officers.hoa).get(`/tep/${fileId}`)).status).toBe(200)
    expect((await testBrowser(town.app, officers.nam).get(`/tep/${fileId}`)).status).toBe(404)
  })

  test('a refused file is named, its words are kept and nothing is added', async () => {
    const { code, browser } = await openedCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    const refused = await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'Chữ bổ sung' }, [
      { filename: 'x.exe', type: 'image/png', content: Buffer.from('MZ') },
    ])
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('“x.exe”')
    expect(refused.html).toContain('Chữ bổ sung</textarea>')
    const empty = await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: ' ' })
    expect(empty.status).toBe(422)
    expect(empty.html).toContain('href="#add-words"')
    expect((await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'x', _csrf: '' })).status).toBe(403)
  })

  test('pressed twice, information is there once and the second press says what happened', async () => {
    const { code, browser } = await openedCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'Một lần' })
    const second = await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'Một lần' })
    expect(second.status).toBe(409)
    expect(second.html).toContain('Người gửi bổ sung thông tin')
    expect(second.html).toContain('Một lần</textarea>')
    const petition = await town.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
    expect(await town.db.selectFrom('messages').select('id').where('matter_id', '=', petition.id).execute()).toHaveLength(1)
  })

  test('words for a case that was answered meanwhile are shown, not lost', async () => {
    const { code, browser } = await openedCase()
    const version = versionIn((await browser.get(`/tra-cuu/${code}`)).html)
    await act('hoa', code, 'decline', { ground: 'unclearContent', reason: 'Chưa rõ nơi.' })
    const late = await browser.postFiles(`/tra-cuu/${code}/bo-sung`, { version, words: 'Ở số 12 nhé' })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Ở số 12 nhé')
    expect(late.html).toContain('Chưa rõ nơi.')
  })

  test('withdrawing asks first, then ends it', async () => {
    const { code, browser } = await openedCase()
    const page = await browser.get(`/tra-cuu/${code}/rut`)
    expect(page.html).toContain('Không làm lại được')
    const long = await browser.post(`/tra-cuu/${code}/rut`, { version: versionIn(page.html), reason: 'y'.repeat(4_001) })
    expect(long.status).toBe(422)
    const done = await browser.post(`/tra-cuu/${code}/rut`, { version: versionIn(page.html), reason: 'Đã tự sửa được' })
    expect(done.location).toBe(`/tra-cuu/${code}?xong=withdrawn`)
    expect((await browser.get(done.location!)).html).toContain('Đã rút đơn')
    expect((await browser.get(`/tra-cuu/${code}/rut`)).location).toBe(`/tra-cuu/${code}`)
    expect((await browser.post(`/tra-cuu/${code}/rut`, { version: versionIn(page.html) })).status).toBe(409)
  })

  test('an act without its token or its version changes nothing', async () => {
    const { code, browser } = await openedCase()
    expect((await browser.post(`/tra-cuu/${code}/rut`, { _csrf: '', version: '1' })).status).toBe(403)
    expect((await browser.post(`/tra-cuu/${code}/rut`, {})).status).toBe(409)
    expect((await browser.get(`/tra-cuu/${code}`)).html).not.toContain('Đã rút đơn')
  })
})

describe('a resident with an account', () => {
  test('finds the own petitions and opens them without a secret; a stranger does not', async () => {
    const binh = testBrowser(town.app, await town.signIn('binh'))
    const { code } = await fileWith(binh, { subject: 'Việc của Bình' })
    const fresh = testBrowser(town.app, await town.signIn('binh'))
    const list = await fresh.get('/tai-khoan/don')
    expect(list.html).toContain('Việc của Bình')
    expect((await fresh.get(`/tra-cuu/${code}`)).status).toBe(200)
    const version = versionIn((await fresh.get(`/tra-cuu/${code}`)).html)
    expect((await fresh.post(`/tra-cuu/${code}/rut`, { version })).location).toContain('xong=withdrawn')
    expect((await testBrowser(town.app, officers.nam).get('/tai-khoan/don')).html).not.toContain('Việc của Bình')
    expect((await testBrowser(town.app).get('/tai-khoan/don')).location).toContain('/dang-nhap')
    expect((await fresh.get('/tai-khoan/don?after=x')).status).toBe(422)
  })
})

test('drafts of a week ago go with their files; a filed petition keeps its own', async () => {
  const browser = testBrowser(town.app)
  const photo = { filename: 'cũ.jpg', type: 'image/jpeg', content: await photoWithPlace() }
  await browser.postFiles('/gui-don', aForm, [photo])
  const filed = await fileWith(testBrowser(town.app), {}, [{ ...photo, filename: 'giữ.jpg' }])
  const storage = { put: async () => undefined, get: async () => undefined, delete: async () => undefined, list: async function* () {} }
  expect(await purgeDrafts({ db: town.db, storage }, now)).toBe(0)
  expect(await purgeDrafts({ db: town.db, storage }, new Date(now.getTime() + 8 * 86_400_000))).toBeGreaterThan(1)
  expect((await town.db.selectFrom('petition_drafts').select('id').execute()).length).toBe(0)
  const names = (await town.db.selectFrom('files').select('original_name').execute()).map((file) => file.original_name)
  expect(names).toContain('giữ.jpg')
  expect(names).not.toContain('cũ.jpg')
  expect(filed.code).not.toBe('')
})
