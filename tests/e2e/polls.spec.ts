import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { movePolls } from '../../src/modules/polls/index.ts'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { SUNDAY, testSite } from '../support/site.ts'

let at = SUNDAY
const site = await testSite({ now: () => at })
const { visit } = site
const work = () => movePolls({ db: site.db, now: () => at, dropPages: site.app.dropPages }, { authorityId: 1 })
const question = 'Nên mở chợ phiên vào ngày nào?'
const phone = { viewport: { width: 390, height: 844 } }

async function expectClean(page: Page): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))], page.url()).toEqual([])
}

/** The table of results, row by row: answer, votes, share. */
const tableOf = (page: Page) =>
  page
    .locator('#ket-qua table tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell.lastElementChild ?? cell).textContent?.trim() ?? '')))
/** The columns of the chart, as tall as they are drawn. */
const columnsOf = (page: Page) =>
  page.locator('#ket-qua svg[role=img] rect').evaluateAll((columns) => columns.map((column) => column.getBoundingClientRect().height))

async function expectVotes(page: Page, votes: readonly number[]): Promise<void> {
  const rows = await tableOf(page)
  expect(rows.map(([, n]) => Number(n))).toEqual(votes)
  const heights = await columnsOf(page)
  const most = Math.max(...votes)
  const tallest = Math.max(...heights)
  expect(heights).toHaveLength(votes.length)
  for (const [i, height] of heights.entries()) expect(height / tallest).toBeCloseTo(votes[i]! / most, 1)
}

let address = ''

test('an editor makes a poll, mends what is wrong in it, makes it ready, and it opens by itself', async () => {
  const context = await visit('tuyet', phone)
  const faults = watchFaults(context, site.base)
  const page = await context.newPage()
  await page.goto('/lam-viec/tham-do')
  await expectClean(page)
  await page.getByRole('link', { name: 'Soạn cuộc thăm dò' }).click()
  await page.getByLabel('Câu hỏi').fill(question)
  await page.getByLabel('Các lựa chọn').fill('Thứ bảy')
  await page.getByRole('button', { name: 'Ghi bản nháp' }).click()
  expect(await page.getByLabel('Câu hỏi').inputValue()).toBe(question)
  await expectClean(page)
  await page.getByLabel('Các lựa chọn').fill('Thứ bảy\nChủ nhật\nCả hai ngày')
  await page.getByLabel('Xem được sau khi biểu quyết').check()
  await page.getByRole('button', { name: 'Ghi bản nháp' }).click()
  await page.getByText('Đã ghi.').waitFor()
  await expectClean(page)
  await page.getByRole('button', { name: 'Đặt lịch mở' }).click()
  await page.getByText('Chờ mở', { exact: true }).first().waitFor()
  expect(await work()).toBe(1)
  await page.reload()
  await page.getByText('Mở nhận phiếu').waitFor()
  await expectClean(page)
  await page.getByRole('link', { name: 'Xem như người đọc' }).click()
  address = new URL(page.url()).pathname
  await page.getByText('Kết quả xem được sau khi bạn biểu quyết').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

/** From the first page, which is kept and the same for everybody: the newest poll stands there. */
async function voteAtHome(page: Page, option: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('group', { name: question }).getByLabel(option).check()
  await page.getByRole('button', { name: 'Biểu quyết' }).click()
}

test('a reader without JavaScript votes from the first page on a phone, reads chart and table, and is refused a second time', async () => {
  const context = await visit(null, { ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await voteAtHome(page, 'Chủ nhật')
  await page.getByText('Phiếu của bạn đã được ghi.').waitFor()
  expect(new URL(page.url()).pathname).toBe(address)
  await expectVotes(page, [0, 1, 0])
  expect(await tableOf(page)).toEqual([
    ['1. Thứ bảy', '0', '0 %'],
    ['2. Chủ nhật', '1', '100 %'],
    ['3. Cả hai ngày', '0', '0 %'],
  ])
  expect(await page.getByRole('button', { name: 'Biểu quyết' }).count()).toBe(0)
  expect(await overflow(page, 390)).toEqual([])
  await voteAtHome(page, 'Thứ bảy')
  await page.getByText('Bạn đã biểu quyết rồi, phiếu này không được ghi thêm.').waitFor()
  await expectVotes(page, [0, 1, 0])
  // The choice is in no address that the browser remembers.
  expect(page.url()).not.toContain('options')
  await context.close()
})

test('a reader with JavaScript votes by keyboard, is told what was forgotten, and every state is clean', async () => {
  const context = await visit(null, phone)
  const faults = watchFaults(context, site.base)
  const page = await context.newPage()
  await page.goto(address)
  await expectClean(page)
  expect(await columnsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Biểu quyết' }).press('Enter')
  await page.getByText('bạn chưa chọn câu trả lời nào').first().waitFor()
  await expectClean(page)
  await page.getByLabel('Thứ bảy').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('Phiếu của bạn đã được ghi.').waitFor()
  await expectVotes(page, [0, 1, 1])
  await expectClean(page)
  await voteAtHome(page, 'Chủ nhật')
  await page.getByText('Bạn đã biểu quyết rồi').first().waitFor()
  await expectVotes(page, [0, 1, 1])
  await expectClean(page)
  await page.goto(`/en${address}`)
  await page.getByText('You have voted').first().waitFor()
  await expectClean(page)
  expect(faults).toEqual([])
  await context.close()
})

test('after its last day no vote comes in from a page that stood open, and everybody reads the result', async () => {
  const context = await visit(null, phone)
  const [late, reader] = [await context.newPage(), await context.newPage()]
  await late.goto(address)
  await late.getByLabel('Chủ nhật').check()
  const last = await late.getByText(/đến hết ngày/).textContent()
  expect(last).toContain('22/12/2026')
  at = new Date('2026-12-23T00:00:00+07:00')
  await late.getByRole('button', { name: 'Biểu quyết' }).click()
  await late.getByText('cuộc thăm dò này không còn nhận phiếu').first().waitFor()
  await expectVotes(late, [0, 1, 1])
  await expectClean(late)
  expect(await work()).toBe(1)
  await reader.goto('/tham-do')
  await expectClean(reader)
  await reader.getByRole('link', { name: question }).click()
  await reader.getByText('Cuộc thăm dò đã đóng').waitFor()
  expect(await reader.getByRole('button', { name: 'Biểu quyết' }).count()).toBe(0)
  await expectVotes(reader, [0, 1, 1])
  await expectClean(reader)
  const csv = await context.request.get((await reader.getByRole('link', { name: 'Tải kết quả (CSV)' }).getAttribute('href'))!)
  const rows = (await csv.text()).trim().split('\r\n').slice(1)
  expect(rows.map((row) => row.split(',').slice(-5, -1).join())).toEqual(['1,Thứ bảy,0,0', '2,Chủ nhật,1,0.5', '3,Cả hai ngày,1,0.5'])
  await context.close()
})
