import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PASSWORD } from '../support/app.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const PAGE = '/lam-viec/quan-tri/don-vi'

let context: BrowserContext
const sessions = () => site.db.selectFrom('auth_sessions').select('seen_at').execute()
/** Whichever tab is first tells the server. */
const told = () => context.waitForEvent('response', { predicate: (answer) => answer.url().endsWith('/dang-nhap/duy-tri') })
const box = (page: Page) => page.locator('.idle-box')
const open = async (path = PAGE) => {
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** One clock for all tabs of a browser. */
beforeEach(async () => {
  await site.db.deleteFrom('auth_sessions').execute()
  context = await site.visit('khanh')
  await context.clock.install()
})
afterEach(() => context.close())

describe('a session that nobody uses', () => {
  test('is warned of a minute before, said aloud without a word each second, and kept by the link on the server and in all tabs', async () => {
    const [page, other] = [await open(), await open('/tai-khoan')]
    await context.clock.fastForward('28:50')
    expect([await box(page).isVisible(), await box(other).isVisible()]).toEqual([false, false])
    await context.clock.runFor(12_000)
    await Promise.all([box(page).waitFor(), box(other).waitFor()])
    expect(((await box(page).textContent()) ?? '').replaceAll(/\s+/g, ' ')).toMatch(
      /^Bạn đã không sử dụng Site, Bấm vào đây để duy trì trạng thái đăng nhập\. Thời gian chờ: (5\d|60) giây$/,
    )
    const said = page.locator('[data-idle-said]')
    expect(await said.getAttribute('role')).toBe('status')
    expect(await said.textContent()).toContain('Thời gian chờ:')
    const first = await said.textContent()
    await page.clock.runFor(5_000)
    expect(await said.textContent()).toBe(first)
    await page.clock.runFor(27_000)
    expect(await said.textContent()).toMatch(/^Còn (2\d|30) giây/)
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await site.db
      .updateTable('auth_sessions')
      .set({ seen_at: new Date(Date.now() - 29 * 60_000) })
      .execute()
    const answer = told()
    await page.getByRole('button', { name: 'Bấm vào đây để duy trì trạng thái đăng nhập' }).click()
    expect((await answer).status()).toBe(204)
    expect(Date.now() - (await sessions())[0]!.seen_at.getTime()).toBeLessThan(10_000)
    await box(page).waitFor({ state: 'hidden' })
    await context.clock.runFor(1_000)
    await box(other).waitFor({ state: 'hidden' })
    await Promise.all([page.close(), other.close()])
  })

  test('is warned of as early, and ends as soon, as the administrator has set', async () => {
    const set = { officer_minutes: 10, resident_minutes: 20, warning_seconds: 120 }
    await site.db
      .insertInto('session_limits')
      .values({ authority_id: 1, ...set, changed_by: null, changed_at: null })
      .execute()
    const page = await open()
    await context.clock.fastForward('07:50')
    expect(await box(page).isVisible()).toBe(false)
    await context.clock.runFor(12_000)
    await box(page).waitFor()
    expect(Number(await page.locator('[data-idle-left]').textContent())).toBeGreaterThan(100)
    await site.db.deleteFrom('session_limits').execute()
    await page.close()
  })

  test('what is done in one tab counts in the other, and the server hears of it', async () => {
    const [page, other] = [await open(), await open('/tai-khoan')]
    await context.clock.fastForward('28:00')
    const answer = told()
    await page.keyboard.press('Shift')
    await context.clock.runFor(1_000)
    expect((await answer).status()).toBe(204)
    await context.clock.fastForward('28:30')
    await context.clock.runFor(1_000)
    expect(await box(other).isVisible()).toBe(false)
    await Promise.all([page.close(), other.close()])
  })

  test('ends on the server and in all tabs, and after the sign-in the typed words are back, passwords never', async () => {
    const [page, other] = [await open(), await open('/tai-khoan')]
    await page.locator('main form[method="post"] [name=name]').first().fill('Đội Quản lý chợ')
    await context.clock.fastForward('30:05')
    await context.clock.runFor(1_000)
    await page.waitForURL(/\/dang-nhap\?tiep=/)
    expect(await sessions()).toEqual([])
    await other.waitForURL(/\/dang-nhap\?tiep=/)
    expect(await page.getByText('lâu không được sử dụng').count()).toBe(1)
    await page.getByLabel('Tên đăng nhập').fill('khanh')
    await page.getByLabel('Mật khẩu').fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.waitForURL(new RegExp(`${PAGE}$`))
    expect(await page.locator('main form[method="post"] [name=name]').first().inputValue()).toBe('Đội Quản lý chợ')
    await page.clock.runFor(100)
    await page.getByText('Đã khôi phục những gì bạn đã gõ.').waitFor({ state: 'attached' })
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }) + JSON.stringify({ ...localStorage }))).not.toContain(PASSWORD)
    await Promise.all([page.close(), other.close()])
  })
})
