import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { OPEN, testSubjects } from '../../src/modules/comments/test-app.ts'
import { testSite } from '../support/site.ts'

const { visit } = await testSite({ commentSubjects: testSubjects })
const subject = `${OPEN.type}:${OPEN.id}`

/** Nothing that axe finds wrong, and nothing that sticks out sideways. */
async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([page.url(), wide]).toEqual([page.url(), 0])
}

describe.each([
  { width: 390, javaScriptEnabled: false },
  { width: 390, javaScriptEnabled: true },
  { width: 1280, javaScriptEnabled: true },
])('at $width px, scripts: $javaScriptEnabled', ({ width, javaScriptEnabled }) => {
  const options = { viewport: { width, height: 900 }, javaScriptEnabled }
  const name = `Lan ${width} ${javaScriptEnabled}`
  // axe itself is a script.
  const look = (page: Page) => (javaScriptEnabled ? sound(page) : Promise.resolve())

  test('a reader comments, an editor refuses with a reason, the reader mends it, the editor approves, a second reader answers', async () => {
    const readers = await visit(null, options)
    const reader = await readers.newPage()
    await reader.goto(`/y-kien?ve=${subject}`)
    await look(reader)
    await reader.getByRole('link', { name: 'Viết ý kiến' }).click()
    await look(reader)
    await reader.getByLabel('Ý kiến của bạn').fill('Xem vidu.vn')
    await reader.getByRole('button', { name: 'Gửi ý kiến' }).click()
    expect(await reader.getByLabel('Ý kiến của bạn').inputValue()).toBe('Xem vidu.vn')
    await look(reader)
    await reader.getByLabel('Tên hiển thị').fill(name)
    await reader.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await reader.getByText('Đã nhận ý kiến.').waitFor()
    await look(reader)
    const own = reader.url().replace('?moi=1', '')

    const editors = await visit('tuyet', options)
    const editor = await editors.newPage()
    await editor.goto('/lam-viec/kiem-duyet')
    await look(editor)
    await editor.getByRole('link', { name: `${name} viết` }).click()
    await look(editor)
    await editor.getByLabel('Lý do').selectOption('advertising')
    await editor.getByLabel('Lời nhắn cho người viết').fill('Xin bỏ địa chỉ trang web.')
    await editor.getByRole('button', { name: 'Gỡ' }).click()
    await editor.getByText('Đã ghi quyết định.').waitFor()

    await reader.goto(own)
    await reader.getByText('quảng cáo, thư rác').waitFor()
    await look(reader)
    await reader.getByLabel('Ý kiến của bạn').fill('Tôi đồng ý với kế hoạch.')
    await reader.getByRole('button', { name: 'Gửi lại ý kiến' }).click()
    await reader.getByText('Đã ghi nhận.').waitFor()

    await editor.goto('/lam-viec/kiem-duyet')
    await editor.locator('tr', { hasText: name }).getByRole('button', { name: 'Duyệt', exact: true }).click()
    await editor.goto('/lam-viec/kiem-duyet?view=shown')
    await look(editor)
    await editor.goto('/lam-viec/kiem-duyet/cai-dat')
    await look(editor)

    await reader.goto(`/y-kien?ve=${subject}`)
    await reader.getByText('Tôi đồng ý với kế hoạch.').first().waitFor()
    await look(reader)
    await reader
      .getByRole('link', { name: /^Trả lời/ })
      .first()
      .click()
    await reader.getByText('Bạn trả lời ý kiến').waitFor()
    await look(reader)
    for (const context of [readers, editors]) await context.close()
  })
})

test('with scripts the form comes beside the comments, and is sent from there', async () => {
  const context = await visit(null, { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`/y-kien?ve=${subject}`)
  await page.getByRole('link', { name: 'Viết ý kiến' }).click()
  await page.getByLabel('Ý kiến của bạn').fill('Gửi ngay tại trang.')
  expect(page.url()).toContain('/y-kien?ve=')
  await sound(page)
  await page.getByLabel('Tên hiển thị').fill('Hà')
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await page.getByText('Đã nhận ý kiến.').waitFor()
  await context.close()
})
