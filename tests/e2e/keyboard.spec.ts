import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { PASSWORD } from '../support/app.ts'
import { officeCases } from '../support/office-cases.ts'
import { SUNDAY, testSite } from '../support/site.ts'

const site = await testSite()
const desktop = { viewport: { width: 1280, height: 900 } }

/** What has the focus: its name, and how it shows. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null
    if (!element || element === document.body) return null
    // A choice of govuk-frontend draws its focus on the label's box.
    const drawn = element.matches('[type=radio], [type=checkbox]') ? [element.nextElementSibling!, '::before'] : [element]
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn[0] as Element, drawn[1] as string | undefined)
    const box = element.getBoundingClientRect()
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent)
    return {
      name: (element.getAttribute('aria-label') ?? labels.join(' ') ?? '').trim() || element.textContent?.trim() || element.id,
      field: (element as HTMLInputElement).name ?? '',
      tag: element.tagName,
      isSeen: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
      isInWindow: box.bottom > 0 && box.top < window.innerHeight && box.width > 0,
    }
  })

/** Presses Tab until a name or field has the focus. Each stop on the way must be seen, and the way must end. */
async function tabTo(page: Page, wanted: string | RegExp, most = 80): Promise<void> {
  const stops: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const now = await focus(page)
    if (!now) continue
    expect(now.isSeen, `the focus is not seen on “${now.name}” of ${page.url()}`).toBe(true)
    expect(now.isInWindow, `“${now.name}” of ${page.url()} has the focus outside the window`).toBe(true)
    if (now.field === wanted || (wanted instanceof RegExp ? wanted.test(now.name) : now.name === wanted)) return
    stops.push(now.name)
  }
  throw new Error(`Tab does not come to ${wanted} on ${page.url()}, only to: ${stops.join(' | ')}`)
}

async function typeInto(page: Page, field: string, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}

/** Walks a list with the arrow keys to one of its choices. */
async function choose(page: Page, field: string, choice: string): Promise<void> {
  await tabTo(page, field)
  const chosen = () => page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.textContent)
  for (let i = 0; i < 100 && (await chosen()) !== choice; i++) await page.keyboard.press('ArrowDown')
  expect(await chosen()).toBe(choice)
}

/** Presses a key that leads to another page. */
async function leave(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap')
  await typeInto(page, 'username', username)
  await typeInto(page, 'password', PASSWORD)
  await leave(page, 'Enter')
  await page.waitForURL('**/lam-viec')
}

test('the skip link comes first, is seen, and leads past the head', async () => {
  const context = await site.visit(null, desktop)
  const page = await context.newPage()
  for (const path of ['/', '/don', '/en/gui-don']) {
    await page.goto(path)
    await tabTo(page, /^(Bỏ qua tới nội dung|Skip to)/, 1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)), path).toBe(true)
  }
  await context.close()
})

test('Tab goes round each page and back out: nothing holds it', async () => {
  const context = await site.visit('hoa', desktop)
  const page = await context.newPage()
  for (const path of ['/', '/gui-don', '/tra-cuu', '/don', '/tinh-han', '/lich-tiep-dan', '/lam-viec', '/lam-viec/don-moi']) {
    await page.goto(path)
    const last = await page
      .locator('a[href], button, input:not([type=hidden]), select, textarea, summary')
      .last()
      .evaluate((element) => {
        element.setAttribute('data-last', '')
        return element.textContent
      })
    for (let i = 0; i < 400; i++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.hasAttribute('data-last'))) break
      expect(i, `${path}: Tab never comes to “${last}”`).toBeLessThan(399)
    }
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-last')), `${path} holds the focus`).toBe(false)
  }
  await context.close()
})

test('by keyboard alone a petition is filed, accepted, answered and signed', async () => {
  const resident = await site.visit(null, desktop)
  const page = await resident.newPage()
  await page.goto('/gui-don')
  await tabTo(page, 'Xem lại trước khi gửi')
  await leave(page, 'Enter')
  await page.locator('[data-error-summary]').waitFor()
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-error-summary')), 'the summary takes the focus').toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await focus(page)).toMatchObject({ field: 'kind' })

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect(await page.getByLabel('Kiến nghị').isChecked()).toBe(true)
  await typeInto(page, 'subject', 'Đèn đường tắt ba đêm')
  await typeInto(page, 'body', 'Đường tối, khó đi.')
  await tabTo(page, 'hamlet')
  await page.keyboard.press('ArrowDown')
  await typeInto(page, 'name', 'Điểu Krêu')
  await tabTo(page, 'publish')
  await page.keyboard.press('Space')
  await tabTo(page, 'Xem lại trước khi gửi')
  await leave(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi gửi' }).waitFor()
  // The first of that name is the page's own link in the head.
  while ((await focus(page))?.tag !== 'BUTTON') await tabTo(page, 'Gửi đơn')
  await leave(page, 'Enter')
  await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
  const code = (await page.locator('.code').first().textContent())!.trim()
  await resident.close()

  const hoa = await (await site.visit(null, desktop)).newPage()
  await signIn(hoa, 'hoa')
  await hoa.keyboard.press('/')
  await hoa.keyboard.type(code)
  await leave(hoa, 'Enter')
  await hoa.keyboard.press('j')
  await leave(hoa, 'Enter')
  await choose(hoa, 'unit', 'Đội Quản lý đô thị')
  await choose(hoa, 'officer', 'Trần Văn Nam')
  await tabTo(hoa, 'Thụ lý')
  await leave(hoa, 'Enter')
  await hoa.getByText('Đã thụ lý.').waitFor()

  const { act } = await officeCases(site, () => SUNDAY)
  const { id } = await site.db.selectFrom('petitions').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  await act('nam', { id }, 'recordVerification', { words: 'Đã đến xem.' })

  const nam = await (await site.visit(null, desktop)).newPage()
  await signIn(nam, 'nam')
  await nam.goto(`/lam-viec/don/${code}`)
  await typeInto(nam, 'text', 'Đã thay bóng đèn.')
  await tabTo(nam, 'outcome')
  await nam.keyboard.press('Space')
  await tabTo(nam, 'Lưu bản trả lời, chờ ký')
  await leave(nam, 'Enter')
  await nam.getByText('Đã lưu bản trả lời, chờ ký.').waitFor()

  const lam = await (await site.visit(null, desktop)).newPage()
  await signIn(lam, 'lam')
  await lam.goto(`/lam-viec/don/${code}`)
  await tabTo(lam, 'Ký và ban hành')
  await leave(lam, 'Space')
  await lam.getByText('Đã ký và ban hành trả lời.').waitFor()
  for (const page of [hoa, nam, lam]) await page.context().close()
})
