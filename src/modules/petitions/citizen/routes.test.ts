import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { aForm, fileWith, receiptIn, testBrowser } from './test-browser.ts'

let town: TestApp
let photo: { filename: string; type: string; content: Buffer }

beforeAll(async () => {
  town = await testApp()
  photo = { filename: 'cống vỡ.jpg', type: 'image/jpeg', content: await photoWithPlace() }
})

const count = async (table: 'petitions' | 'petition_drafts' | 'files') => {
  const { n } = await town.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

describe('a petition is sent without scripts and without an account', () => {
  test('from the form through the check to code, secret and due dates', async () => {
    const browser = testBrowser(town.app)
    const saved = await browser.postFiles('/gui-don', aForm, [photo])
    expect([saved.status, saved.location]).toEqual([303, '/gui-don/kiem-tra'])
    const check = await browser.get('/gui-don/kiem-tra')
    expect(check.html).toContain(aForm.subject)
    expect(check.html).toContain('cống vỡ.jpg')
    const sent = await browser.post('/gui-don/gui')
    expect([sent.status, sent.location]).toEqual([303, '/gui-don/xong'])
    const done = await browser.get('/gui-don/xong')
    const { code, secret } = receiptIn(done.html)
    expect(code).toMatch(/^PL-\d{4}-\d{5}$/)
    expect(secret).toMatch(/^([0-9A-Z]{4}-){4}[0-9A-Z]{4}$/)
    expect(done.html).toMatch(/href="\/han\/[0-9a-f-]{36}"/)
    const files = await town.db.selectFrom('files').select(['matter_type', 'role']).where('original_name', '=', 'cống vỡ.jpg').execute()
    expect(files).toEqual([{ matter_type: 'petition', role: 'petition' }])
  })

  test('sending twice gives one petition with the same code', async () => {
    const browser = testBrowser(town.app)
    await browser.postFiles('/gui-don', aForm)
    const before = await count('petitions')
    await Promise.all([browser.post('/gui-don/gui'), browser.post('/gui-don/gui'), browser.post('/gui-don/gui')])
    expect(await count('petitions')).toBe(before + 1)
    const first = receiptIn((await browser.get('/gui-don/xong')).html)
    await browser.post('/gui-don/gui')
    expect(receiptIn((await browser.get('/gui-don/xong')).html)).toEqual(first)
  })

  test('the form sent again from an old page leads to what was filed', async () => {
    const browser = testBrowser(town.app)
    await fileWith(browser, { subject: 'Đèn đường hỏng' })
    const before = await count('petition_drafts')
    const again = await browser.postFiles('/gui-don', { ...aForm, subject: 'Đèn đường hỏng' })
    expect(again.location).toBe('/gui-don/xong')
    expect(await count('petition_drafts')).toBe(before)
  })

  test('another petition after the first is a new draft', async () => {
    const browser = testBrowser(town.app)
    const first = await fileWith(browser)
    expect((await browser.get('/gui-don')).html).toContain(first.code)
    const second = await fileWith(browser, { subject: 'Một việc khác' })
    expect(second.code).not.toBe(first.code)
    expect(second.secret).not.toBe(first.secret)
  })

  test('the words leave the draft once the petition holds them', async () => {
    const browser = testBrowser(town.app)
    await fileWith(browser, { name: 'Người Chỉ Có Một' })
    const drafts = await town.db.selectFrom('petition_drafts').select('form').execute()
    expect(JSON.stringify(drafts)).not.toContain('Người Chỉ Có Một')
  })

  test('starting anew forgets draft, code and secret in this browser', async () => {
    const browser = testBrowser(town.app)
    const { secret } = await fileWith(browser)
    const fresh = await browser.post('/gui-don/moi')
    expect(fresh.location).toBe('/gui-don?moi=1')
    const done = await browser.get('/gui-don/xong')
    expect([done.status, done.location]).toEqual([303, '/gui-don'])
    expect((await browser.get('/gui-don')).html).not.toContain(secret)
  })

  test('the slip holds the secret in letters and the address without it', async () => {
    const browser = testBrowser(town.app)
    const { code, secret } = await fileWith(browser)
    const slip = await browser.get('/gui-don/phieu')
    expect(slip.html).toContain(secret)
    expect(slip.html).toContain(`/tra-cuu?ma=${code}`)
    expect(slip.html).toContain('<svg role="img"')
    expect(slip.html).not.toContain('style=')
  })

  test('a hamlet and the exact place beside it are both kept', async () => {
    const hamlet = await town.db.selectFrom('hamlets').select('id').limit(1).executeTakeFirstOrThrow()
    const { code } = await fileWith(testBrowser(town.app), { hamlet: hamlet.id, place: 'Số 12, cạnh giếng' })
    const row = await town.db
      .selectFrom('petitions')
      .select(['hamlet_id', 'hamlet_text'])
      .where('code', '=', code)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ hamlet_id: hamlet.id, hamlet_text: 'Số 12, cạnh giếng' })
  })
})

describe('wrong input is refused by the name of its field and every word is kept', () => {
  const wrong: [string, Partial<typeof aForm>, string][] = [
    ['no kind', { kind: '' }, 'kind'],
    ['an unknown kind', { kind: 'gossip' }, 'kind'],
    ['a blank subject', { subject: '  ' }, 'subject'],
    ['a long subject', { subject: 'ạ'.repeat(201) }, 'subject'],
    ['a NUL in the subject', { subject: 'a\u0000b' }, 'subject'],
    ['a blank text', { body: '\n \n' }, 'body'],
    ['a long text', { body: 'ữ'.repeat(20_001) }, 'body'],
    ['a NUL in the text', { body: 'x\u0000' }, 'body'],
    ['a hamlet of elsewhere', { hamlet: '00000000-0000-4000-8000-000000000000' }, 'hamlet'],
    ['a long place', { place: 'đ'.repeat(201) }, 'place'],
    ['a latitude in words', { lat: 'bắc', lon: '106,9' }, 'lat'],
    ['a latitude beyond the pole', { lat: '90.5', lon: '106.9' }, 'lat'],
    ['a longitude beyond the date line', { lat: '11.8', lon: '-181' }, 'lon'],
    ['a latitude alone', { lat: '11.8' }, 'lon'],
    ['a longitude alone', { lon: '106.9' }, 'lat'],
    ['no name', { name: '' }, 'name'],
    ['a name of 10,000 letters', { name: 'Ngữ'.repeat(3_334) }, 'name'],
    ['a telephone of letters', { phone: 'gọi tôi' }, 'phone'],
    ['a wrong e-mail', { email: 'na@' }, 'email'],
    ['an e-mail that is markup', { email: '<b>@x.vn' }, 'email'],
    ['a long address', { address: 'q'.repeat(301) }, 'address'],
    ['no choice of publication', { publish: '' }, 'publish'],
    ['an unknown choice of publication', { publish: 'maybe' }, 'publish'],
  ]
  test.each(wrong)('%s', async (_name, change, field) => {
    const browser = testBrowser(town.app)
    const answer = await browser.postFiles('/gui-don', { ...aForm, ...change })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(`href="#${field}"`)
    expect(answer.html).toContain(`id="${field}"`)
    const kept = { ...aForm, ...change }
    for (const text of [kept.subject, kept.body, kept.name].filter(
      (text) => text.trim() !== '' && !text.includes('\u0000') && !text.includes('<'),
    ))
      expect(answer.html).toContain(text)
    // A reload of the form finds the same words again.
    expect((await browser.get('/gui-don')).html).toContain(aForm.place === kept.place ? aForm.place : kept.place.slice(0, 50))
  })

  test('all problems at once, in the order of the form', async () => {
    const answer = await testBrowser(town.app).postFiles('/gui-don', { ...aForm, kind: '', subject: '', name: '', publish: '' })
    const links = [...answer.html.matchAll(/<li><a href="#(\w+)">/g)].map((match) => match[1])
    expect(links).toEqual(['kind', 'subject', 'name', 'publish'])
  })

  test('a missing field is as a blank one', async () => {
    const answer = await testBrowser(town.app).postFiles('/gui-don', { kind: 'feedback' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('href="#publish"')
  })

  test('NFD is kept as NFC', async () => {
    const { code } = await fileWith(testBrowser(town.app), { subject: 'Đường ngập'.normalize('NFD') })
    const row = await town.db.selectFrom('petitions').select('subject').where('code', '=', code).executeTakeFirstOrThrow()
    expect(row.subject).toBe('Đường ngập'.normalize('NFC'))
  })

  test('a refused file is named and the good one stays', async () => {
    const browser = testBrowser(town.app)
    const answer = await browser.postFiles('/gui-don', aForm, [
      photo,
      { filename: 'virus.exe', type: 'image/jpeg', content: Buffer.from('MZ not a photo') },
    ])
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Tệp “virus.exe”')
    expect(answer.html).toContain('cống vỡ.jpg')
    expect((await browser.get('/gui-don/kiem-tra')).html).toContain('cống vỡ.jpg')
  })

  test('the same photo sent again with a reload is there once', async () => {
    const browser = testBrowser(town.app)
    await browser.postFiles('/gui-don', { ...aForm, name: '' }, [photo])
    await browser.postFiles('/gui-don', { ...aForm, name: '' }, [photo])
    expect((await browser.get('/gui-don')).html).toContain('Đã nhận 1 tệp')
  })

  test('a sixth photo is refused by name', async () => {
    const browser = testBrowser(town.app)
    const many = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (n) => ({
        filename: `${n}.jpg`,
        type: 'image/jpeg',
        content: await photoWithPlace({ width: 100 + n }),
      })),
    )
    const answer = await browser.postFiles('/gui-don', aForm, many)
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('“6.jpg”')
    expect(answer.html).toContain('Đã nhận 5 tệp')
  })

  test('a file is taken away by its tick and by its button', async () => {
    const browser = testBrowser(town.app)
    const second = { ...photo, filename: 'hai.jpg', content: await photoWithPlace({ width: 120 }) }
    const page = await browser.postFiles('/gui-don', { ...aForm, name: '' }, [photo, second])
    const ids = [...page.html.matchAll(/name="remove-([0-9a-f-]{36})"/g)].map((match) => match[1]!)
    expect(ids).toHaveLength(2)
    await browser.postFiles('/gui-don', { ...aForm, [`remove-${ids[0]}`]: 'true' })
    const removed = await browser.post(`/gui-don/tep/${ids[1]}/bo`)
    expect(removed.location).toBe('/gui-don/kiem-tra')
    expect((await browser.get('/gui-don/kiem-tra')).html).toContain('Không có tệp nào.')
    expect((await browser.post(`/gui-don/tep/${ids[1]}/bo`)).status).toBe(303)
  })
})

describe('a denunciation is turned away and nothing of it stays', () => {
  test('not even a draft, also where one had begun', async () => {
    const browser = testBrowser(town.app)
    await browser.postFiles('/gui-don', { ...aForm, kind: 'complaint', body: 'Ông X nhận tiền' })
    const [drafts, files] = [await count('petition_drafts'), await count('files')]
    const answer = await browser.postFiles('/gui-don', { ...aForm, kind: 'denunciation', body: 'Ông X nhận tiền' }, [photo])
    expect([answer.status, answer.location]).toEqual([303, '/gui-don/to-cao?da-xoa=1'])
    expect(await count('petition_drafts')).toBe(drafts - 1)
    expect(await count('files')).toBe(files)
    const page = await browser.get('/gui-don/to-cao?da-xoa=1')
    expect(page.html).toContain('data-draft-clear="gui-don"')
    expect(page.html).toContain('href="/lich-tiep-dan"')
  })
})

describe('a draft belongs to its browser', () => {
  test('a form without its token is refused and nothing is kept', async () => {
    const browser = testBrowser(town.app)
    await browser.token()
    const before = await count('petition_drafts')
    expect((await browser.postFiles('/gui-don', { ...aForm, _csrf: '' }, [photo])).status).toBe(403)
    expect((await browser.postFiles('/gui-don', { ...aForm, _csrf: await testBrowser(town.app).token() })).status).toBe(403)
    expect(await count('petition_drafts')).toBe(before)
    for (const path of ['/gui-don/gui', '/gui-don/moi', '/tra-cuu', '/tra-cuu/dong'])
      expect((await browser.postFiles(path, {})).status).toBe(403)
    for (const path of ['/gui-don/gui', '/gui-don/moi']) expect((await browser.post(path, { _csrf: '' })).status).toBe(403)
  })

  test('another browser sees neither words nor files nor the secret', async () => {
    const owner = testBrowser(town.app)
    await owner.postFiles('/gui-don', { ...aForm, subject: 'Việc riêng của tôi' }, [photo])
    const { id } = await town.db
      .selectFrom('files')
      .select('id')
      .where('matter_type', '=', 'petitionDraft')
      .orderBy('uploaded_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const stranger = testBrowser(town.app)
    expect((await owner.get(`/tep/${id}/nho`)).status).toBe(200)
    expect((await stranger.get(`/tep/${id}/nho`)).status).toBe(404)
    expect((await stranger.get('/gui-don')).html).not.toContain('Việc riêng của tôi')
    expect((await stranger.get('/gui-don/kiem-tra')).location).toBe('/gui-don')
    expect((await stranger.post(`/gui-don/tep/${id}/bo`)).status).toBe(404)
    stranger.cookies.set('congdan_draft', 'A'.repeat(32))
    expect((await stranger.get('/gui-don/xong')).location).toBe('/gui-don')
    await owner.post('/gui-don/gui')
    expect((await stranger.get(`/tep/${id}`)).status).toBe(404)
  })
})

test('what people type is text on every page', async () => {
  const browser = testBrowser(town.app)
  const evil = '<img src=x onerror=alert(1)>'
  const form = { ...aForm, subject: `${evil} s`, body: `${evil} b`, place: `${evil} p`, name: `${evil} n`, address: `${evil} a` }
  const pages = [
    (await browser.postFiles('/gui-don', { ...form, publish: '' }, [{ ...photo, filename: 'a<b>.jpg' }])).html,
    (await browser.postFiles('/gui-don', form)).html,
    (await browser.get('/gui-don')).html,
    (await browser.get('/gui-don/kiem-tra')).html,
  ]
  await browser.post('/gui-don/gui')
  for (const path of ['/gui-don/xong', '/gui-don/phieu', '/en/gui-don/xong']) pages.push((await browser.get(path)).html)
  for (const html of pages) expect(html).not.toMatch(/<img src=x|a<b>/)
  expect(pages.at(-1)).toContain('&lt;img src=x')
})

test('every page is there in English', async () => {
  const browser = testBrowser(town.app)
  expect((await browser.get('/en/gui-don')).html).toContain('What do you want to send?')
  const saved = await browser.postFiles('/en/gui-don', aForm)
  expect(saved.location).toBe('/en/gui-don/kiem-tra')
  expect((await browser.get('/en/gui-don/kiem-tra')).html).toContain('Nothing has been sent yet')
  expect((await browser.post('/en/gui-don/gui')).location).toBe('/en/gui-don/xong')
  expect((await browser.get('/en/gui-don/xong')).html).toContain('Secret code')
})
