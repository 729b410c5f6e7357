import { expect, test } from 'vitest'
import { listStaff } from '../../src/modules/accounts/index.ts'
import { addDocument, publishDocument } from '../../src/modules/documents/index.ts'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { SUNDAY, testSite } from '../support/site.ts'

const site = await testSite()
const scope = { authorityId: 1 }
const editor = (await listStaff(site.db, scope)).find(({ username }) => username === 'tuyet')!
const options = { db: site.db, now: () => SUNDAY, dropPages: () => undefined }
const line = (text: string, bold = false) => ({ kind: 'paragraph' as const, text, bold, label: null })
const heads = ['STT', 'Nội dung công việc', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian', 'Kinh phí', 'Sản phẩm', 'Ghi chú']
const plan = await addDocument(options, scope, editor, {
  kind: 'plan',
  number: '99/KH-UBND',
  issuer: 'Ủy ban nhân dân thị xã Phước Long',
  subject: 'Chăm sóc cây xanh dọc các tuyến đường',
  issuedOn: '2026-03-02',
  blocks: [
    line('I. MỤC TIÊU', true),
    line('1. Mỗi tuyến đường có bóng mát.'),
    line('II. NHIỆM VỤ', true),
    ...Array.from({ length: 60 }, (_, i) =>
      line(`${i + 1}. Trồng và chăm sóc hàng cây số ${i + 1} trước mùa mưa, giao cho khu phố trông nom.`),
    ),
    {
      kind: 'table',
      rows: [heads, ...Array.from({ length: 12 }, (_, i) => heads.map((head) => `${head.toLowerCase()} của dòng ${i + 1}`))],
    },
  ],
})
await publishDocument(options, scope, editor, plan.id)
const address = `/van-ban/${plan.slug}`

test('on paper a document is its facts and its whole text: no menus or buttons, no table that is cut', async () => {
  const context = await site.visit(null)
  const page = await context.newPage()
  await page.goto(address)
  await page.emulateMedia({ media: 'print' })
  // A4 upright without its margins, in CSS pixels.
  await page.setViewportSize({ width: 700, height: 1000 })
  for (const gone of ['.site-header nav', '.site-footer', '.crumbs', '[data-print]'])
    expect([gone, await page.locator(gone).locator('visible=true').count()]).toEqual([gone, 0])
  for (const there of ['99/KH-UBND', 'Mỗi tuyến đường có bóng mát.', 'ghi chú của dòng 12'])
    expect([there, await page.getByText(there, { exact: false }).first().isVisible()]).toEqual([there, true])
  const cut = await page.locator('.doc-text .scroll').evaluate((box) => {
    const { right } = box.querySelector('table')!.getBoundingClientRect()
    return getComputedStyle(box).overflowX !== 'visible' || right > document.documentElement.clientWidth
  })
  expect(cut).toBe(false)
  await context.close()
})

test('the English pages name everything in English and say that the text itself is Vietnamese', async () => {
  const context = await site.visit(null, { viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`/en${address}`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('.doc-text').getAttribute('lang')).toBe('vi')
  for (const words of ['Issued by', 'Plan 99/KH-UBND', 'In force'])
    expect([words, await page.getByText(words).count()]).not.toEqual([words, 0])
  expect(await page.locator('main').textContent()).not.toMatch(/Cơ quan ban hành|Văn bản liên quan|Toàn văn/)
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))]).toEqual([])
  await page.goto('/en/van-ban')
  expect(await page.locator('h1').textContent()).toBe('Documents')
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))]).toEqual([])
  await context.close()
})
