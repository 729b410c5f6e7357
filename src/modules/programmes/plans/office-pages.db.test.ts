import { beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../../tests/support/app.ts'
import { type FormBrowser, formBrowser } from '../../../../tests/support/office-browser.ts'
import { aDocumentRow, aProgrammeRow, taskRows } from '../../../../tests/support/programme-rows.ts'
import { makePlan } from '../make-programme.ts'
import { paths } from '../paths.ts'

const now = () => new Date('2026-11-26T09:00:00+07:00')
const site = await testApp({ now })
const { db } = site
let editor: FormBrowser
let chairman: FormBrowser
beforeAll(async () => {
  editor = await formBrowser(site, 'tuyet')
  chairman = await formBrowser(site, 'lam')
})

const writer = { personId: 'van-thu', username: 'tuyet', name: 'Tuyết', roles: ['editor' as const], unitId: null }

/** The fold in which the form of an act stands. */
function foldOf(body: string, action: string): string {
  const before = body.slice(0, body.indexOf(`action="${action}"`))
  return body.slice(before.lastIndexOf('<details'))
}

test('the chairman meets a list that holds something', async () => {
  const { slug } = await makePlan({ db, now }, { authorityId: 1 }, writer, {
    title: 'Kế hoạch đang soạn',
    startsOn: null,
    endsOn: null,
    document: null,
  })
  expect((await chairman.get(paths.office)).body).toContain(`href="${paths.officeOne(slug)}"`)
})

describe('a plan whose paper is not public', () => {
  test('says so once it is approved, with the way to the paper; not before, and not when the paper is out', async () => {
    const paper = await aDocumentRow(db, ['Trồng cây.'])
    const page = async (status: 'draft' | 'approved' | 'published') => {
      const { slug } = await aProgrammeRow(db, {
        documentId: paper.id,
        status,
        publishedOn: status === 'published' ? '2026-11-01' : null,
      })
      return (await chairman.get(paths.officeOne(slug))).body
    }
    const says = 'Mở văn bản gốc để công bố'
    expect(await page('published')).not.toContain(says)
    await db.updateTable('documents').set({ status: 'draft' }).where('id', '=', paper.id).execute()
    expect(await page('draft')).not.toContain(says)
    expect(await page('approved')).toContain(says)
    expect(await page('published')).toContain(`<a href="/lam-viec/van-ban/${paper.slug}">${says}</a>`)
  })
})

test('a saved item says that it was saved and leads back to the draft', async () => {
  const draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null })
  const [task] = await taskRows(db, draft, [{ status: 'draft' }])
  const saved = await editor.post(paths.act(draft.slug, 'editItem'), {
    version: '1',
    item: task!.code,
    kind: 'task',
    title: 'Trồng cây dọc đường',
    weight: '1',
  })
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `${paths.item(draft.slug, task!.code)}?xong=1`])
  const { body } = await editor.get(saved.headers.location!)
  expect(body).toMatch(new RegExp(`Đã ghi nhận\\. <a href="${paths.officeOne(draft.slug)}">Về bản soạn</a>`))
})

test('what nothing takes back is folded and said before: the end of a plan, throwing a draft away', async () => {
  const plan = await aProgrammeRow(db)
  const end = foldOf((await chairman.get(paths.officeOne(plan.slug))).body, paths.act(plan.slug, 'end'))
  expect(end).toMatch(/^<details class="govuk-details"><summary[^>]*><span[^>]*>Kết thúc</)
  expect(end).toContain('không mở lại được')
  const draft = await aProgrammeRow(db, { status: 'draft', publishedOn: null })
  const discard = foldOf((await editor.get(paths.officeOne(draft.slug))).body, paths.act(draft.slug, 'discard'))
  expect(discard).toMatch(/^<details class="govuk-details"><summary[^>]*><span[^>]*>Bỏ bản soạn</)
  expect(discard).toContain('không lấy lại được')
})
