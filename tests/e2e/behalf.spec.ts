import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

const read = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

const checking = await site.visit(null, { viewport: phone.viewport })

/** axe is a script itself: it is shown the page as it stands, without its scripts, in a browser that runs them. */
async function expectGood(page: Page): Promise<void> {
  const address = page.url()
  const body = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<\/?noscript[^>]*>/g, '')
  const copy = await checking.newPage()
  await copy.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(address)
  expect([...(await axeFinds(copy)), ...(await overflow(copy, 390)), ...(await overflow(page, 390))], address).toEqual([])
  await copy.close()
}

interface Story {
  of: string
  choice: string
  folded: string
  fill: (page: Page) => Promise<void>
  /** What is left out at first, the sentence that stands at it, and how it is put right. */
  wrong: { told: string; mend: (page: Page) => Promise<void> }
  seen: string[]
}

const stories: Story[] = [
  {
    of: 'a representative',
    choice: 'Thay một người khác',
    folded: 'Gửi thay một người khác: ghi về người đó',
    fill: async (page) => {
      await page.getByLabel('Vì sao bạn được đại diện').selectOption({ label: 'Là cha mẹ, người giám hộ hoặc đại diện theo pháp luật' })
      await page.getByLabel('Người được đại diện tên là').fill('Điểu Thị Bảy')
      await page.getByLabel('Số định danh của người được đại diện').fill('285 123')
    },
    wrong: {
      told: '9 chữ số của chứng minh nhân dân cũ',
      mend: (page) => page.getByLabel('Số định danh của người được đại diện').fill('285 123 456'),
    },
    seen: ['Điểu Thị Bảy', 'Là cha mẹ, người giám hộ'],
  },
  {
    of: 'a group',
    choice: 'Cho một nhóm từ 5 người trở lên',
    folded: 'Gửi cho một nhóm người: ghi về nhóm',
    fill: async (page) => {
      await page.getByLabel('Số người cùng đơn').fill('3')
      await page.getByLabel('Người cùng đại diện cho nhóm').fill('Lâm Văn Mười Hai, khu phố 3')
    },
    wrong: { told: 'Số người cùng đơn', mend: (page) => page.getByLabel('Số người cùng đơn').fill('12') },
    seen: ['Đơn nhiều người (12)', 'Lâm Văn Mười Hai'],
  },
]

test.each(stories)('$of, on a phone without scripts, from the form to the tracking page', async ({ choice, folded, fill, wrong, seen }) => {
  const visitor = await site.visit(null, phone)
  const page = await visitor.newPage()
  await page.goto('/gui-don')
  await page.getByLabel('Khiếu nại').check()
  await page.getByLabel('Việc gì?').fill('Thu hồi đất')
  await page.getByLabel('Kể rõ hơn').fill('Quyết định không đúng.')
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Út')
  await page.getByRole('group', { name: 'Cho đăng việc này lên sổ công khai?' }).getByLabel('Không', { exact: false }).check()
  await page.getByLabel(choice, { exact: true }).check()
  await page.getByText(folded).click()
  await fill(page)
  await expectGood(page)
  await press(page, 'Xem lại trước khi gửi')

  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await summary.textContent()).toContain(wrong.told)
  expect(await page.getByLabel(choice, { exact: true }).isChecked()).toBe(true)
  await expectGood(page)
  await wrong.mend(page)
  await press(page, 'Xem lại trước khi gửi')

  await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi gửi' }).waitFor()
  for (const words of seen) expect(await read(page)).toContain(words)
  await expectGood(page)
  await press(page, 'Gửi đơn')

  await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
  const [code, secret] = (await page.locator('.code').allInnerTexts()) as [string, string]
  await visitor.close()

  const later = await site.visit(null, phone)
  const tracking = await later.newPage()
  await tracking.goto('/tra-cuu')
  await tracking.locator('main [name="code"]').fill(code)
  await tracking.locator('main [name="secret"]').fill(secret)
  await tracking.locator('main form:has([name="code"]) button').click()
  await tracking.getByRole('heading', { level: 1, name: 'Thu hồi đất' }).waitFor()
  for (const words of seen) expect(await read(tracking)).toContain(words)
  await expectGood(tracking)
  await later.close()
})
