import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { mailWorker, PUBLIC_URL } from '../support/mail-worker.ts'
import { officeCases } from '../support/office-cases.ts'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { SUNDAY, testSite } from '../support/site.ts'
import { startSmtp } from '../support/smtp.ts'

const site = await testSite()
const cases = await officeCases(site, () => SUNDAY)
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const read = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** As it is drawn, in a browser with scripts: axe needs them. */
async function clean(page: Page, scripted: Page): Promise<void> {
  await scripted.goto(page.url())
  expect(await axeFinds(scripted)).toEqual([])
  expect(await overflow(scripted, 390)).toEqual([])
}

test('without scripts on a phone, a neighbour follows instead of filing again, hears of a step, and stops', async () => {
  const petition = await cases.aCase('assigned', { kind: 'feedback', subject: 'Đèn hẻm 15 tắt nửa tháng' })
  await cases.act('hoa', petition, 'clearForPublication', {})
  const smtp = await startSmtp()
  const worker = await mailWorker(site, smtp.url, () => SUNDAY)
  const page = await (await site.visit(null, phone)).newPage()
  const scripted = await (await site.visit(null, { viewport: phone.viewport })).newPage()

  await page.goto(`/don/${petition.code}`)
  await page.getByRole('link', { name: 'Tôi cũng gặp việc này, theo dõi' }).click()
  await press(page, 'Gửi thư xác nhận')
  expect(await read(page)).toContain('Thư điện tử')
  await page.getByLabel('Thư điện tử').fill('lan@vidu.vn')
  await press(page, 'Gửi thư xác nhận')
  expect(await read(page)).toContain('Hãy mở hộp thư của bạn')
  await clean(page, scripted)

  await worker.work()
  const question = smtp.received.at(-1)!
  const link = question.body.split(PUBLIC_URL)[1]!.split('\n')[0]!
  await page.goto(link)
  await clean(page, scripted)
  await press(page, 'Tôi cũng gặp việc này, theo dõi')
  expect(await read(page)).toContain('Bạn đang theo dõi việc này')
  await clean(page, scripted)
  await page.goto(`/don/${petition.code}`)
  expect(await read(page)).toContain('1 người cũng gặp việc này')

  const nam = await site.visit('nam')
  const acted = await nam.request.post(`/api/v1/petitions/${petition.code}/acts/recordVerification`, {
    data: { words: 'Đã đến xem.', public: true },
  })
  expect(acted.ok()).toBe(true)
  await worker.work()
  const step = smtp.received.at(-1)!
  expect([step.to, step.body]).toEqual([['lan@vidu.vn'], expect.stringContaining('Xác minh')])

  await page.goto(step.body.match(/\/thu\/\S+/)![0])
  await clean(page, scripted)
  await page.getByLabel('Ngừng theo dõi').check()
  await press(page, 'Lưu lựa chọn')
  expect(await read(page)).toContain('địa chỉ của bạn đã được xóa')
  await clean(page, scripted)
  await page.goto(`/don/${petition.code}`)
  expect(await read(page)).toContain('Chưa có ai khác báo cũng gặp việc này')
}, 120_000)

test('while a subject is typed, the case beside the form is followed in one press', async () => {
  const petition = await cases.aCase('assigned', { kind: 'feedback', subject: 'Cống chợ Thác Mơ nghẹt bốc mùi' })
  await cases.act('hoa', petition, 'clearForPublication', {})
  const page = await (await site.visit('binh', { viewport: phone.viewport })).newPage()
  await page.goto('/gui-don')
  await page.getByLabel('Việc gì?').pressSequentially('Cống chợ Thác Mơ nghẹt')
  const [followPage] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: /Tôi cũng gặp việc này, theo dõi: Cống chợ/ }).click(),
  ])
  await press(followPage, 'Theo dõi việc này')
  expect(await read(followPage)).toContain('Bạn đang theo dõi việc này')
  await followPage.goto('/tai-khoan/theo-doi')
  await followPage.getByRole('link', { name: petition.subject }).waitFor()
}, 60_000)
