import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Task } from '../../src/modules/programmes/task.ts'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { aProgrammeRow, taskRows } from '../support/programme-rows.ts'
import { pdf, photoWithPlace } from '../support/sample-files.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const phone = { viewport: { width: 390, height: 844 } }
let task: Task
let address = ''

beforeAll(async () => {
  const plan = await aProgrammeRow(site.db)
  const [first] = await taskRows(site.db, plan, [{ status: 'done', title: 'Lát gạch vỉa hè đường Đinh Tiên Hoàng' }])
  task = first!
  address = `/loi-hua/viec/${task.code}/nhan-xet`
})

async function expectClean(page: Page, width = 390): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, width))], page.url()).toEqual([])
}
const photo = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await photoWithPlace({}) })

test('a resident on a phone, without JavaScript and without an account, is refused by the field, keeps the words, and sends photos', async () => {
  const context = await site.visit(null, { ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByLabel('Lời nhận xét').fill('Đoạn trước trường học còn bong gạch.')
  await page.getByLabel('Tên hiển thị').fill('Cô Sáu, khu phố 3')
  await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
  expect(await page.locator('.govuk-error-summary a[href="#said"]').count()).toBe(1)
  expect(await page.getByLabel('Lời nhận xét').inputValue()).toBe('Đoạn trước trường học còn bong gạch.')
  expect(await overflow(page, 390)).toEqual([])

  await page.getByLabel('Xong một phần').check()
  await page.getByLabel('Ảnh chụp').setInputFiles({ name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: pdf() })
  await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
  await page.getByRole('link', { name: 'Tệp “bien-ban.pdf” không phải là ảnh' }).waitFor()
  expect(await page.getByLabel('Xong một phần').isChecked()).toBe(true)

  await page.getByLabel('Ảnh chụp').setInputFiles(await Promise.all(['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'].map(photo)))
  await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
  await page.getByRole('link', { name: 'nhiều nhất 3 ảnh' }).waitFor()
  const nothing = await site.db.selectFrom('verdict_words').select('id').execute()
  expect(nothing).toEqual([])

  await page.getByLabel('Ảnh chụp').setInputFiles([await photo('nha-toi.jpg'), await photo('truong.jpg')])
  await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
  await page.getByRole('heading', { name: 'Đã ghi nhận xét của bạn' }).waitFor()
  await page.getByText(/^PL-NX-\d{4}-\d{5}$/).waitFor()
  expect(await overflow(page, 390)).toEqual([])

  await page.goto(address)
  await page.getByText('Bạn đã nhận xét việc này.').waitFor()
  expect(await page.getByRole('button', { name: 'Gửi nhận xét' }).count()).toBe(0)
  const files = await site.db.selectFrom('files').select(['original_name', 'visibility']).where('matter_type', '=', 'verdict').execute()
  expect(files.map(({ original_name, visibility }) => [original_name, visibility])).toEqual([
    ['anh-1.jpg', 'internal'],
    ['anh-2.jpg', 'internal'],
  ])
  await context.close()
})

test('form, refusal and thanks are clean on a phone and on a desk, in both languages', async () => {
  for (const width of [390, 1280]) {
    const context = await site.visit(null, { viewport: { width, height: 844 } })
    const faults = watchFaults(context, site.base)
    const page = await context.newPage()
    await page.goto(`/en${address}`)
    await expectClean(page, width)
    await page.goto(address)
    await expectClean(page, width)
    await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
    await page.getByRole('alert').waitFor()
    await expectClean(page, width)
    await page.getByLabel('Chưa xong').check()
    await page.getByLabel('Lời nhận xét').fill(`Xem ở ${width} điểm ảnh.`)
    await page.getByRole('button', { name: 'Gửi nhận xét' }).click()
    await page.getByText('Mã bí mật').first().waitFor()
    await expectClean(page, width)
    expect(faults).toEqual([])
    await context.close()
  }
})

test('the moderator sees the photos and approves; then everybody sees them, drawn anew, with what was said', async () => {
  const [{ id }] = (await site.db
    .selectFrom('files')
    .select('id')
    .where('matter_type', '=', 'verdict')
    .orderBy('uploaded_at')
    .execute()) as [{ id: string }]
  const visitor = await site.visit(null, phone)
  expect((await visitor.request.get(`/anh/${id}.jpg`)).status()).toBe(404)
  expect((await visitor.request.get(`/tep/${id}`)).status()).toBe(404)

  const context = await site.visit('tuyet', { viewport: { width: 1280, height: 844 } })
  const page = await context.newPage()
  await page.goto('/lam-viec/kiem-duyet')
  await page.getByText('Đoạn trước trường học còn bong gạch.').waitFor()
  expect(await page.locator('.photo-row img').count()).toBe(2)
  await expectClean(page, 1280)
  await page.getByRole('link', { name: /Cô Sáu, khu phố 3/ }).click()
  await expectClean(page, 1280)
  await page.getByRole('button', { name: 'Duyệt' }).first().click()
  await page.waitForLoadState()

  const shown = await visitor.request.get(`/anh/${id}.jpg`)
  expect(shown.status()).toBe(200)
  expect((await shown.body()).includes(Buffer.from('Exif'))).toBe(false)
  const { items, residents } = await (await visitor.request.get(`/api/v1/tasks/${task.code}/verdicts`)).json()
  expect(residents).toEqual({ done: 0, partly: 1, not: 2 })
  expect(items).toMatchObject([{ said: 'partly', name: 'Cô Sáu, khu phố 3', photos: [expect.any(String), expect.any(String)] }])
  await visitor.close()
  await context.close()
})

test('the Front records its verdict and the inspectorate’s by its minutes', async () => {
  const context = await site.visit('phuc', phone)
  const page = await context.newPage()
  await page.goto(`/lam-viec/nhiem-vu/${task.code}/nhan-xet`)
  await expectClean(page)
  await page.getByLabel('Ban Thanh tra nhân dân').check()
  await page.getByLabel('Chưa xong').check()
  await page.getByLabel('Lời nhận xét').fill('Đã giám sát ngày 20/11: còn 40 m chưa lát.')
  await page.getByRole('button', { name: 'Ghi nhận xét' }).click()
  await page.locator('.govuk-error-summary a[href="#minutes"]').waitFor()
  await page.getByLabel('Số biên bản').fill('04/BB-TTND')
  await page.getByRole('button', { name: 'Ghi nhận xét' }).click()
  await page.getByText('Đã ghi.').waitFor()
  await page.getByText('theo biên bản số 04/BB-TTND').waitFor()
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await expectClean(page, width)
  }
  await context.close()
})
