import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { linksToNothing, problemsShown } from '../../../../tests/support/refused-page.ts'
import { rowCounts } from '../../../../tests/support/rows.ts'
import { pdf, photoWithPlace } from '../../../../tests/support/sample-files.ts'
import { storedFiles } from '../../../../tests/support/stored-files.ts'
import { paths } from '../paths.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const site = await testApp({ now })
const { db } = site
const [task] = await taskRows(db, await aProgrammeRow(db), [{ status: 'done' }])
let resident: FormBrowser
let inspector: FormBrowser
beforeAll(async () => {
  resident = await formBrowser(site)
  inspector = await formBrowser(site, 'phuc')
})
const kept = async () => ({ rows: await rowCounts(db), bytes: await storedFiles(site) })
const photo = await photoWithPlace()
const photos = (n: number) => Array.from({ length: n }, (_, i) => ({ name: `${i + 1}.jpg`, content: photo, field: 'photos' }))

describe('what a resident says', () => {
  const typed = { said: 'partly', words: 'Mới trồng được một nửa.', name: 'Người đầu ngõ' }
  test.each<[string, Record<string, string>, ReturnType<typeof photos>, string, (keyof typeof typed)[]]>([
    ['nothing chosen', { said: '' }, [], 'Việc này đã xong chưa: ', ['words', 'name']],
    ['a choice that there is not', { said: 'maybe' }, photos(1), 'Việc này đã xong chưa: ', ['words', 'name']],
    ['words that are too long', { words: 'x'.repeat(2001) }, photos(1), 'Lời nhận xét: dài quá 2000', ['name']],
    ['words that cannot be kept', { words: 'a\u0000' }, [], 'Lời nhận xét: có ký tự không lưu được', ['name']],
    ['a name that is too long', { name: 'x'.repeat(61) }, [], 'Tên hiển thị: dài quá 60', ['words']],
    [
      'a paper in place of a photo',
      {},
      [{ name: 'a.pdf', content: pdf(), field: 'photos' }],
      'Tệp “a.pdf” không phải là ảnh',
      ['words', 'name'],
    ],
    ['too many photos', {}, photos(4), 'nhiều nhất 3 ảnh', ['words', 'name']],
    ['a field that there is not', { vote: '9' }, [], 'vote', ['words', 'name']],
  ])('%s: the field is named, what was typed stays, nothing is kept', async (_, wrong, files, says, stays) => {
    const before = await kept()
    const answer = await resident.postFiles(paths.verdict(task!.code), { ...typed, ...wrong }, files)
    expect([answer.statusCode, problemsShown(answer.body)]).toEqual([422, [expect.stringContaining(says)]])
    if (!('vote' in wrong)) expect(linksToNothing(answer.body)).toEqual([])
    for (const field of stays) expect(answer.body).toContain(typed[field])
    if (!('said' in wrong)) expect(answer.body).toMatch(/value="partly" checked/)
    expect(await kept()).toEqual(before)
  })
})

describe('what the inspectorate says', () => {
  const typed = { body: 'inspectorate', said: 'not', words: 'Đã xem tại chỗ ngày 20/11.', minutes: '04/BB-TTND' }
  test.each<[string, Record<string, string>, string, (keyof typeof typed)[]]>([
    ['no body', { body: '' }, 'Nhận xét của: ', ['words', 'minutes']],
    ['nothing chosen', { said: '' }, 'Việc này đã xong chưa: ', ['words', 'minutes']],
    ['no words', { words: ' ' }, 'Lời nhận xét: chưa có nội dung', ['minutes']],
    ['no minutes', { minutes: '' }, 'Số biên bản: chưa có nội dung', ['words']],
    ['minutes that are too long', { minutes: 'x'.repeat(41) }, 'Số biên bản: dài quá 40', ['words']],
  ])('%s: the field is named, what was typed stays, nothing is kept', async (_, wrong, says, stays) => {
    const before = await kept()
    const answer = await inspector.post(`${paths.officeTask(task!.code)}/nhan-xet`, { ...typed, ...wrong })
    expect([answer.statusCode, problemsShown(answer.body)]).toEqual([422, [expect.stringContaining(says)]])
    expect(linksToNothing(answer.body)).toEqual([])
    for (const field of stays) expect(answer.body).toContain(typed[field])
    expect(await kept()).toEqual(before)
  })
})
