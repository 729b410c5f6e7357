import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../../tests/support/office-browser.ts'
import { aProgrammeRow } from '../../../../../tests/support/programme-rows.ts'
import { rowCounts } from '../../../../../tests/support/rows.ts'
import { type SheetValue, workbook } from '../../../../platform/spreadsheet.ts'
import { listTasks } from '../../task-repository.ts'
import { text } from '../text.ts'
import { columns, readRows } from './read-rows.ts'

const scope = { authorityId: 1 }
let site: TestApp
let tuyet: FormBrowser

beforeAll(async () => {
  site = await testApp({ now: () => new Date('2026-11-26T09:00:00+07:00') })
  tuyet = await formBrowser(site, 'tuyet')
})

const heads = columns.map((name) => text.vi.import.columns[name])
type Cells = Partial<Record<(typeof columns)[number], SheetValue>>
const sheet = (rows: readonly Cells[], names: readonly string[] = heads) =>
  workbook([
    {
      name: 'Việc',
      title: [],
      columns: names.map((head) => ({ head, width: 10 })),
      rows: rows.map((row) => columns.map((name) => row[name] ?? null)),
    },
  ])

const draft = () => aProgrammeRow(site.db, { status: 'draft', publishedOn: null })
async function send(slug: string, content: Buffer, fields: Record<string, string> = {}, who = tuyet) {
  return who.postFiles(`/lam-viec/chuong-trinh/${slug}/nhap-bang`, fields, [{ name: 'viec.xlsx', content }])
}

describe('items from a spreadsheet', () => {
  test('right rows become items of the draft: kinds and agencies by their words, days as cells or as text', async () => {
    const programme = await draft()
    const content = await sheet([
      {
        title: 'Trồng 20 cây',
        kind: 'Chỉ tiêu',
        lead: 'Phường Thác Mơ',
        partners: 'Hội Nông dân; Phường Thác Mơ',
        dueOn: { day: '2026-12-31' },
      },
      { title: 'Sửa cống', dueOn: '15/12/2026', every: 'hằng quý', weight: 3, target: '95,5', unitOfMeasure: '%' },
    ])
    const answer = await send(programme.slug, content)
    expect([answer.statusCode, answer.body.includes('Đã thêm 2 việc.')]).toEqual([200, true])
    const [first, second] = await listTasks(site.db, scope, programme.id)
    expect(first).toMatchObject({ kind: 'target', status: 'draft', dueOn: '2026-12-31', leadWords: null, unitId: expect.any(String) })
    expect(second).toMatchObject({ kind: 'task', dueOn: '2026-12-15', every: 'quarter', weight: 3, target: '95.5', unitOfMeasure: '%' })
  })

  test('every wrong cell is named by row and column, and nothing is written', async () => {
    const programme = await draft()
    const content = await sheet([
      { title: 'Đúng' },
      { title: '', lead: 'Ai đó' },
      { title: 'Ngày sai', dueOn: '31/02/2026' },
      { title: 'Ngược', startsOn: '02/12/2026', dueOn: '01/12/2026' },
      { title: '=HYPERLINK("http://xau")' },
      { title: 'Loại lạ', kind: 'ước mơ', every: 'khi rảnh', weight: '101', target: 'nhiều' },
      { title: 'đúng' },
      { title: 'Dài', indicator: 'x'.repeat(400) },
    ])
    const before = await rowCounts(site.db)
    const { statusCode, body } = await send(programme.slug, content)
    expect(statusCode).toBe(422)
    const cells = [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
      .slice(1)
      .map(([, row]) => [...row!.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '').trim()))
    const { columns: named, problem } = text.vi.import
    expect(cells.map(([row, column, what]) => [Number(row!.match(/\d+/)![0]), column, what])).toEqual(
      (
        [
          [3, 'title', 'required'],
          [4, 'dueOn', 'invalid_date'],
          [5, 'dueOn', 'before_start'],
          [6, 'title', 'formula'],
          [7, 'weight', 'weight'],
          [7, 'target', 'figure'],
          [7, 'kind', 'kind'],
          [7, 'every', 'every'],
          [8, 'title', 'repeated'],
          [9, 'indicator', 'too_long'],
        ] as const
      ).map(([row, column, code]) => [row, expect.stringContaining(named[column]), expect.stringContaining(problem[code]!.slice(0, 20))]),
    )
    expect(await rowCounts(site.db)).toEqual(before)
    const taken = await send(programme.slug, content, { onlyRight: 'yes' })
    expect(taken.statusCode).toBe(200)
    expect((await listTasks(site.db, scope, programme.id)).map(({ title }) => title)).toEqual(['Đúng'])
  })

  test.each([
    ['no spreadsheet at all', async () => Buffer.from('đây không phải bảng tính'), 'sheet_broken'],
    ['a damaged one', async () => (await sheet([{ title: 'Một' }])).subarray(0, 900), 'sheet_broken'],
    ['an empty form', async () => Buffer.alloc(0), 'sheet_missing'],
    [
      'other heads',
      async () =>
        sheet(
          [{ title: 'Một' }],
          columns.map((_, i) => `Cột ${i}`),
        ),
      'sheet_columns',
    ],
    ['heads alone', async () => sheet([]), 'sheet_empty'],
    ['too many rows', async () => sheet(Array.from({ length: 1_001 }, (_, i) => ({ title: `Việc ${i}` }))), 'sheet_too_long'],
  ] as [string, () => Promise<Buffer>, string][])('%s is refused with its reason', async (_name, content, code) => {
    const programme = await draft()
    const { statusCode, body } = await send(programme.slug, await content())
    expect([statusCode, body.includes(text.vi.errors[code]!)]).toEqual([422, true])
    expect(await listTasks(site.db, scope, programme.id)).toEqual([])
  })

  test('a thousand rows are taken', async () => {
    const programme = await draft()
    const answer = await send(programme.slug, await sheet(Array.from({ length: 1_000 }, (_, i) => ({ title: `Việc số ${i}` }))))
    expect(answer.statusCode).toBe(200)
    expect(await listTasks(site.db, scope, programme.id)).toHaveLength(1_000)
  })

  test('the template is what the import reads', async () => {
    const programme = await draft()
    const template = await tuyet.get(`/lam-viec/chuong-trinh/${programme.slug}/nhap-bang/mau.xlsx`)
    expect(template.statusCode).toBe(200)
    await expect(readRows(template.rawPayload)).rejects.toMatchObject({ code: 'sheet_empty' })
  })

  test('only who writes the draft, and only while it is one', async () => {
    const [programme, out] = [await draft(), await aProgrammeRow(site.db)]
    const content = await sheet([{ title: 'Một' }])
    for (const [who, status] of [
      ['nam', 403],
      ['lam', 403],
      ['binh', 403],
    ] as const)
      expect([who, (await send(programme.slug, content, {}, await formBrowser(site, who))).statusCode]).toEqual([who, status])
    expect((await send(out.slug, content)).statusCode).toBe(409)
    expect((await send(programme.slug, content, { _csrf: 'khác' })).statusCode).toBe(403)
    expect(await listTasks(site.db, scope, programme.id)).toEqual([])
  })
})
