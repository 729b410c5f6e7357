import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { testSite } from '../support/site.ts'

const site = await testSite()

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
    page.url(),
  ).toEqual([])
  expect(
    await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    `${page.url()} scrolls sideways`,
  ).toBeLessThanOrEqual(0)
}

const codeAt = async (step: string, username?: string) => {
  let query = site.db
    .selectFrom('petitions')
    .select('code')
    .where('step', '=', step as 'new')
    .orderBy('petitions.id')
  if (username) query = query.innerJoin('auth_users', 'auth_users.id', 'officer_id').where('username', '=', username)
  return (await query.executeTakeFirstOrThrow()).code
}

test('the inbox is walked by keys alone: j, k, enter, slash and the question mark', async () => {
  const context = await site.visit('hoa', { viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('/lam-viec?view=all')
  const links = page.locator('[data-key-list] a[href*="/lam-viec/don/"]')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  expect(await links.nth(1).evaluate((link) => link === document.activeElement)).toBe(true)
  await page.keyboard.press('k')
  expect(await links.first().evaluate((link) => link === document.activeElement)).toBe(true)
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('ngap')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=ngap/)
  expect(new URL(page.url()).searchParams.get('view')).toBe('all')
  await page.keyboard.press('j')
  const code = await links.first().textContent()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/lam-viec/don/${code}`)
  await context.close()
})

test('from intake to signature without JavaScript, each step one form on the case itself', async () => {
  const code = await codeAt('new')
  const step = async (username: string, work: (page: Page) => Promise<void>) => {
    const context = await site.visit(username, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await page.goto(`/lam-viec/don/${code}`)
    await work(page)
    await context.close()
  }
  await step('hoa', async (page) => {
    await page.getByLabel('Đơn vị').first().selectOption({ label: 'Đội Quản lý đô thị' })
    await page.getByLabel('Cán bộ').first().selectOption({ label: 'Trần Văn Nam' })
    await page.getByRole('button', { name: 'Thụ lý', exact: true }).click()
    await page.getByText('Đã thụ lý.').waitFor()
  })
  await step('nam', async (page) => {
    await page.locator('#recordVerification-words').fill('Đã đến xem tận nơi.')
    await page.getByRole('button', { name: 'Ghi bước xác minh' }).click()
    await page.getByText('Đã ghi bước xác minh.').waitFor()
    await page.locator('#draftAnswer-text').fill('Đã làm xong sáng nay.')
    await page.getByLabel('Đã giải quyết xong').check()
    await page.getByRole('button', { name: 'Lưu bản trả lời' }).click()
    await page.getByText('Đã lưu bản trả lời, chờ ký.').waitFor()
  })
  await step('lam', async (page) => {
    await page.getByRole('button', { name: 'Ký và ban hành' }).click()
    await page.getByText('Đã ký và ban hành trả lời.').waitFor()
    await page.getByText('Người gửi chưa đánh giá.').waitFor()
  })
})

test('at the counter a slip is made, and a wrong form leads to its field', async () => {
  const context = await site.visit('hoa', { viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto('/lam-viec/don-moi')
  await page.getByRole('button', { name: 'Lưu đơn và in phiếu' }).click()
  const summary = page.getByRole('alert')
  await summary.getByRole('link', { name: /^Họ và tên/ }).click()
  expect(await page.getByLabel('Họ và tên').evaluate((input) => input === document.activeElement)).toBe(true)
  await expectAccessible(page)
  await page.getByLabel('Họ và tên').fill('Điểu Krá')
  await page.getByLabel('Phản ánh').check()
  await page.getByLabel('Việc gì').fill('Nắp cống vỡ trước chợ')
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('Bà con dễ sụp chân.')
  await page.getByLabel('Không: chỉ người gửi').check()
  await page.getByRole('button', { name: 'Lưu đơn và in phiếu' }).click()
  await page.getByRole('heading', { name: 'Phiếu tiếp nhận' }).waitFor()
  await page.getByRole('button', { name: 'In phiếu' }).waitFor()
  await expectAccessible(page)
  await context.close()
})

test.each([
  [1280, ''],
  [390, '/en'],
  [390, ''],
  [1280, '/en'],
])('axe finds nothing on the officers’ pages, %i px wide, under “%s”', async (width, prefix) => {
  const pages: Record<string, string[]> = {
    hoa: [
      '/lam-viec',
      '/lam-viec?view=all&kind=complaint',
      '/lam-viec?view=all&q=khongcogi',
      `/lam-viec/don/${await codeAt('new')}`,
      '/lam-viec/don-moi',
    ],
    nam: [`/lam-viec/don/${await codeAt('verifying', 'nam')}`],
    lam: [`/lam-viec/don/${await codeAt('drafted')}`, '/lam-viec/so-lieu'],
    phuc: [`/lam-viec/don/${await codeAt('done')}`],
    khanh: ['/lam-viec'],
  }
  for (const [username, paths] of Object.entries(pages)) {
    const context = await site.visit(username, { viewport: { width, height: 844 } })
    const page = await context.newPage()
    for (const path of paths) {
      await page.goto(prefix + path)
      await expectAccessible(page)
    }
    await context.close()
  }
})
