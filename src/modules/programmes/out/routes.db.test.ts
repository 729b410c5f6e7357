import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/support/app.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { readZip } from '../../../platform/read-zip.ts'
import { outPaths } from './paths.ts'

let site: TestApp
let slug: string
let draftSlug: string

beforeAll(async () => {
  site = await testApp({ now: () => new Date('2026-11-24T09:00:00+07:00') })
  const plan = await aProgrammeRow(site.db)
  slug = plan.slug
  await taskRows(site.db, plan, [
    { kind: 'objective', title: 'Nhân dân hài lòng' },
    { title: '=1+1 <Sửa> đường & cầu', status: 'done', doneOn: '2026-11-20', saidDone: 3, saidNot: 1 },
    { title: 'Việc đã quá hạn', dueOn: '2026-11-02', lateFrom: '2026-11-03' },
    { title: 'Việc còn là dự thảo', status: 'draft' },
    { title: 'Việc xong từ quý trước', status: 'done', doneOn: '2026-08-01' },
    { kind: 'target', title: 'Số hộ hiến đất', indicator: 'Hộ hiến đất', target: '12.5', unitOfMeasure: '%' },
  ])
  const draft = await aProgrammeRow(site.db, { status: 'draft', publishedOn: null })
  draftSlug = draft.slug
  await taskRows(site.db, draft, [{ status: 'draft', title: 'Việc đang soạn' }])
})

const get = (url: string, cookie?: string) => site.app.inject({ method: 'GET', url, ...(cookie ? { headers: { cookie } } : {}) })

async function paragraphsOf(url: string, cookie?: string) {
  const response = await get(url, cookie)
  expect(response.statusCode).toBe(200)
  const body = readZip(response.rawPayload)!.read('word/document.xml')!
  return [...body.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) => [...p.matchAll(/<w:t(?:| [^>]*)>(.*?)<\/w:t>/gs)].map(([, t]) => t).join(''))
}

async function sheetOf(url: string) {
  const zip = readZip((await get(url)).rawPayload)!
  return { cells: zip.read('xl/worksheets/sheet1.xml')!, words: zip.read('xl/sharedStrings.xml') ?? zip.read('xl/worksheets/sheet1.xml')! }
}

describe('what everybody may read', () => {
  test('each paper comes as a file with an unaccented name', async () => {
    for (const [path, name] of [
      [outPaths.programme, 'chuong-trinh'],
      [outPaths.assignment, 'phan-cong'],
      [outPaths.report, 'bao-cao'],
      [outPaths.assignmentSheet, 'phan-cong'],
      [outPaths.progressSheet, 'tien-do'],
    ] as const) {
      const response = await get(path(slug))
      const extension = path(slug).split('.').at(-1)!
      expect(response.statusCode).toBe(200)
      expect(response.headers['content-disposition']).toBe(`attachment; filename="${name}_${slug}.${extension}"`)
      expect(response.rawPayload.subarray(0, 2).toString()).toBe('PK')
    }
  })

  test('the programme names goals, targets and tasks, leaves number and day open, and keeps drafts of items to itself', async () => {
    const words = await paragraphsOf(outPaths.programme(slug))
    for (const line of ['Số: ……/CTr-UBND', 'I. MỤC TIÊU', 'II. CHỈ TIÊU', 'III. NHIỆM VỤ', '1. =1+1 &lt;Sửa&gt; đường &amp; cầu'])
      expect(words).toContain(line)
    expect(words).toContain('- Sản phẩm, chỉ tiêu: Hộ hiến đất: 12,5 %')
    expect(words.join()).not.toMatch(/dự thảo|DỰ THẢO/)
  })

  test('a plan that is a published paper of the issuer carries its number and day, and no kind twice', async () => {
    const { id } = await aDocumentRow(site.db, ['Một việc.'])
    await site.db
      .updateTable('documents')
      .set({ number: '37/KH-UBND', issuer: 'Ủy ban nhân dân thị xã Phước Long' })
      .where('id', '=', id)
      .execute()
    const plan = await aProgrammeRow(site.db, { documentId: id, title: 'Kế hoạch 37/KH-UBND thực hiện Nghị quyết' })
    const words = await paragraphsOf(outPaths.programme(plan.slug))
    for (const line of ['Số: 37/KH-UBND', 'KẾ HOẠCH', 'Thực hiện Nghị quyết', 'Phước Long, ngày 09 tháng 02 năm 2026'])
      expect(words).toContain(line)
    await site.db.updateTable('documents').set({ issuer: 'Ủy ban nhân dân tỉnh' }).where('id', '=', id).execute()
    expect(await paragraphsOf(outPaths.programme(plan.slug))).toContain('Số: ……/CTr-UBND')
  })

  test('the appendix alone has one section, across', async () => {
    const zip = readZip((await get(outPaths.assignment(slug))).rawPayload)!
    expect(zip.read('word/document.xml')!.match(/<w:sectPr/g)).toHaveLength(1)
    expect(zip.read('word/document.xml')).toContain('w:orient="landscape"')
  })

  test('the report tells what was done in the period, what is late and what the people say', async () => {
    const words = await paragraphsOf(`${outPaths.report(slug)}?tu=2026-10-01&den=2026-12-31`)
    expect(words.join()).toContain('quý IV năm 2026')
    const part = (from: string, to: string) => words.slice(words.indexOf(from) + 1, words.indexOf(to))
    expect(part('I. KẾT QUẢ CHUNG', 'II. VIỆC HOÀN THÀNH TRONG KỲ')).toContain('- Đã hoàn thành: 2')
    expect(part('II. VIỆC HOÀN THÀNH TRONG KỲ', 'III. VIỆC QUÁ HẠN')).toEqual(['- =1+1 &lt;Sửa&gt; đường &amp; cầu – 20/11/2026'])
    expect(part('III. VIỆC QUÁ HẠN', 'IV. VIỆC CÒN PHẢI LÀM TRONG KỲ')).toEqual(['- Việc đã quá hạn – 02/11/2026'])
    expect(words).toContain('Nhân dân nhận xét: đã làm 3, làm một phần 0, chưa làm 1 lượt.')
  })

  test('sheets hold text as text: nothing that begins with = calculates', async () => {
    for (const path of [outPaths.assignmentSheet, outPaths.progressSheet]) {
      const { cells, words } = await sheetOf(path(slug))
      expect(words).toContain('=1+1')
      expect(cells).not.toContain('<f>')
    }
  })

  test('wrong days are refused by the name of their field', async () => {
    for (const [query, field] of [
      ['tu=2026-02-30', 'Từ ngày'],
      ['den=x', 'Đến ngày'],
      ['tu=2026-12-31&den=2026-01-01', 'Đến ngày'],
    ]) {
      const response = await get(`${outPaths.report(slug)}?${query}`)
      expect(response.statusCode).toBe(422)
      expect(response.body).toContain(field)
    }
  })
})

describe('drafts', () => {
  test('are hidden from the public like what does not exist', async () => {
    for (const path of Object.values(outPaths)) {
      expect((await get(path(draftSlug))).statusCode).toBe(404)
      expect((await get(path('khong-co'))).statusCode).toBe(404)
    }
  })

  test('are given to officers who read them, marked', async () => {
    const words = await paragraphsOf(outPaths.programme(draftSlug), await site.signIn('lam'))
    expect(words).toContain('DỰ THẢO')
    expect(words).toContain('1. Việc đang soạn')
  })
})
