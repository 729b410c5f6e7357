import { expect, test } from 'vitest'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { aPlanOnSite } from '../support/promise-states.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()

test('from the front page to a plan, an item, its sentence in the document and back, on a phone without scripts', async () => {
  const { plan, main, document } = await aPlanOnSite(site)
  const context = await site.visit(null, { viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: plan.title }).click()
  expect(new URL(page.url()).pathname).toBe(`/loi-hua/${plan.slug}`)
  expect(await page.getByText('6 cơ quan đã ban hành chương trình').count()).toBe(1)
  await page.locator('#viec ~ table').getByRole('link', { name: main.title }).first().click()
  expect(await page.getByText('Đã đạt: 5').count()).toBe(1)
  await page.getByRole('link', { name: 'Xem câu này trong văn bản' }).click()
  const { pathname, hash } = new URL(page.url())
  expect([pathname, hash]).toEqual([`/van-ban/${document.slug}`, `#c-${document.anchorIds[1]}`])
  expect(await page.locator(hash).count()).toBe(1)
  await page.goBack()
  await page.locator('main').getByRole('link', { name: plan.title }).first().click()
  await page.getByRole('link', { name: 'Đối chiếu từng câu với việc làm' }).click()
  await page.getByRole('link', { name: /Câu chưa có việc/ }).click()
  expect(await page.getByRole('img', { name: /Chưa có việc 39/ }).count()).toBe(1)
  await context.close()
  const scripted = await site.visit(null)
  const again = await scripted.newPage()
  await again.goto(`/loi-hua/${plan.slug}/doi-chieu`)
  expect([...(await axeFinds(again)), ...(await overflow(again, 390)), ...(await overflow(again, 320))]).toEqual([])
  await scripted.close()
})
