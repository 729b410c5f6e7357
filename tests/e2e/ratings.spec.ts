import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const seed = 'Phước Long triển khai thực hiện Nghị quyết Đại hội toàn quốc lần thứ XII'

async function expectClean(page: Page, width: number): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, width))], page.url()).toEqual([])
}

async function openSeed(page: Page): Promise<string> {
  await page.goto('/tin-tuc')
  await page.getByRole('link', { name: seed }).first().click()
  return page.url()
}

/** The sums begin at nought, and each journey leaves them there. */
const total = (page: Page, sum: number, count: number) =>
  page.getByRole('heading', { name: `Tổng số điểm của bài viết là: ${sum} trong ${count} đánh giá` }).waitFor()

describe.each([390, 1280])('at %i px', (width) => {
  test('without JavaScript a reader rates, sees it on the article, changes it and takes it back, by keyboard alone', async () => {
    const context = await site.visit(null, { javaScriptEnabled: false, viewport: { width, height: 844 } })
    const page = await context.newPage()
    const address = await openSeed(page)
    await total(page, 0, 0)
    await page.getByRole('radio', { name: '1 sao' }).focus()
    for (let i = 1; i < 4; i++) await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('radio', { name: '4 sao' }).isChecked()).toBe(true)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi nhận đánh giá của bạn: 4 sao.').waitFor()
    await total(page, 4, 1)
    await page.getByRole('link', { name: 'Về bài viết' }).click()
    expect(page.url()).toBe(address)
    await total(page, 4, 1)
    await page.getByText('Trung bình 4 trên 5 sao').waitFor()
    await page.getByRole('link', { name: 'Xem, đổi hoặc rút đánh giá của bạn' }).click()
    await page.getByText('Bạn đã đánh giá bài này 4 sao.').waitFor()
    await page.getByRole('radio', { name: '2 sao' }).check({ force: true })
    await page.getByRole('button', { name: 'Đổi đánh giá' }).click()
    await total(page, 2, 1)
    await page.getByRole('button', { name: 'Rút đánh giá' }).click()
    await page.getByText('Đã rút đánh giá của bạn.').waitFor()
    await page.goto(address)
    await total(page, 0, 0)
    await context.close()
  })

  test('with JavaScript it happens on the article’s page, and a screen reader is told', async () => {
    const context = await site.visit(null, { viewport: { width, height: 844 } })
    const faults = watchFaults(context, site.base)
    const page = await context.newPage()
    const address = await openSeed(page)
    await expectClean(page, width)
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await expectClean(page, width)
    await page.getByRole('radio', { name: '5 sao' }).focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Gửi đánh giá' }).press('Enter')
    await page.getByText('Đã ghi nhận đánh giá của bạn: 5 sao.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đã ghi nhận đánh giá của bạn: 5 sao.')
    await total(page, 5, 1)
    expect(page.url()).toBe(address)
    await expectClean(page, width)
    const other = await site.visit(null)
    const stranger = await other.newPage()
    await stranger.goto(address)
    await total(stranger, 5, 1)
    await other.close()
    await page.getByRole('radio', { name: '3 sao' }).check({ force: true })
    await page.getByRole('button', { name: 'Đổi đánh giá' }).click()
    await total(page, 3, 1)
    await page.getByRole('button', { name: 'Rút đánh giá' }).click()
    await page.getByText('Đã rút đánh giá của bạn.').waitFor()
    await total(page, 0, 0)
    expect(page.url()).toBe(address)
    // The refused form is a failed load to the browser, and nothing else is.
    expect(faults.filter((fault) => !fault.includes('422'))).toEqual([])
    await context.close()
  })
})

test('an editor switches ratings off and on; readers see it at once', async () => {
  const editors = await site.visit('tuyet')
  const editor = await editors.newPage()
  await editor.goto('/lam-viec/tin-bai?xem=published')
  await editor.getByRole('link', { name: seed }).first().click()
  await expectClean(editor, 1280)
  const desk = editor.url()
  await editor.getByRole('button', { name: 'Tắt đánh giá' }).click()
  await editor.getByText('Bạn đọc không đánh giá được bài này.').waitFor()
  await editor.getByText('Tắt đánh giá của bạn đọc').waitFor()
  const readers = await site.visit(null)
  const reader = await readers.newPage()
  const address = await openSeed(reader)
  expect(await reader.getByText('Click để đánh giá bài viết').count()).toBe(0)
  await editor.goto(desk)
  await editor.getByRole('button', { name: 'Mở đánh giá' }).click()
  await editor.getByText('Bạn đọc đang đánh giá được bài này.').waitFor()
  await reader.goto(address)
  await total(reader, 0, 0)
  for (const context of [editors, readers]) await context.close()
})
