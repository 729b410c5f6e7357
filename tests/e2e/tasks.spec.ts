import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { listStaff } from '../../src/modules/accounts/index.ts'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { aProgrammeRow, taskRows } from '../support/programme-rows.ts'
import { photoWithPlace } from '../support/sample-files.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const { visit } = site
const unitId = (await listStaff(site.db, { authorityId: 1 })).find(({ username }) => username === 'nam')!.unitId
const programme = await aProgrammeRow(site.db, { title: 'Kế hoạch dân vận' })
const [task] = await taskRows(site.db, programme, [{ unitId, title: 'Trồng cây ở khu phố 3', dueOn: '2026-12-31', target: '20' }])
const address = `/lam-viec/nhiem-vu/${task!.code}`
const phone = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

const openForm = (page: Page, act: string) => page.locator(`details:has(form[action$="/${act}"]) > summary`).click()
const send = (page: Page, act: string) => page.locator(`form[action$="/${act}"] button`).click()

test('without JavaScript, on a phone: an officer starts, notes, shows a photo and reports; without evidence the office is told so', async () => {
  const context = await visit('nam', phone)
  const page = await context.newPage()
  await page.goto(address)
  await send(page, 'start')
  await page.getByText('Đã ghi: ').first().waitFor()
  await openForm(page, 'report')
  await page.locator('#report-words').fill('Đã trồng đủ.')
  await send(page, 'report')
  await page.getByText('Chưa có bằng chứng nên chưa báo xong được').first().waitFor()
  expect(await page.locator('#report-words').inputValue()).toBe('Đã trồng đủ.')
  await openForm(page, 'note')
  await page.locator('#note-words').fill('Trồng được 12 cây.')
  await page.locator('#note-reached').fill('12')
  await send(page, 'note')
  await page.getByText('Trồng được 12 cây.').first().waitFor()
  await openForm(page, 'addEvidence')
  await page.locator('#addEvidence-caption').fill('Hàng cây mới')
  await page.locator('#addEvidence-open').check()
  await page.locator('#addEvidence-files').setInputFiles({ name: 'cay.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() })
  await send(page, 'addEvidence')
  await page.getByRole('link', { name: 'cay.jpg' }).waitFor()
  await openForm(page, 'report')
  await page.locator('#report-words').fill('Đã trồng đủ.')
  await send(page, 'report')
  await page.getByText('Chờ xác nhận', { exact: true }).first().waitFor()
  expect(await overflow(page, 390)).toEqual([])
  await context.close()
})

test('by the keyboard alone the head comes from the list to the item and confirms it', async () => {
  const context = await visit('dung', { viewport: { width: 1280, height: 844 } })
  const page = await context.newPage()
  await page.goto('/lam-viec/viec-cua-co-quan?xem=reported')
  expect(await axeFinds(page)).toEqual([])
  await tabTo(page, 'Trồng cây ở khu phố 3')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Trồng cây ở khu phố 3' }).waitFor()
  expect(await axeFinds(page)).toEqual([])
  await tabTo(page, 'Xác nhận đã xong')
  await page.keyboard.press('Enter')
  await page.getByText('Đã xong', { exact: true }).first().waitFor()
  await context.close()
})

async function tabTo(page: Page, name: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return
  }
  throw new Error(`The keyboard does not reach "${name}"`)
}
