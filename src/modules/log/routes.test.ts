import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { officeCases } from '../../../tests/support/office-cases.ts'
import { publicForms } from '../../public-forms.ts'
import { newId } from '../../shared/ids.ts'
import { openCheckpoint } from '../../shared/tlog/checkpoint.ts'
import { inclusionProof, leafHash, treeRoot, verifyInclusion } from '../../shared/tlog/merkle.ts'
import { decodeBundle, tilePath, tileReader } from '../../shared/tlog/tiles.ts'
import { parseVkey } from '../../shared/tlog/vkey.ts'
import { appendEntry } from '../history/index.ts'
import { integrateAll } from './integrate.ts'
import { LOG_TAG } from './page-routes.tsx'
import { setUpLog } from './set-up-log.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const town = await testApp({ now })
const { app, db } = town
const { aCase, act } = await officeCases(town, now)
const scope = { authorityId: 1 }
const folder = mkdtempSync(join(tmpdir(), 'congdan-log-routes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const options = { db, folder, forms: publicForms }

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
async function integrate(): Promise<void> {
  await integrateAll(options, scope)
  app.dropPages([LOG_TAG])
}

test('before the log is set up its files are not there, and its page says so', async () => {
  for (const url of ['/log/checkpoint', '/log/key', '/log/tile/0/000', '/log/tile/entries/000.p/1'])
    expect((await get(url)).statusCode, url).toBe(404)
  expect((await get('/so-cong-khai')).body).toContain('Sổ chưa được lập')
})

describe('the files of the log', () => {
  const SIZE = 600
  beforeAll(async () => {
    await setUpLog(db, scope, { folder, origin: 'vidu.vn/log' })
    await integrate()
    const { n } = await db
      .selectFrom('log_leaves')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    await db.transaction().execute(async (trx) => {
      for (let i = n; i < SIZE; i++)
        await appendEntry(
          trx,
          scope,
          { type: 'lamp', id: newId() },
          { type: 'lamp.lit', audience: 'public' },
          { role: null, personId: null, at: now() },
        )
    })
    await integrate()
  })

  test('lead anybody who has the key to every leaf: checkpoint, tiles, bundles', async () => {
    const key = parseVkey((await get('/log/key')).body.trim())
    const checkpoint = await get('/log/checkpoint')
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=1, must-revalidate',
      'access-control-allow-origin': '*',
    })
    const { size, root } = openCheckpoint(checkpoint.body, [key]).checkpoint
    expect(size).toBe(SIZE)
    const read = tileReader(async (tile) => {
      const answer = await get(`/log/${tilePath(tile)}`)
      expect([answer.statusCode, answer.headers['content-type']], tilePath(tile)).toEqual([200, 'application/octet-stream'])
      return answer.rawPayload
    }, size)
    expect(Buffer.from(await treeRoot(read, size)).equals(root)).toBe(true)
    const bundles = ['000', '001', '002.p/88'].map((name) => get(`/log/tile/entries/${name}`, { 'accept-encoding': 'gzip' }))
    const leaves = (await Promise.all(bundles)).flatMap((answer) => {
      expect(answer.headers['content-encoding']).toBe('gzip')
      return decodeBundle(gunzipSync(answer.rawPayload))
    })
    expect(leaves).toHaveLength(SIZE)
    for (const index of [0, 255, 256, 511, 512, 599])
      expect(verifyInclusion(leafHash(leaves[index]!), index, size, await inclusionProof(read, index, size), root)).toBe(true)
  })

  test('tiles are kept for ever, and say when they are known', async () => {
    const tile = await get('/log/tile/0/001')
    expect(tile.rawPayload).toHaveLength(8192)
    expect(tile.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    const again = await get('/log/tile/0/001', { 'if-none-match': String(tile.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect((await get('/log/tile/0/000')).headers.etag).not.toBe(tile.headers.etag)
  })

  test('a partial tile is the beginning of what is there now, of whatever width it once had', async () => {
    const whole = (await get('/log/tile/0/001')).rawPayload
    for (const width of [1, 44, 255]) {
      const part = await get(`/log/tile/0/001.p/${width}`)
      expect(part.rawPayload.equals(whole.subarray(0, width * 32)), String(width)).toBe(true)
    }
    expect((await get('/log/tile/1/000.p/2')).rawPayload).toHaveLength(64)
    const entries = decodeBundle((await get('/log/tile/entries/001.p/3')).rawPayload)
    expect(entries).toEqual(decodeBundle((await get('/log/tile/entries/001')).rawPayload).slice(0, 3))
  })

  test.each([
    ['a tile that is not full yet', '/log/tile/0/002'],
    ['more of it than there is', '/log/tile/0/002.p/89'],
    ['a tile that is not there yet', '/log/tile/0/003.p/1'],
    ['a level without a hash', '/log/tile/2/000.p/1'],
    ['a level that no tree has', '/log/tile/64/000'],
    ['no width', '/log/tile/0/000.p/0'],
    ['the whole width as a part', '/log/tile/0/000.p/256'],
    ['another way to write a number', '/log/tile/0/0'],
    ['a leading zero', '/log/tile/00/000'],
    ['a number in one piece', '/log/tile/0/001000'],
    ['bundles beyond the end', '/log/tile/entries/002'],
    ['something else', '/log/tile/data/000'],
    ['nothing', '/log/tile/'],
    ['the way up', '/log/tile/0/..%2f000'],
  ])('%s is not there', async (_what, url) => {
    expect((await get(url)).statusCode).toBe(404)
  })
})

describe('the pages of the log', () => {
  let shown: Awaited<ReturnType<typeof aCase>>
  let hidden: Awaited<ReturnType<typeof aCase>>
  beforeAll(async () => {
    shown = await aCase('answered', { subject: 'Cống trước nhà văn hóa' })
    hidden = await aCase('assigned', { subject: 'Việc chưa công khai' })
    await act('hoa', shown, 'clearForPublication', {})
    await integrate()
  })

  test('show what a day wrote, with the names of what is public and no others', async () => {
    const page = (await get('/so-cong-khai')).body
    expect(page).toContain(`${shown.code} · Cống trước nhà văn hóa`)
    expect(page).not.toContain('Việc chưa công khai')
    expect(page).toContain('Hồ sơ không đăng công khai')
    expect((await get('/en/so-cong-khai')).body).toContain('The public log')
    expect((await get('/so-cong-khai?ngay=2020-01-01')).body).toContain('Ngày này chưa có dòng nào')
    expect((await get('/so-cong-khai?ngay=2026-13-01')).statusCode).toBe(422)
    expect((await get('/so-cong-khai?after=x')).statusCode).toBe(422)
  })

  test('go through a long day page by page, each line once', async () => {
    const seen: string[] = []
    let url: string | undefined = '/so-cong-khai'
    while (url) {
      const { body } = await get(url)
      seen.push(...[...body.matchAll(/href="\/so-cong-khai\/dong\/(\d+)"/g)].map(([, n]) => n!))
      url = /rel="next" href="([^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    const rows = await db.selectFrom('log_leaves').select('position').where('on_date', '=', '2026-11-22').execute()
    expect(seen.map(Number)).toEqual(rows.map(({ position }) => position).toSorted((a, b) => b - a))
    expect(rows.length).toBeGreaterThan(100)
  })

  test('show the lines of a public case, and of no other', async () => {
    const { body } = await get(`/so-cong-khai?viec=${shown.code.toLowerCase()}`)
    expect(body).toContain('Tiếp nhận')
    expect(body).toContain('Trả lời')
    const none = (await get(`/so-cong-khai?viec=${hidden.code}`)).body
    expect(none).toContain('Không có hồ sơ công khai nào')
    const unknown = (await get('/so-cong-khai?viec=PL-2026-99999')).body
    // The foot counts visits, which go on between the two.
    const plain = (page: string, code: string) => page.replaceAll(code, 'X').replace(/<footer.*<\/footer>/s, '')
    expect(plain(none, hidden.code)).toBe(plain(unknown, 'PL-2026-99999'))
    expect((await get('/so-cong-khai?viec=%3Cscript%3E')).statusCode).toBe(404)
  })

  test('show what was moved, old and new, within the minute', async () => {
    const moved = await aCase('promised', { kind: 'feedback' })
    await act('hoa', moved, 'clearForPublication', {})
    await act('lam', moved, 'extend', { dueOn: '2027-03-01', reason: 'Chờ cấp kinh phí.' })
    await integrate()
    const page = (await get('/so-cong-khai/thay-doi')).body
    expect(page).toContain('Gia hạn')
    expect(page).toContain('12/12/2026 → 01/03/2027')
    expect(page).not.toContain('Chờ cấp kinh phí')
  })

  test('show one line letter by letter', async () => {
    const row = await db.selectFrom('log_leaves').selectAll().where('position', '=', 300).executeTakeFirstOrThrow()
    const page = (await get('/so-cong-khai/dong/300')).body
    expect(page).toContain(row.leaf.toString('utf8').replaceAll('"', '&quot;'))
    expect(page).toContain(row.hash.toString('hex'))
    expect(page).toContain('/log/tile/entries/001')
    for (const url of ['/so-cong-khai/dong/999999', '/so-cong-khai/dong/-1', '/so-cong-khai/dong/01', '/so-cong-khai/dong/x'])
      expect((await get(url)).statusCode, url).toBe(404)
  })
})
