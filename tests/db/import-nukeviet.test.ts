import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fileOf } from '../../src/importers/nukeviet/bring-files.ts'
import { plainText } from '../../src/modules/news/index.ts'
import { compareRatingTotals, ratingTotals } from '../../src/modules/ratings/index.ts'
import { viewsOf } from '../../src/modules/visits/index.ts'
import { withMariaDb } from '../support/mariadb.ts'
import { portalDump, portalSql, portalTown, scope } from '../support/portal-town.ts'
import { rowCounts } from '../support/rows.ts'

describe('a portal is brought over', () => {
  test('articles with text, time, author, source, tags, pictures and views; what cannot be is said', async () => {
    const { bring, articleOf, db, get } = await portalTown()
    const { report, said } = await bring(portalDump)
    expect(said.filter((line) => line.includes('news_rows')).toSorted()).toEqual([
      'note news_rows 12 link_dropped',
      'note news_rows 14 kept_as_draft',
      'note news_rows 16 file_kind_not_taken',
      'refused news_rows 15 title_missing',
    ])
    expect(report.tables.get('news_rows')).toEqual({ read: 5, brought: 4, already: 0, refused: 1 })
    expect(report.tables.get('news_cat')).toEqual({ read: 6, brought: 6, already: 0, refused: 0 })
    expect(report.tables.get('ratings')).toEqual({ read: 3, brought: 2, already: 0, refused: 1 })
    expect(said).toContain('refused ratings 14 rating_impossible')

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

  test('letters that NukeViet writes as codes, files below the article, links to the portal itself', async () => {
    const { bring, articleOf } = await portalTown()
    await bring(portalDump)
    const article = await articleOf('16')
    expect([article.title, article.author]).toEqual(['Họp dân "tổ 3": làm đường (đợt 1)', 'Minh & Hoa'])
    const labels = article.body.content.flatMap((block) =>
      block.type === 'attachment' ? [block.attrs.label] : block.type === 'image' ? [block.attrs.alt] : [],
    )
    expect(labels.toSorted()).toEqual(['kế hoạch', 'phu-luc.docx', 'Đại biểu'].toSorted())
    const links = JSON.stringify(article.body).match(/"href":"[^"]+"/g)
    expect(links).toEqual(['"href":"/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html"'])
  })

  test('old addresses lead to the new ones; a draft and what was never there are not found', async () => {
    const { bring, articleOf, get } = await portalTown()
    await bring(portalDump)
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

  test('old addresses of files lead to the files, as far as readers may see them', async () => {
    const { bring, get, articleOf } = await portalTown()
    await bring(portalDump)
    const picture = await get('/uploads/news/2017_02/hoi-nghi.png')
    expect([picture.statusCode, picture.headers.location]).toEqual([301, expect.stringMatching(/^\/anh\/.+\.jpg$/)])
    expect((await get(String(picture.headers.location))).headers['content-type']).toBe('image/jpeg')
    const paper = await get('/uploads/news/ke-hoach.docx')
    expect([paper.statusCode, paper.headers.location]).toEqual([301, expect.stringMatching(/^\/tep\//)])
    expect((await get(String(paper.headers.location))).statusCode).toBe(200)
    expect(JSON.stringify((await articleOf('16')).body)).toContain(String(paper.headers.location).slice('/tep/'.length))
    for (const url of ['/uploads/news/bieu-mau.doc', '/uploads/..%2f..%2fetc', '/uploads/']) expect((await get(url)).statusCode).toBe(404)
    expect((await get('/uploads/%00')).statusCode).toBe(400)
  })

  test('a second run doubles nothing', async () => {
    const { bring, db } = await portalTown()
    await bring(portalDump)
    const before = await rowCounts(db)
    const { report } = await bring(portalDump)
    expect(await rowCounts(db)).toEqual(before)
    expect(report.tables.get('news_rows')).toEqual({ read: 5, brought: 0, already: 4, refused: 1 })
    expect(report.tables.get('ratings')).toEqual({ read: 3, brought: 0, already: 3, refused: 0 })
    expect(report.tables.get('counter')).toMatchObject({ brought: 0, already: 1 })
  })

  test.each(['create', 'save', 'publish'])('a run that the power left at the %s of an article is gone on with', async (act) => {
    const whole = await portalTown()
    await whole.bring(portalDump)
    const { bring, db } = await portalTown()
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
    await expect(bring(portalDump, options)).rejects.toThrow('The power is out.')
    await bring(portalDump)
    expect(await rowCounts(db)).toEqual(await rowCounts(whole.db))
  })

  test('a dump that was cut brings nothing over, and leaves nothing', async () => {
    const { bring, db } = await portalTown()
    const before = await rowCounts(db)
    await expect(bring(portalDump.slice(0, portalDump.lastIndexOf('Lịch tiếp')))).rejects.toMatchObject({ code: 'dump_cut' })
    expect(await rowCounts(db)).toEqual(before)
  })

  test('a dry run writes nothing', async () => {
    const { bring, db } = await portalTown()
    const before = await rowCounts(db)
    const { report } = await bring(portalDump, { dryRun: true })
    expect(report.tables.get('news_rows')?.brought).toBe(4)
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
    const { bring, articleOf, db } = await portalTown()
    const { report } = await bring(await withMariaDb(portalSql, ({ dump }) => dump(dumpOptions)))
    expect(report.tables.get('news_rows')).toEqual({ read: 5, brought: 4, already: 0, refused: 1 })
    expect((await articleOf('13')).body.content[0]?.type).toBe('table')
    expect(report.tables.get('about')).toEqual({ read: 3, brought: 2, already: 0, refused: 1 })
    expect(await ratingTotals(db, scope, (await articleOf('13')).id)).toMatchObject({ sum: 9, count: 2 })
  },
  60_000,
)
