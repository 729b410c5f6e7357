import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { fileOf } from '../../src/importers/nukeviet/bring-files.ts'
import { type ImportOptions, importNukeViet, Report } from '../../src/importers/nukeviet/index.ts'
import { listStaff } from '../../src/modules/accounts/index.ts'
import { findArticle, plainText } from '../../src/modules/news/index.ts'
import { compareRatingTotals, ratingTotals } from '../../src/modules/ratings/index.ts'
import { viewsOf } from '../../src/modules/visits/index.ts'
import { diskStorage } from '../../src/platform/storage.ts'
import { testApp } from '../support/app.ts'
import { dumpOf } from '../support/mariadb.ts'
import { rowCounts } from '../support/rows.ts'
import { photoWithPlace } from '../support/sample-files.ts'

const portal = 'tests/support/nukeviet/portal.sql'
const kept = readFileSync('tests/support/nukeviet/portal-dump.sql', 'utf8')
const scope = { authorityId: 1 }
const now = () => new Date('2026-11-22T10:00:00+07:00')

/** A town with an editor, and a folder of the portal with two pictures. */
async function town() {
  const testing = await testApp({ now })
  const actor = (await listStaff(testing.db, scope)).find(({ username }) => username === 'tuyet')!
  const folder = mkdtempSync(join(tmpdir(), 'congdan-portal-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'uploads/news/2017_02'), { recursive: true })
  for (const name of ['hoi-nghi.png', 'dai-bieu.png'])
    writeFileSync(join(folder, 'uploads/news/2017_02', name), await photoWithPlace({ format: 'png' }))
  const files = { storage: await diskStorage(join(testing.dataDir, 'files')), scratch: join(testing.dataDir, 'scratch') }
  async function bring(dump: string, more: Partial<ImportOptions> = {}) {
    const said: string[] = []
    const report = new Report((kind, { table, sourceId, code }) => void said.push(`${kind} ${table} ${sourceId} ${code}`))
    // In small pieces, so that every row is cut somewhere.
    const bytes = Buffer.from(dump)
    const pieces = Array.from({ length: Math.ceil(bytes.length / 997) }, (_, i) => bytes.subarray(i * 997, (i + 1) * 997))
    const source = { prefix: 'nv4', language: 'vi', module: 'news' }
    const common = { db: testing.db, files, scope, actor, source, folder, dryRun: false, now, categoryIds: new Map() }
    await importNukeViet({ ...common, dump: Readable.from(pieces), report, ...more })
    return { report, said }
  }
  const articleOf = async (sourceId: string) => {
    const { matter_id } = await testing.db
      .selectFrom('imported_rows')
      .select('matter_id')
      .where('source_table', '=', 'news_rows')
      .where('source_id', '=', sourceId)
      .executeTakeFirstOrThrow()
    return (await findArticle(testing.db, scope, matter_id))!
  }
  return { ...testing, bring, articleOf, get: (url: string) => testing.app.inject({ url }) }
}

describe('a portal is brought over', () => {
  test('articles with text, time, author, source, tags, pictures and views; what cannot be is said', async () => {
    const { bring, articleOf, db, get } = await town()
    const { report, said } = await bring(kept)
    expect(said.toSorted()).toEqual([
      'note news_rows 12 link_dropped',
      'note news_rows 14 kept_as_draft',
      'refused news_rows 15 title_missing',
      'refused ratings 14 rating_impossible',
    ])
    expect(report.tables.get('news_rows')).toEqual({ read: 4, brought: 3, already: 0, refused: 1 })
    expect(report.tables.get('news_cat')).toEqual({ read: 2, brought: 2, already: 0, refused: 0 })
    expect(['comment', 'voting'].map((table) => report.tables.get(table)?.read)).toEqual([1, 1])
    expect(report.tables.get('ratings')).toEqual({ read: 3, brought: 2, already: 0, refused: 1 })

    const article = await articleOf('12')
    expect(article).toMatchObject({ status: 'published', author: 'Thanh Huyền', source: 'Phòng Nội vụ', tags: ['nghị quyết', 'một cửa'] })
    expect(article.publishedAt).toEqual(new Date('2017-02-23T14:16:00+07:00'))
    expect(plainText(article.body)).toContain(`Nghị quyết của \\ thị xã: 'dân biết', "dân bàn"; -- không phải chú thích.`)
    expect(plainText(article.body)).not.toContain('alert')
    const pictures = article.body.content.flatMap((block) => (block.type === 'image' ? [block.attrs.alt] : []))
    expect(pictures).toEqual(['Toàn cảnh hội nghị', 'Đại biểu'])
    expect((await viewsOf(db, scope, 'article', [article.id])).get(article.id)).toBe(181)
    expect((await articleOf('14')).status).toBe('draft')
    const ratings = await Promise.all(['12', '13', '14'].map(async (id) => ratingTotals(db, scope, (await articleOf(id)).id)))
    expect(ratings).toEqual([
      { sum: 5, count: 1, average: 5 },
      { sum: 9, count: 2, average: 4.5 },
      { sum: 0, count: 0, average: null },
    ])
    expect(await compareRatingTotals(db, scope)).toEqual([])

    const page = await get(`/tin-tuc/${article.slug}`)
    expect(page.body).toContain('Thứ năm - 23/02/2017 14:16')
    expect(page.body).toContain('Tổng số điểm của bài viết là: 5 trong 1 đánh giá')
    const months = await db.selectFrom('visit_imports').select(['read_on', 'total']).where('authority_id', '=', 1).execute()
    expect(months).toEqual([{ read_on: '2017-02-23', total: 150_413 }])
  })

  test('old addresses lead to the new ones; a draft and what was never there are not found', async () => {
    const { bring, articleOf, get } = await town()
    await bring(kept)
    const { slug } = await articleOf('12')
    for (const url of [
      '/vi/news/hoat-dong/phuoc-long-trien-khai-thuc-hien-nghi-quyet-12.html',
      '/vi/news/phuoc-long-trien-khai-thuc-hien-nghi-quyet-12.html',
      '/news/hoat-dong/phuoc-long-trien-khai-thuc-hien-nghi-quyet-12.html',
    ]) {
      const { statusCode, headers } = await get(url)
      expect([statusCode, headers.location]).toEqual([301, `/tin-tuc/${slug}`])
    }
    expect((await get('/vi/news/thong-bao/')).headers.location).toBe('/tin-tuc?chuyen-muc=thong-bao')
    for (const url of ['/vi/news/thong-bao/ban-nhap-con-do-14.html', '/vi/news/x-99.html', '/vi/shops/x-12.html', '/vi/news/khong-co/'])
      expect((await get(url)).statusCode).toBe(404)
  })

  test('a second run doubles nothing', async () => {
    const { bring, db } = await town()
    await bring(kept)
    const before = await rowCounts(db)
    const { report } = await bring(kept)
    expect(await rowCounts(db)).toEqual(before)
    expect(report.tables.get('news_rows')).toEqual({ read: 4, brought: 0, already: 3, refused: 1 })
    expect(report.tables.get('ratings')).toEqual({ read: 3, brought: 0, already: 3, refused: 0 })
  })

  test.each(['create', 'save', 'publish'])('a run that the power left at the %s of an article is gone on with', async (act) => {
    const whole = await town()
    await whole.bring(kept)
    const { bring, db } = await town()
    const cut = async () => {
      throw new Error('The power is out.')
    }
    const afterAct = (_trx: unknown, _scope: unknown, _article: unknown, done: string) => (done === act ? cut() : Promise.resolve())
    const options =
      act === 'create'
        ? {
            files: {
              get storage(): never {
                throw new Error('The power is out.')
              },
              scratch: '',
            },
          }
        : { afterAct }
    await expect(bring(kept, options)).rejects.toThrow('The power is out.')
    await bring(kept)
    expect(await rowCounts(db)).toEqual(await rowCounts(whole.db))
  })

  test('a dump that was cut brings nothing over, and leaves nothing', async () => {
    const { bring, db } = await town()
    const before = await rowCounts(db)
    await expect(bring(kept.slice(0, kept.lastIndexOf('Lịch tiếp')))).rejects.toMatchObject({ code: 'dump_cut' })
    expect(await rowCounts(db)).toEqual(before)
  })

  test('a dry run writes nothing', async () => {
    const { bring, db } = await town()
    const before = await rowCounts(db)
    const { report } = await bring(kept, { dryRun: true })
    expect(report.tables.get('news_rows')?.brought).toBe(3)
    expect(await rowCounts(db)).toEqual(before)
  })
})

test('no file outside the folder of the portal is taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-portal-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'old/uploads'), { recursive: true })
  writeFileSync(join(folder, 'secret.png'), 'x')
  writeFileSync(join(folder, 'old/uploads/a.png'), 'x')
  symlinkSync(join(folder, 'secret.png'), join(folder, 'old/uploads/link.png'))
  const found = async (src: string) => (await fileOf(join(folder, 'old'), src)) !== undefined
  expect(await found('/uploads/a.png')).toBe(true)
  expect(await found('http://phuoclong.gov.vn/uploads/a.png?x=1')).toBe(true)
  for (const src of [
    '/uploads/../../secret.png',
    '/uploads/%2e%2e/%2e%2e/secret.png',
    '/uploads/..%2f..%2fsecret.png',
    '/uploads/link.png',
    '/uploads',
    'data:x',
  ])
    expect(await found(src)).toBe(false)
})

test.each([[[]], [['--skip-extended-insert', '--complete-insert', '--hex-blob']]])(
  'a dump that MariaDB writes now, with %j',
  async (dumpOptions) => {
    const { bring, articleOf, db } = await town()
    const { report } = await bring(await dumpOf(portal, dumpOptions))
    expect(report.tables.get('news_rows')).toEqual({ read: 4, brought: 3, already: 0, refused: 1 })
    expect((await articleOf('13')).body.content[0]?.type).toBe('table')
    expect(await ratingTotals(db, scope, (await articleOf('13')).id)).toMatchObject({ sum: 9, count: 2 })
  },
  60_000,
)
