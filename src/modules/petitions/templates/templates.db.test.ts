import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser, rowsWritten } from '../../../../tests/support/office-browser.ts'
import { officeCases } from '../../../../tests/support/office-cases.ts'
import { TEMPLATES } from './paths.ts'
import { createTemplate, findTemplate, listTemplates, listVersions } from './template-repository.ts'

const site = await testApp()
const { db } = site
const cases = await officeCases(site)
const scope = { authorityId: 1 }
const browsers = new Map<string, FormBrowser>()
const everybody = ['visitor', 'hoa', 'nam', 'mai', 'dung', 'lam', 'phuc', 'khanh', 'binh'] as const
const as = (name: string) => browsers.get(name)!
const words = {
  title: 'Đã nạo vét cống',
  outcome: 'solved',
  text: 'Việc {{ten_viec}} ({{ma}}), nhận {{ngay_nhan}}: {{don_vi}} đã làm xong.',
} as const
const written = { by: 'dung', at: new Date('2026-11-22T03:00:00Z') }
const make = (unitId: string | null, change: Partial<Record<keyof typeof words, string>> = {}) =>
  db.transaction().execute((trx) => createTemplate(trx, scope, unitId, { ...words, ...change } as typeof words, written))
const idOf = (location: unknown) => /mau-tra-loi\/([0-9a-f-]+)\?/.exec(String(location))![1]!
const rows = async () => ({
  templates: await db.selectFrom('answer_templates').selectAll().orderBy('id').execute(),
  versions: await db.selectFrom('answer_template_versions').selectAll().orderBy('template_id').orderBy('version').execute(),
})
let otherUnit: string

beforeAll(async () => {
  for (const name of everybody) browsers.set(name, await formBrowser(site, name === 'visitor' ? undefined : name))
  const unit = await db.selectFrom('units').select('id').where('id', '<>', cases.unitId).orderBy('id').executeTakeFirstOrThrow()
  otherUnit = unit.id
})

describe('who words templates', () => {
  const passed = (answer: { statusCode: number; headers: { location?: string | undefined } }) =>
    answer.statusCode !== 403 && answer.statusCode !== 404 && !(answer.headers.location ?? '').startsWith('/dang-nhap')

  test('every route is for heads of unit and the chairman; nobody else changes anything', async () => {
    const id = await make(cases.unitId)
    const before = await rows()
    for (const name of everybody) {
      const browser = as(name)
      const answers = [
        await browser.get(TEMPLATES),
        await browser.get(`${TEMPLATES}/moi`),
        await browser.post(`${TEMPLATES}/moi`, {}),
        await browser.get(`${TEMPLATES}/${id}`),
        await browser.post(`${TEMPLATES}/${id}`, {}),
      ]
      expect([name, ...answers.map(passed)]).toEqual([name, ...answers.map(() => ['dung', 'lam'].includes(name))])
      if (['dung', 'lam'].includes(name)) continue
      for (const path of ['ngung', 'dung-lai']) expect(passed(await browser.post(`${TEMPLATES}/${id}/${path}`, {}))).toBe(false)
    }
    expect(await rows()).toEqual(before)
  })

  test('a head changes the own unit’s, reads what is for all, and does not learn of another unit’s', async () => {
    const forAll = await make(null)
    const others = await make(otherUnit, { title: 'Mẫu của đơn vị khác' })
    const before = await rows()
    const read = await as('dung').get(`${TEMPLATES}/${forAll}`)
    expect(read.statusCode).toBe(200)
    expect(read.body).toContain('lãnh đạo đơn vị chỉ xem')
    for (const path of ['', '/ngung', '/dung-lai']) {
      expect((await as('dung').post(`${TEMPLATES}/${forAll}${path}`, { ...words, version: '1' })).statusCode).toBe(403)
      expect((await as('dung').post(`${TEMPLATES}/${others}${path}`, { ...words, version: '1' })).statusCode).toBe(404)
    }
    expect((await as('dung').get(`${TEMPLATES}/${others}`)).statusCode).toBe(404)
    expect((await as('dung').get(TEMPLATES)).body).not.toContain('Mẫu của đơn vị khác')
    expect((await as('lam').get(TEMPLATES)).body).toContain('Mẫu của đơn vị khác')
    expect(await rows()).toEqual(before)
    expect((await as('lam').get(`${TEMPLATES}/khong-phai-ma`)).statusCode).toBe(404)
  })

  test('a head’s template is the unit’s, the chairman’s is for all', async () => {
    for (const [name, unitId] of [
      ['dung', cases.unitId],
      ['lam', null],
    ] as const) {
      const done = await as(name).post(`${TEMPLATES}/moi`, words)
      expect(done.statusCode).toBe(303)
      expect(await findTemplate(db, scope, idOf(done.headers.location))).toMatchObject({ ...words, unitId, version: 1, retiredAt: null })
    }
  })
})

describe('what a template says', () => {
  test.each([
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(151) }, 'title'],
    [{ outcome: 'maybe' }, 'outcome'],
    [{ text: ' ' }, 'text'],
    [{ text: 'x'.repeat(10_001) }, 'text'],
    [{ text: 'Gửi {{ten_nguoi_gui}}, đơn {{ma}}' }, 'text'],
  ])('%o is refused at %s, nothing is written, what was typed is kept', async (change, field) => {
    const before = await rows()
    const refused = await as('dung').post(`${TEMPLATES}/moi`, { ...words, ...change })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(`id="${field}-error"`)
    const kept = field === 'title' ? words.text : words.title
    expect(refused.body).toContain(kept)
    expect(await rows()).toEqual(before)
  })

  test('an unknown placeholder is named', async () => {
    const refused = await as('dung').post(`${TEMPLATES}/moi`, { ...words, text: 'Gửi {{ten_nguoi_gui}}' })
    expect(refused.body).toContain('không có chỗ điền nào tên “{{ten_nguoi_gui}}”')
  })

  test('each change is a version; two writers at once make one version and one refusal', async () => {
    const id = await make(cases.unitId)
    const change = (title: string, version: string) => as('dung').post(`${TEMPLATES}/${id}`, { ...words, title, version })
    const answers = await Promise.all(['Bản của Dũng', 'Bản khác'].map((title) => change(title, '1')))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)!
    expect(refused.body).toContain('vừa được người khác sửa')
    expect(refused.body).toContain('name="version" value="2"')
    expect((await listVersions(db, scope, id)).map(({ version, title }) => [version, title])).toEqual([
      [2, expect.stringMatching(/^Bản/)],
      [1, words.title],
    ])
    expect((await change('Bản sau', '2')).statusCode).toBe(303)
    expect(await findTemplate(db, scope, id)).toMatchObject({ title: 'Bản sau', version: 3 })
  })

  test('lists page by key and come whole', async () => {
    const all = await listTemplates(db, scope, null, null, 1000)
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<typeof listTemplates>> = await listTemplates(db, scope, null, after, 2)
      seen.push(...page.items.map(({ id }) => id))
      if (page.next === null) break
      after = page.items.at(-1)!.id
    }
    expect(seen).toEqual(all.items.map(({ id }) => id))
    expect((await as('lam').get(`${TEMPLATES}?after=x`)).statusCode).toBe(422)
    expect(await listTemplates(db, { authorityId: 2 }, null, null, 10)).toEqual({ items: [], next: null })
  })
})

describe('on a case', () => {
  const page = async (code: string, mau: string, name = 'nam') => (await as(name).get(`/lam-viec/don/${code}?mau=${mau}`)).body
  const box = (body: string) => /<textarea[^>]*id="draftAnswer-text"[^>]*>([^<]*)</.exec(body)?.[1]

  test('the chosen template stands in the answer box with the facts of the case, and nothing is written', async () => {
    const id = await make(cases.unitId)
    const petition = await cases.aCase('verifying', { kind: 'feedback', subject: 'Cống nghẹt' })
    const before = await rowsWritten(db)
    const body = await page(petition.code, id)
    expect(box(body)).toMatch(new RegExp(`^Việc Cống nghẹt \\(${petition.code}\\), nhận \\d\\d/\\d\\d/\\d{4}: .+ đã làm xong\\.$`))
    expect(/<input[^>]*value="solved"[^>]*>/.exec(body)?.[0]).toContain('checked')
    expect(await rowsWritten(db)).toEqual(before)
  })

  test('of a case that may be published, what was cut out of its name does not come back, nor does the filer’s name', async () => {
    const id = await make(null, { text: 'Trả lời việc {{ten_viec}}.' })
    const petition = await cases.aCase('verifying', { kind: 'feedback', subject: 'Ông Tư Bê lấn đường' })
    await db.updateTable('petitions').set({ public_subject: 'Ông […] lấn đường' }).where('id', '=', petition.id).execute()
    const { publish } = await db.selectFrom('petitions').select('publish').where('id', '=', petition.id).executeTakeFirstOrThrow()
    expect(publish).toBe(true)
    expect(box(await page(petition.code, id))).toBe('Trả lời việc Ông […] lấn đường.')
  })

  test('retired ones, another unit’s and nonsense fill nothing; taken into use again it does', async () => {
    const petition = await cases.aCase('verifying', { kind: 'feedback' })
    const retired = await make(cases.unitId)
    expect((await as('dung').post(`${TEMPLATES}/${retired}/ngung`, {})).statusCode).toBe(303)
    const others = await make(otherUnit)
    for (const mau of [retired, others, 'x', '']) expect(box(await page(petition.code, mau))).toBe('')
    expect(await page(petition.code, '')).not.toContain(`value="${retired}"`)
    await as('dung').post(`${TEMPLATES}/${retired}/dung-lai`, {})
    expect(box(await page(petition.code, retired))).not.toBe('')
  })

  test('whoever may not answer is offered none', async () => {
    const id = await make(null)
    const petition = await cases.aCase('verifying', { kind: 'feedback' })
    for (const name of ['hoa', 'phuc']) expect(await page(petition.code, id, name)).not.toContain('mau-tra-loi')
  })
})
