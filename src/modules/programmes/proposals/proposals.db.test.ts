import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { encoded, formFields } from '../../../../tests/support/form-fields.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { headTable, type Part, planFile } from '../../../../tests/support/plans/plan-file.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { docx, zipOf } from '../../../../tests/support/sample-files.ts'
import { paths } from '../paths.ts'
import { listTasks } from '../task-repository.ts'
import { listProposals } from './proposal-repository.ts'
import { CARDS } from './view.ts'

const site = await testApp()
const { db } = site
const scope = { authorityId: 1 }
let editor: FormBrowser
beforeAll(async () => {
  editor = await formBrowser(site, 'tuyet')
})

const deeds = [
  'tổ chức khám bệnh miễn phí cho người già',
  'sửa chữa đường ngõ của khu phố',
  'vận động hộ dân phân loại rác',
  'mở lớp dạy nghề cho thanh niên',
]
const leads = ['Phòng Y tế', 'Đội Quản lý đô thị', 'Phòng Tư pháp', 'UBND phường Long Thủy']
const sentence = (i: number) =>
  `${leads[i % 4]} chủ trì, phối hợp với Phòng Nội vụ ${deeds[i % 4]} số ${i + 1}, hoàn thành trước ngày ${(i % 28) + 1}/${(i % 12) + 1}/2027.`
const PER_SECTION = 100
const section = (roman: string, from: number) => [
  { bold: `${roman}. NHIỆM VỤ PHẦN ${roman}` },
  ...Array.from({ length: PER_SECTION }, (_, i) => `${i + 1}. ${sentence(from + i)}`),
]
const parts: Part[] = [
  headTable('ỦY BAN NHÂN DÂN\nTHỊ XÃ PHƯỚC LONG', '300/KH-UBND', 'Phước Long, ngày 5 tháng 1 năm 2027'),
  { bold: 'KẾ HOẠCH' },
  { bold: 'Ba trăm việc của năm 2027' },
  ...section('I', 0),
  ...section('II', PER_SECTION),
  ...section('III', 2 * PER_SECTION),
]
const pasted = parts.map((part) => (typeof part === 'string' ? part : 'bold' in part ? part.bold : '')).join('\n')
const file = (content: Buffer, name = 'ke-hoach.docx') => [{ name, content, field: 'file' }]
const create = (fields: Record<string, string>, files: ReturnType<typeof file> = []) => editor.postFiles(paths.create, fields, files)
const slugOf = (location: unknown) => String(location).split('/').at(-2)!

async function readPlan(): Promise<{ slug: string; id: string; address: string }> {
  const made = await create({}, file(planFile({ parts })))
  expect([made.statusCode, made.headers.location], made.body.slice(0, 500)).toEqual([303, expect.stringMatching(/doc-ke-hoach$/)])
  const slug = slugOf(made.headers.location)
  const { id } = await db.selectFrom('programmes').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return { slug, id, address: paths.proposals(slug) }
}
const fieldsOf = async (address: string, query = '') => formFields((await editor.get(`${address}${query}`)).body, address)
const press = (address: string, fields: Record<string, string | string[]>, button: string) =>
  editor.postRaw(address, encoded({ ...fields, do: button }))
const placesIn = (fields: object) => Object.keys(fields).flatMap((name) => (name.startsWith('title-') ? [Number(name.slice(6))] : []))

describe('a plan of three hundred sentences', () => {
  test('is read from a Word file through the server, and from the same words pasted', async () => {
    const { id, address } = await readPlan()
    const proposals = await listProposals(db, scope, id)
    expect(proposals.filter(({ sure }) => sure !== null).length).toBeGreaterThanOrEqual(300)
    const page = await editor.get(address)
    expect(page.statusCode).toBe(200)
    expect(page.body.match(/<section class="card pad"/g)).toHaveLength(CARDS)
    expect(page.body.length).toBeLessThan(400_000)
    expect(page.body).toContain('NHIỆM VỤ PHẦN I')
    const kept = await db
      .selectFrom('files')
      .innerJoin('programmes', 'programmes.document_id', 'files.matter_id')
      .select(['original_name', 'visibility', 'matter_type'])
      .where('programmes.id', '=', id)
      .execute()
    expect(kept).toEqual([{ original_name: 'ke-hoach.docx', visibility: 'internal', matter_type: 'document' }])

    const other = await create({ text: pasted })
    expect([other.statusCode, other.body.slice(0, 300)]).toEqual([303, ''])
    const { id: pastedId } = await db
      .selectFrom('programmes')
      .select('id')
      .where('slug', '=', slugOf(other.headers.location))
      .executeTakeFirstOrThrow()
    const sure = async (of: string) => (await listProposals(db, scope, of)).filter((one) => one.sure !== null).length
    expect(await sure(pastedId)).toBe(await sure(id))
  })

  test('is walked page by page; what is mended on the way is kept, and nothing is taken by it', async () => {
    const { id, address } = await readPlan()
    const before = await listProposals(db, scope, id)
    const seen: number[] = []
    let fields = await fieldsOf(address)
    for (;;) {
      const places = placesIn(fields)
      seen.push(...places)
      fields[`due-${places[0]}`] = 'trong quý II'
      const next = before.find(({ place }) => place > places.at(-1)!)?.place
      const answer = await press(address, fields, next === undefined ? 'save' : `go:all:${next}`)
      expect(answer.statusCode).toBe(303)
      if (next === undefined) break
      fields = formFields((await editor.get(String(answer.headers.location))).body, address)
    }
    expect(seen).toEqual(before.map(({ place }) => place))
    const after = await listProposals(db, scope, id)
    expect(after.filter(({ dueWords }) => dueWords === 'trong quý II').map(({ place }) => place)).toEqual(
      seen.filter((_, i) => i % CARDS === 0),
    )
    expect(after.map(({ ticked, joined, title }) => [ticked, joined, title])).toEqual(
      before.map(({ ticked, joined, title }) => [ticked, joined, title]),
    )
    expect(await listTasks(db, scope, id)).toEqual([])
  })

  test('two officers on one page: what each mended is kept; the same card is not overwritten unseen', async () => {
    const { id, address } = await readPlan()
    const [first, second] = [await fieldsOf(address), await fieldsOf(address)]
    const [a, b, c] = placesIn(first)
    const titleOf = async (place: number) => (await listProposals(db, scope, id)).find((one) => one.place === place)!.title
    expect(
      (await press(address, { ...first, [`title-${a}`]: 'Chữ của người thứ nhất', [`title-${b}`]: 'Cùng chữ' }, 'save')).statusCode,
    ).toBe(303)

    const sent = { ...second, [`title-${b}`]: 'Cùng chữ', [`title-${c}`]: 'Chữ của người thứ hai' }
    expect((await press(address, sent, 'save')).statusCode).toBe(303)
    expect(await titleOf(a!)).toBe('Chữ của người thứ nhất')
    expect(await titleOf(c!)).toBe('Chữ của người thứ hai')

    const third = { ...first, [`title-${c}`]: 'Chữ khác nữa' }
    const refused = await press(address, third, 'save')
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('người khác vừa sửa mục này và đã lưu “Chữ của người thứ hai”')
    expect(refused.body).toContain('Chữ khác nữa')
    expect(await titleOf(c!)).toBe('Chữ của người thứ hai')
    expect((await press(address, formFields(refused.body, address), 'save')).statusCode).toBe(303)
    expect([await titleOf(c!), await titleOf(a!)]).toEqual(['Chữ khác nữa', 'Chữ của người thứ nhất'])
  })

  test('one wrong card of a page: the field is named, all that was typed stays, nothing is written', async () => {
    const { id, address } = await readPlan()
    const fields = await fieldsOf(address)
    const [first, second, third] = placesIn(fields) as [number, number, number]
    const typed = {
      ...fields,
      [`title-${second}`]: '  ',
      [`dueOn-${third}`]: '2027-02-30',
      [`title-${first}`]: 'Việc đã sửa trên trang này',
    }
    delete typed[`take-${first}`]
    const rows = await rowCounts(db)
    const before = await listProposals(db, scope, id)
    const answer = await press(address, typed, 'take')
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`Nội dung (mục ${second}): chưa có nội dung`)
    expect(answer.body).toContain(`Ngày cuối (mục ${third}): ngày không đúng`)
    for (const name of [`title-${second}`, `dueOn-${third}`]) expect(answer.body).toContain(`href="#${name}"`)
    const again = formFields(answer.body, address)
    expect(again[`title-${first}`]).toBe('Việc đã sửa trên trang này')
    expect(again[`take-${first}`]).toBeUndefined()
    expect(again[`take-${second}`]).toBe('true')
    expect([await rowCounts(db), await listProposals(db, scope, id)]).toEqual([rows, before])
  })

  test('what an item cannot hold is named at its card, and the officer is led to it from any page', async () => {
    const { address } = await readPlan()
    const fields = await fieldsOf(address, `?xem=all&tu=${CARDS + 1}`)
    const [place] = placesIn(fields) as [number]
    const long = { ...fields, [`title-${place}`]: 'Việc '.repeat(300) }
    const here = await press(address, long, 'take')
    expect(here.statusCode).toBe(422)
    expect(here.body).toContain(`Nội dung (mục ${place}): dài quá 1000 ký tự`)
    // Saved as it is, and refused when all that is sure is taken from the first page.
    expect((await press(address, long, 'save')).statusCode).toBe(303)
    const there = await press(address, await fieldsOf(address), 'takeSure')
    expect(there.statusCode).toBe(422)
    expect(there.body).toContain(`id="title-${place}"`)
  })

  test('a page of it is taken, then all that is sure of every page, and what is not taken waits', async () => {
    const { id, address } = await readPlan()
    const fields = await fieldsOf(address)
    const one = await press(address, fields, 'take')
    expect([one.statusCode, one.headers.location]).toEqual([303, `${address}?xem=all&tu=1&da=nhan`])
    const ticked = placesIn(fields).filter((place) => fields[`take-${place}`])
    expect(await listTasks(db, scope, id)).toHaveLength(ticked.length)
    expect((await listProposals(db, scope, id)).filter(({ takenOn }) => takenOn).map(({ place }) => place)).toEqual(ticked)

    const next = await editor.get(String(one.headers.location))
    expect(next.body).toContain('Đã nhận các mục đã chọn.')
    const rest = await press(address, formFields(next.body, address), 'takeSure')
    expect(rest.statusCode).toBe(303)
    const left = (await listProposals(db, scope, id)).filter(({ takenOn }) => takenOn === null)
    expect(left.filter(({ ticked: isTicked, sure }) => isTicked && sure! >= 0.75)).toEqual([])
    expect((await listTasks(db, scope, id)).length).toBeGreaterThanOrEqual(300)
  })

  test('a view shows what is as sure as it says, and only reads for who may not take', async () => {
    const { address, id } = await readPlan()
    const proposals = await listProposals(db, scope, id)
    const unread = proposals.filter(({ sure }) => sure === null).map(({ place }) => place)
    expect(placesIn(await fieldsOf(address, '?xem=unread'))).toEqual(unread.slice(0, CARDS))
    const reader = await formBrowser(site, 'nam')
    const page = await reader.get(`${address}?xem=high`)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('name="do" value="take"')
    expect(page.body).toContain('xem=high&amp;tu=')
  })
})

describe('what cannot be read', () => {
  const big = Buffer.alloc(10 * 1024 * 1024 + 1, 'x')
  test.each([
    ['a scan', {}, file(docx('<w:p><w:r><w:drawing/></w:r></w:p>')), 'file', 'chỉ có ảnh chụp'],
    ['another ZIP', {}, file(zipOf({ a: 'b' })), 'file', 'Tệp “ke-hoach.docx”'],
    ['a file that is too large', {}, file(big), 'file', 'lớn hơn 10 MB'],
    ['words with a sign that cannot be kept', { text: 'I. NHIỆM VỤ\u0000' }, [], 'text', 'ký tự không lưu được'],
    ['two sources', { text: 'I. NHIỆM VỤ' }, file(planFile({ parts })), 'file', 'một nguồn'],
    ['a paper that is not here', { document: 'khong-co' }, [], 'document', 'chưa có nội dung'],
    ['nothing', {}, [], 'title', 'Tên: chưa có nội dung'],
    ['a title that is too long', { title: 'x'.repeat(301), text: 'I. NHIỆM VỤ' }, [], 'title', 'Tên: dài quá 300'],
    ['a day that there is not', { text: 'I. NHIỆM VỤ', startsOn: '2027-02-30' }, [], 'startsOn', 'Từ ngày: ngày không đúng'],
    [
      'an end before the start',
      { text: 'I. NHIỆM VỤ', startsOn: '2027-02-03', endsOn: '2027-02-02' },
      [],
      'endsOn',
      'Đến ngày: không được trước',
    ],
  ] as const)('%s: the field is named, what was typed stays, nothing is written', async (_, fields, files, field, says) => {
    const before = await rowCounts(db)
    const typed = { title: 'Kế hoạch giữ chữ', startsOn: '', endsOn: '', ...fields }
    const answer = await create(_ === 'nothing' ? { ...typed, title: '' } : typed, [...files])
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(says)
    expect(answer.body).toContain(`href="#${field}"`)
    expect(answer.body).toMatch(new RegExp(`id="${field}"`))
    if ('text' in fields) expect(answer.body).toContain('I. NHIỆM VỤ</textarea>'.replace('</textarea>', ''))
    if (_ !== 'nothing') expect(formFields(answer.body, paths.create)['title']).toBe(typed.title)
    expect(await rowCounts(db)).toEqual(before)
  })
})
