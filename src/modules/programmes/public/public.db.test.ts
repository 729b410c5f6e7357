import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import type { Db } from '../../../platform/database.ts'
import { newId } from '../../../shared/ids.ts'
import { listUnits } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import type { Programme } from '../programme.ts'
import { type Task, taskMatter } from '../task.ts'
import { figuresOf, owners } from './figures.ts'
import { listItems } from './read-items.ts'
import { viewAddress, views } from './views.ts'

const scope = { authorityId: 1 }
const TODAY = '2026-11-20'
const now = () => new Date(`${TODAY}T09:00:00+07:00`)

let app: FastifyInstance
let db: Db
let unitIds: string[]
let plan: Programme
let tasks: Task[]
let hidden: Programme
let hiddenTask: Task
let document: Awaited<ReturnType<typeof aDocumentRow>>

const get = (url: string) => app.inject({ method: 'GET', url })

beforeAll(async () => {
  ;({ app, db } = await testApp({ now }))
  unitIds = (await listUnits(db, scope)).map(({ id }) => id)
  document = await aDocumentRow(db, ['Trồng cây dọc đường làng.', 'Sửa cống khu phố 3.', 'Nâng cấp chợ phường.'])
  plan = await aProgrammeRow(db, { documentId: document.id, slug: 'ke-hoach-37', title: 'Kế hoạch 37' })
  const goalId = newId()
  tasks = await taskRows(db, plan, [
    { id: goalId, kind: 'objective', title: 'Dân sống tốt hơn' },
    {
      title: 'Trồng cây',
      unitId: unitIds[0]!,
      goalId,
      dueOn: '2026-11-17',
      lateFrom: '2026-11-18',
      documentId: document.id,
      anchorId: document.anchorIds[0]!,
    },
    {
      title: 'Sửa cống',
      unitId: unitIds[0]!,
      goalId,
      status: 'done',
      saidNot: 2,
      saidDone: 1,
      documentId: document.id,
      anchorId: document.anchorIds[1]!,
    },
    {
      title: 'Họp dân',
      unitId: unitIds[1]!,
      status: 'reported',
      dueOn: '2026-12-01',
      lateFrom: '2026-12-02',
      target: '12.5',
      reached: '5',
      unitOfMeasure: 'km',
    },
    { title: 'Việc đã thôi', status: 'cancelled' },
    { title: 'Việc còn nháp', status: 'draft' },
  ])
  const agency = await aProgrammeRow(db, { planId: plan.id, unitId: unitIds[0]!, dueOn: '2026-02-02', slug: 'chuong-trinh-a' })
  await taskRows(db, agency, [{ title: 'Ươm cây giống', carriesId: tasks[1]!.id }])
  await aProgrammeRow(db, {
    planId: plan.id,
    unitId: unitIds[1]!,
    dueOn: '2026-11-10',
    status: 'draft',
    publishedOn: null,
    slug: 'con-nhap',
  })
  hidden = await aProgrammeRow(db, { status: 'draft', publishedOn: null, title: 'Bí mật', slug: 'bi-mat' })
  ;[hiddenTask] = (await taskRows(db, hidden, [{ status: 'cancelled', title: 'Việc bí mật' }])) as [Task]
})

describe('what everybody sees of plans', () => {
  test('the list has the figures of the plan with all its agencies', async () => {
    const { body, statusCode } = await get('/loi-hua')
    expect(statusCode).toBe(200)
    expect(body).toContain('1/4 việc đã xong · 1 việc trễ hạn · 2 việc chưa có bằng chứng · 1 việc dân nói chưa xong')
    expect(body).not.toContain('Bí mật')
  })

  test.each([
    '/loi-hua/ke-hoach-37',
    '/en/loi-hua/ke-hoach-37',
    '/loi-hua/chuong-trinh-a',
    '/loi-hua/ke-hoach-37/doi-chieu',
    '/en/loi-hua',
    '/',
  ])('%s is kept, and no draft stands in it', async (url) => {
    const { body, statusCode, headers } = await get(url)
    expect(statusCode).toBe(200)
    expect(headers.etag).toBeDefined()
    expect(body).not.toMatch(/Việc còn nháp|Việc bí mật/)
  })

  test('an agency that has its programme out too late, and one that has not, stand there with their days', async () => {
    const { body } = await get('/loi-hua/ke-hoach-37')
    expect(body).toContain('Chưa ban hành, trễ 10 ngày')
    expect(body).toContain('Ban hành ngày 09/02/2026</a>, trễ 7 ngày')
    expect(body).toContain('1/2 cơ quan đã ban hành chương trình; 1 cơ quan đang trễ.')
  })

  test.each(['/loi-hua/bi-mat', '/loi-hua/bi-mat/doi-chieu', '/loi-hua/con-nhap'])(
    '%s is as unknown as what does not exist',
    async (url) => {
      const [one, other] = [await get(url), await get(url.replace(/bi-mat|con-nhap/, 'khong-co'))]
      expect([one.statusCode, one.body.replaceAll(/bi-mat|con-nhap/g, 'khong-co')]).toEqual([404, other.body])
    },
  )

  test('an item of what is not out, a draft, and a code that nobody has, are the same', async () => {
    const missing = await get('/loi-hua/viec/PL-NV-2026-99999')
    for (const { code } of [hiddenTask, tasks[5]!]) {
      const answer = await get(`/loi-hua/viec/${code}`)
      expect([answer.statusCode, answer.body.replaceAll(code, 'PL-NV-2026-99999')]).toEqual([404, missing.body])
    }
    expect((await get(`/loi-hua/co-quan/${newId()}`)).statusCode).toBe(404)
  })
})

describe('kept figures and the rows behind them', () => {
  test('each view lists as many items as its figure says', async () => {
    const of = [owners.unit(unitIds[0]!), owners.unit(unitIds[1]!)]
    const figures = await figuresOf(db, scope, of, TODAY)
    for (const [i, unitId] of unitIds.slice(0, 2).entries()) {
      const kept = figures(of[i]!)
      const expected = { ...kept, all: kept.items, open: kept.planned + kept.inProgress + kept.reported }
      for (const view of views) {
        const { items } = await listItems(db, scope, { view, unitId }, TODAY, null, 100)
        expect([view, items.length]).toEqual([view, expected[view]])
      }
    }
  })

  test('the page of an agency walks its items by key without losing or doubling one', async () => {
    const many = await aProgrammeRow(db, { title: 'Nhiều việc' })
    await taskRows(
      db,
      many,
      Array.from({ length: 45 }, (_, i) => ({ unitId: unitIds[2]!, lateFrom: i % 3 === 0 ? null : ('2026-12-01' as const) })),
    )
    const seen: string[] = []
    let url: string | undefined = `/loi-hua/co-quan/${unitIds[2]}`
    while (url) {
      const { body } = await get(url)
      seen.push(...[...body.matchAll(/\/loi-hua\/viec\/(PL-NV-2026-\d+)/g)].map((match) => match[1]!))
      url = /rel="next" href="([^"#]+)/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
  })

  test.each(['khong-phai-khoa', 'WyJ4Il0'])('a cursor that was not made here is refused: %s', async (after) => {
    expect((await get(`/loi-hua/co-quan/${unitIds[0]}?after=${after}`)).statusCode).toBe(422)
    expect((await get(`/loi-hua?after=${after}`)).statusCode).toBe(422)
  })

  test('an address with an unknown view shows all', async () => {
    expect((await get('/loi-hua/ke-hoach-37?xem=gi-do&loai=khac&after=-1')).body).toContain('Trồng cây')
    const late = (await get(`/loi-hua/ke-hoach-37?xem=${viewAddress.late}`)).body
    expect(late).toContain('Trồng cây')
    expect(late).not.toContain('Họp dân')
  })
})

describe('a plan with more agencies than a page holds', () => {
  const ids = Array.from({ length: 45 }, () => newId())
  const late = new Set([ids[41]!, ids[44]!])

  beforeAll(async () => {
    const large = await aProgrammeRow(db, { slug: 'ke-hoach-lon', title: 'Kế hoạch lớn' })
    for (const [i, id] of ids.entries()) {
      await db
        .insertInto('units')
        .values({
          authority_id: 1,
          id,
          name: `Cơ quan ${i}`,
          short_name: `CQ ${i}`,
          kind: 'agency',
          valid_from: '2016-01-01',
          position: 5_000 + i,
        })
        .execute()
      const owed = late.has(id) ? ({ status: 'draft', publishedOn: null, dueOn: i === 44 ? '2026-10-01' : '2026-11-10' } as const) : {}
      const programme = await aProgrammeRow(db, { planId: large.id, unitId: id, slug: `lon-${i}`, ...owed })
      if (i % 2 === 0) await taskRows(db, programme, [{ unitId: id }])
    }
  })

  test('the latest stand first, each stands once, and the figures are those of all', async () => {
    const seen: string[] = []
    let url: string | undefined = '/loi-hua/ke-hoach-lon'
    while (url) {
      const { body } = await get(url)
      expect(body).toContain('43/45 cơ quan đã ban hành chương trình; 2 cơ quan đang trễ.')
      seen.push(...[...body.slice(body.indexOf('id="co-quan"')).matchAll(/\/loi-hua\/co-quan\/([0-9a-f-]{36})/g)].map((match) => match[1]!))
      url = /rel="next" href="([^"#]+)/.exec(body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(seen).toEqual([ids[44], ids[41], ...ids.filter((id) => !late.has(id))])
  })

  test('by the API, page by page; what is not out is told by its day alone', async () => {
    const at = (after: string | null) => get(`/api/v1/programmes/ke-hoach-lon/agencies?limit=40${after ? `&after=${after}` : ''}`)
    const first = (await at(null)).json()
    expect(first).toMatchObject({ asked: 45, out: 43, late: 2 })
    expect(first.items.slice(0, 3)).toMatchObject([
      { unitId: ids[44], unit: 'Cơ quan 44', programme: null, publishedOn: null, dueOn: '2026-10-01', daysLate: 50 },
      { unitId: ids[41], programme: null, daysLate: 10 },
      { unitId: ids[0], programme: 'lon-0', items: 1 },
    ])
    const second = (await at(first.next)).json()
    expect([first.items.length, second.items.length, second.next]).toEqual([40, 5, null])
    expect(new Set([...first.items, ...second.items].map(({ unitId }) => unitId)).size).toBe(45)
  })

  test.each([
    ['/api/v1/programmes/chuong-trinh-a/agencies', 404],
    ['/api/v1/programmes/bi-mat/agencies', 404],
    ['/api/v1/programmes/ke-hoach-lon/agencies?after=1', 422],
    ['/loi-hua/ke-hoach-lon?sau-co-quan=1', 200],
  ])('%s: %i', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status)
  })
})

describe('the page of an item', () => {
  test('sentence with its link, who, day, what carries it out', async () => {
    const { body } = await get(`/loi-hua/viec/${tasks[1]!.code}`)
    expect(body).toContain('Trồng cây dọc đường làng.')
    expect(body).toContain(`href="/van-ban/${document.slug}#c-${document.anchorIds[0]}"`)
    expect(body).toContain('Thứ ba, 17/11/2026')
    expect(body).toContain('Trễ 3 ngày')
    expect(body).toContain('Ươm cây giống')
  })

  test('target and what was reached, as a bar and in words', async () => {
    const { body } = await get(`/loi-hua/viec/${tasks[3]!.code}`)
    expect(body).toContain('Đã đạt 5 km trên 12,5 km (40 %)')
    expect((await get(`/en/loi-hua/viec/${tasks[3]!.code}`)).body).toContain('5 km of 12.5 km reached (40 %)')
  })

  test('what was promised and moved stays there with its old value and the reason', async () => {
    const by = { role: 'chairman', personId: null, at: now() }
    const append = (entry: Parameters<typeof appendEntry>[3]) =>
      db.transaction().execute((trx) => appendEntry(trx, scope, taskMatter(tasks[1]!), entry, by))
    await append({
      type: 'task.dueMoved',
      audience: 'public',
      facts: { fromOn: '2026-06-30', toOn: '2026-11-17' },
      words: { reason: 'Mưa <b>lớn</b>' },
    })
    await append({ type: 'task.targetChanged', audience: 'public', facts: { from: '100', to: '80.5' }, words: { reason: 'Thiếu đất' } })
    await append({ type: 'task.ownerChanged', audience: 'public', facts: { fromUnitId: unitIds[1]!, toUnitId: unitIds[0]! } })
    await append({
      type: 'task.ownerChanged',
      audience: 'public',
      facts: { fromUnitId: unitIds[0]!, toUnitId: unitIds[0]!, personChanged: true },
      words: { reason: 'Chia lại việc' },
    })
    await append({ type: 'task.reported', audience: 'public', facts: { evidence: 1 }, words: { words: 'Đã trồng xong hai bên đường' } })
    await append({ type: 'task.frontVerdict', audience: 'public', facts: { round: 1, said: 'not' }, words: { words: 'Chưa xong' } })
    await append({ type: 'task.noted', audience: 'internal', words: { reason: 'chuyện nội bộ' } })
    app.dropPages(['*'])
    const { body } = await get(`/loi-hua/viec/${tasks[1]!.code}`)
    expect(body).toContain('<s>30/06/2026</s>')
    expect(body).toContain('Mưa &lt;b>lớn&lt;/b>')
    expect(body).toContain('<b>80,5</b>')
    expect(body).not.toContain('chuyện nội bộ')
    expect(body).not.toContain(`${unitIds[1]}</s>`)
    // Another person of the same agency moves nothing that was promised.
    expect(body.match(/<s>/g)).toHaveLength(3)
    expect(body).toContain('Đổi người phụ trách trong cơ quan')
    expect(body).toContain('Đã trồng xong hai bên đường')
    expect(body).toContain('Mặt trận Tổ quốc nhận xét')
  })

  test('internal notes are on no public page', async () => {
    const note = (audience: 'public' | 'internal') => ({
      authority_id: 1,
      id: newId(),
      task_id: tasks[2]!.id,
      at: now(),
      person_id: 'x',
      words: `Ghi chép ${audience}`,
      reached: null,
      audience,
    })
    await db
      .insertInto('programme_notes')
      .values([note('public'), note('internal')])
      .execute()
    const { body } = await get(`/loi-hua/viec/${tasks[2]!.code}`)
    expect(body).toContain('Ghi chép public')
    expect(body).not.toContain('Ghi chép internal')
  })
})

describe('the trace', () => {
  test.each([
    ['cau-chua-co-viec', 'Nâng cấp chợ phường.', 'Sửa cống khu phố 3.'],
    ['viec-chua-co-bang-chung', 'Trồng cây', 'Họp dân'],
    ['bang-chung-chua-nhan-xet', 'Họp dân', 'Sửa cống</a>'],
    ['viec-khong-tu-cau-nao', 'Họp dân', 'Trồng cây</a>'],
  ])('%s lists what hangs loose and nothing else', async (view, has, hasNot) => {
    const { body } = await get(`/loi-hua/ke-hoach-37/doi-chieu?xem=${view}`)
    const table = body.slice(body.indexOf('id="doi-chieu"'))
    expect(table).toContain(has)
    expect(table).not.toContain(hasNot)
  })

  test('by the API: each sentence with its items and how far it has come, page by page', async () => {
    const first = (await get('/api/v1/programmes/ke-hoach-37/trace?limit=2')).json()
    expect(first.items.map((row: { reach: string }) => row.reach)).toEqual(['item', 'disputed'])
    const second = (await get(`/api/v1/programmes/ke-hoach-37/trace?limit=2&after=${first.next}`)).json()
    expect(second).toMatchObject({ items: [{ text: 'Nâng cấp chợ phường.', reach: 'sentence', tasks: [] }], next: null })
  })
})

describe('API and open data', () => {
  test('plans and items with the same figures as the pages', async () => {
    expect((await get('/api/v1/programmes/ke-hoach-37')).json()).toMatchObject({ slug: 'ke-hoach-37', items: 4, late: 1, disputed: 1 })
    const late = (await get('/api/v1/tasks?programme=ke-hoach-37&view=late')).json()
    expect(late.items.map((item: { title: string }) => item.title)).toEqual(['Trồng cây'])
    expect((await get('/api/v1/tasks?status=cancelled&programme=ke-hoach-37')).json().items).toHaveLength(1)
  })

  test.each(['/api/v1/tasks?status=draft', '/api/v1/tasks?unit=1', '/api/v1/programmes?limit=0', '/api/v1/tasks?x=1'])(
    '%s is refused',
    async (url) => {
      expect((await get(url)).statusCode).toBe(422)
    },
  )

  test('what is hidden is unknown there as well', async () => {
    for (const url of ['/api/v1/programmes/bi-mat', '/api/v1/programmes/bi-mat/trace', '/api/v1/tasks?programme=bi-mat'])
      expect((await get(url)).statusCode).toBe(404)
  })

  test('the items as CSV have every field, and no draft', async () => {
    const { body } = await get('/api/v1/open-data/promises.csv?programme=ke-hoach-37')
    expect(body.trim().split('\r\n')).toHaveLength(6)
    expect(body).not.toContain('Việc còn nháp')
    expect((await get('/api/v1/open-data/programmes.csv?kind=agency')).body).toContain('chuong-trinh-a')
    const listed = (await get('/du-lieu-mo')).body
    expect(listed).toContain('/api/v1/open-data/promises.csv')
    expect(listed).toContain('/api/v1/open-data/programmes.csv')
  })

  test('robots find plans and items', async () => {
    const { body } = await get('/sitemap/loi-hua.xml')
    expect(body).toContain('/loi-hua/ke-hoach-37<')
    expect(body).toContain(`/loi-hua/viec/${tasks[1]!.code}<`)
    expect(body).not.toContain('bi-mat')
  })
})
