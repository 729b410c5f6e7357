import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { officeCases } from '../../../tests/support/office-cases.ts'
import { rowCounts } from '../../../tests/support/rows.ts'
import { photoWithPlace } from '../../../tests/support/sample-files.ts'

const site = await testApp()
const { app, db } = site
const cases = await officeCases(site)
const PASSWORD = 'mat-khau-thu-nghiem'
const words = 'Đã đến xem tận nơi, cống bị "rác" <b>lấp</b> kín.'
let photo: Buffer
beforeAll(async () => {
  photo = await photoWithPlace()
})

/** A browser without scripts: cookies, forms as they stand on the page. */
function browser() {
  const jar = new Map<string, string>()
  const send = async (method: 'GET' | 'POST', url: string, payload?: Buffer | string, type?: string) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, ...(type ? { 'content-type': type } : {}) }
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  return {
    jar,
    get: (url: string) => send('GET', url),
    post: (url: string, fields: Record<string, string>) =>
      send('POST', url, new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded'),
    postFiles: async (url: string, fields: Iterable<readonly [string, string]>, files: [string, string, Buffer][]) => {
      const form = new FormData()
      for (const [name, value] of fields) form.append(name, value)
      for (const [name, file, bytes] of files) form.append(name, new Blob([new Uint8Array(bytes)]), file)
      const packed = new Response(form)
      return send('POST', url, Buffer.from(await packed.arrayBuffer()), packed.headers.get('content-type')!)
    },
  }
}

const tokenIn = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)![1]!
const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const hiddenIn = (form: string) =>
  [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, unescaped(value!)] as const)
const leaveAlone = () =>
  db
    .updateTable('auth_sessions')
    .set({ seen_at: new Date(Date.now() - 40 * 60_000) })
    .execute()

async function signedIn(username: string) {
  const own = browser()
  const page = await own.get('/dang-nhap')
  await own.post('/dang-nhap', { _csrf: tokenIn(page.body), username, password: PASSWORD })
  return own
}

describe('a form with files that comes when the session is over', () => {
  test('loses no typed word: the sign-in shows it, and after it the form waits, with the files to be chosen again', async () => {
    const { code, id } = await cases.aCase('assigned')
    const nam = await signedIn('nam')
    const page = await nam.get(`/lam-viec/don/${code}`)
    const token = tokenIn(page.body)
    await leaveAlone()
    const path = `/lam-viec/don/${code}/recordVerification`
    const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
    const before = await rowCounts(db)
    const late = await nam.postFiles(
      path,
      [
        ['_csrf', token],
        ['version', version],
        ['words', words],
      ],
      [['files', 'nắp cống.jpg', photo]],
    )
    expect(late.statusCode, late.body.slice(0, 300)).toBe(401)
    expect(late.body).toContain('chưa được gửi đi và chưa mất')
    expect(late.body).toContain('nắp cống.jpg')
    expect(late.body).toContain('Đã đến xem tận nơi, cống bị')
    expect(late.body).not.toContain('<b>lấp</b>')
    // Nothing was taken: no file, no row but the session that ended.
    expect({ ...(await rowCounts(db)), auth_sessions: 0 }).toEqual({ ...before, auth_sessions: 0 })

    const carried = Object.fromEntries(hiddenIn(late.body))['typed']!
    const again = await nam.post('/dang-nhap', { _csrf: tokenIn(late.body), username: 'nam', password: PASSWORD, typed: carried })
    expect(again.statusCode).toBe(200)
    const form = /<form[^>]*action="[^"]*recordVerification"[\s\S]*?<\/form>/.exec(again.body)![0]
    expect(form).toContain('enctype="multipart/form-data"')
    expect(form).toMatch(/<input[^>]*name="files"[^>]*type="file"|<input[^>]*type="file"[^>]*name="files"/)
    expect(form).toContain('nắp cống.jpg')
    const sent = await nam.postFiles(path, hiddenIn(form), [['files', 'nắp cống.jpg', photo]])
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `/lam-viec/don/${code}?da=recordVerification`])
    const kept = await db.selectFrom('petition_verifications').select('words').where('petition_id', '=', id).executeTakeFirstOrThrow()
    expect(kept.words).toBe(words)
    const files = await db.selectFrom('files').select('original_name').where('matter_id', '=', id).execute()
    expect(files).toEqual([{ original_name: 'nắp cống.jpg' }])
  })

  test('in English too; without a file the words alone come back', async () => {
    const { code } = await cases.aCase('assigned')
    const nam = await signedIn('nam')
    const token = tokenIn((await nam.get(`/en/lam-viec/don/${code}`)).body)
    await leaveAlone()
    const path = `/en/lam-viec/don/${code}/recordVerification`
    const late = await nam.postFiles(path, Object.entries({ _csrf: token, words }), [['files', '', Buffer.alloc(0)]])
    expect([late.statusCode, late.body.includes('choose them again')]).toEqual([401, false])
    const carried = Object.fromEntries(hiddenIn(late.body))['typed']!
    expect(JSON.parse(carried)).toMatchObject({ files: [], fields: [['words', words]] })
  })

  test('of another browser (a wrong token) nothing is shown, and the visitor is led to the sign-in', async () => {
    const { code } = await cases.aCase('assigned')
    const nam = await signedIn('nam')
    await leaveAlone()
    const late = await nam.postFiles(`/lam-viec/don/${code}/recordVerification`, Object.entries({ _csrf: 'x'.repeat(43), words }), [
      ['files', 'a.jpg', photo],
    ])
    expect([late.statusCode, late.headers.location]).toEqual([303, '/dang-nhap'])
    expect(late.body).not.toContain('tận nơi')
  })

  test('broken off in the middle, or with bytes that are no text, it is refused without a fault', async () => {
    const { code } = await cases.aCase('assigned')
    const nam = await signedIn('nam')
    const token = tokenIn((await nam.get(`/lam-viec/don/${code}`)).body)
    await leaveAlone()
    const part = (name: string, value: string) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    for (const payload of [`${part('_csrf', token)}${part('words', 'a')}`, `${part('_csrf', token)}${part('<b>', 'a')}--x--\r\n`]) {
      const cookie = [...nam.jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await app.inject({
        method: 'POST',
        url: `/lam-viec/don/${code}/recordVerification`,
        headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' },
        payload,
      })
      expect(answer.statusCode).toBe(303)
    }
  })
})
