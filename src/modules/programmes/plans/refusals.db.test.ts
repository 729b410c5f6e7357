import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { encoded } from '../../../../tests/support/form-fields.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { linksToNothing, problemsShown } from '../../../../tests/support/refused-page.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { listUnits } from '../../accounts/index.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { listTasks } from '../task-repository.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const site = await testApp({ now })
const { db } = site
const scope = { authorityId: 1 }
const [unit] = await listUnits(db, scope)
let editor: FormBrowser
let chairman: FormBrowser
let draft: Programme
let code: string
beforeAll(async () => {
  editor = await formBrowser(site, 'tuyet')
  chairman = await formBrowser(site, 'lam')
})
beforeEach(async () => {
  draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null })
  const [task] = await taskRows(db, draft, [{ status: 'draft' }, { status: 'draft' }])
  code = task!.code
})

type Fields = Record<string, string | string[]>

/** Refused at this field with these words; the rest of what was typed stands there again, and no row has changed. */
async function expectRefusal(
  browser: FormBrowser,
  programme: Programme,
  act: string,
  fields: Fields,
  says: string,
  stays: readonly string[],
) {
  const token = await tokenOf(browser, programme)
  const before = { rows: await rowCounts(db), tasks: await listTasks(db, scope, programme.id) }
  const answer = await browser.postRaw(paths.act(programme.slug, act), encoded({ _csrf: token, version: '1', ...fields }))
  expect([answer.statusCode, problemsShown(answer.body)]).toEqual([422, expect.arrayContaining([expect.stringContaining(says)])])
  expect(linksToNothing(answer.body)).toEqual([])
  for (const typed of stays) expect(answer.body).toContain(typed)
  expect({ rows: await rowCounts(db), tasks: await listTasks(db, scope, programme.id) }).toEqual(before)
}
const tokenOf = async (browser: FormBrowser, programme: Programme) =>
  /name="_csrf" value="([^"]+)"/.exec((await browser.get(paths.officeOne(programme.slug))).body)![1]!

const item = () => ({ kind: 'task', title: 'Việc đang gõ dở', indicator: 'Chỉ số đang gõ dở', partnerIds: [unit!.id] })
const stays = ['Việc đang gõ dở', 'Chỉ số đang gõ dở', `value="${unit!.id}" checked`]
const wrongItems: [string, Fields, string, number[]?][] = [
  ['kind', { kind: 'poem' }, 'Loại: '],
  ['title', { title: ' ' }, 'Tên: chưa có nội dung', [1, 2]],
  ['title', { title: 'x'.repeat(1001) }, 'Tên: dài quá 1000 ký tự', [1, 2]],
  ['title', { title: 'a\u0000' }, 'Tên: có ký tự không lưu được', [1, 2]],
  ['unitId', { unitId: 'phong-y-te' }, 'Cơ quan chủ trì: '],
  ['unitId', { unitId: randomUUID() }, 'Cơ quan chủ trì: không tìm thấy'],
  ['leadWords', { leadWords: 'x'.repeat(301) }, 'Chủ trì, theo chữ của văn bản: dài quá 300'],
  ['personId', { personId: 'khong-ai' }, 'Người phụ trách: không tìm thấy'],
  ['partnerIds', { partnerIds: [unit!.id, randomUUID()] }, 'Cơ quan phối hợp: không tìm thấy'],
  ['partnerIds', { partnerIds: [unit!.id, 'x'] }, 'Cơ quan phối hợp: '],
  ['partnerWords', { partnerWords: `Hội A\n${'x'.repeat(301)}` }, 'Phối hợp, theo chữ của văn bản: dài quá 300'],
  ['startsOn', { startsOn: '2027-02-30' }, 'Từ ngày: ngày không đúng'],
  ['dueOn', { dueOn: '30/6/2027' }, 'Hạn cuối: ngày không đúng'],
  ['dueOn', { startsOn: '2027-02-03', dueOn: '2027-02-02' }, 'Hạn cuối: không được trước ngày bắt đầu'],
  ['dueWords', { dueWords: 'x'.repeat(301) }, 'Thời hạn, theo chữ của văn bản: dài quá 300'],
  ['every', { every: 'sometimes' }, 'Lặp lại: '],
  ['goal', { goal: 'PL-NV-2026-99999' }, 'Phục vụ mục tiêu: không tìm thấy'],
  ['indicator', { indicator: 'x'.repeat(301) }, 'Chỉ số đo: dài quá 300', [0, 2]],
  ['target', { target: 'nhiều' }, 'Mức phải đạt: giá trị không hợp lệ'],
  ['unitOfMeasure', { unitOfMeasure: 'x'.repeat(61) }, 'Đơn vị tính: dài quá 60'],
  ['weight', { weight: '0' }, 'Trọng số: phải từ 1 trở lên'],
  ['weight', { weight: 'nặng' }, 'Trọng số: '],
  ['details', { details: 'x'.repeat(5001) }, 'Nội dung thêm: dài quá 5000'],
]
const kept = (which: number[] = [0, 1, 2]) => which.map((i) => stays[i]!)

describe('a new item', () => {
  test.each(wrongItems)('%s is wrong: %j', (_, wrong, says, which) =>
    expectRefusal(editor, draft, 'addItems', { ...item(), ...wrong }, says, kept(which)),
  )
  test('on a programme that is out it wants a reason', async () => {
    const plan = await aProgrammeRow(db)
    await expectRefusal(editor, plan, 'addItems', { ...item(), reason: ' ' }, 'Lý do: chưa có nội dung', kept())
  })
})

describe('an item of a draft', () => {
  test.each(wrongItems)('%s is wrong: %j', (_, wrong, says, which) =>
    expectRefusal(editor, draft, 'editItem', { ...item(), item: code, ...wrong }, says, kept(which)),
  )
  test.each<[string, string, Fields, string, string[]]>([
    ['the first half', 'splitItem', { first: '', second: 'Nửa sau đang gõ' }, 'Việc thứ nhất: chưa có nội dung', ['Nửa sau đang gõ']],
    [
      'the second half',
      'splitItem',
      { first: 'Nửa đầu đang gõ', second: 'x'.repeat(1001) },
      'Việc thứ hai: dài quá 1000',
      ['Nửa đầu đang gõ'],
    ],
    ['the new place', 'moveItem', { to: 'cuối' }, 'Chỗ mới: ', ['value="cuối"']],
    ['a place before the first', 'moveItem', { to: '0' }, 'Chỗ mới: phải từ 1 trở lên', ['value="0"']],
  ])('%s is wrong', (_, act, fields, says, typed) => expectRefusal(editor, draft, act, { item: code, ...fields }, says, typed))
})

describe('a plan', () => {
  test.each<[string, Fields, string, string[]]>([
    ['its name is empty', { title: '', endsOn: '2027-12-31' }, 'Tên: chưa có nội dung', ['value="2027-12-31"']],
    ['its name is too long', { title: 'x'.repeat(301), endsOn: '2027-12-31' }, 'Tên: dài quá 300', ['value="2027-12-31"']],
    ['its first day is none', { title: 'Tên đang gõ', startsOn: 'mai' }, 'Từ ngày: ngày không đúng', ['value="Tên đang gõ"']],
    [
      'its last day is before the first',
      { title: 'Tên đang gõ', startsOn: '2027-02-02', endsOn: '2027-02-01' },
      'Đến ngày: không được trước ngày bắt đầu',
      ['value="Tên đang gõ"', 'value="2027-02-02"'],
    ],
  ])('%s', (_, fields, says, typed) => expectRefusal(editor, draft, 'edit', { startsOn: '', endsOn: '', ...fields }, says, typed))

  test.each<[string, Fields, string, string[]]>([
    ['no agency', { dueOn: '2027-03-01' }, 'Cơ quan: cần ít nhất 1', ['value="2027-03-01"']],
    ['an agency that there is not', { unitIds: [unit!.id, randomUUID()], dueOn: '2027-03-01' }, 'Cơ quan: không tìm thấy', [stays[2]!]],
    ['no day', { unitIds: unit!.id, dueOn: '' }, 'Hạn cuối: ', [stays[2]!]],
    ['a day that is over', { unitIds: unit!.id, dueOn: '2026-11-25' }, 'Hạn cuối: phải là một ngày sau hôm nay', [stays[2]!]],
  ])('is given to agencies: %s', async (_, fields, says, typed) => {
    await expectRefusal(chairman, await aProgrammeRow(db), 'cascade', fields, says, typed)
  })

  test('is returned with a reason', async () => {
    const submitted = await aProgrammeRow(db, { status: 'submitted', publishedOn: null })
    await expectRefusal(chairman, submitted, 'return', { reason: ' ' }, 'Lý do: chưa có nội dung', [])
  })
})
