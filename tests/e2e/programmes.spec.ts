import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()
const { visit } = site
const phone = { viewport: { width: 390, height: 844 } }

const paper = `ỦY BAN NHÂN DÂN THỊ XÃ PHƯỚC LONG
Số: 88/KH-UBND

Phước Long, ngày 10 tháng 11 năm 2026

KẾ HOẠCH
Chăm lo Tết cho người nghèo năm 2027

I. MỤC TIÊU
1. Mọi hộ nghèo có Tết đầm ấm.
II. NHIỆM VỤ
1. Phòng LĐ-TB&XH rà soát danh sách hộ nghèo và lập danh sách hộ cận nghèo trước ngày 15/12/2026.
2. Các cơ quan, đơn vị vận động quà Tết trước ngày 20/01/2027.
3. Phòng Y tế khám bệnh miễn phí cho người già neo đơn.`

async function expectClean(page: Page): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))], page.url()).toEqual([])
}
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const open = (page: Page, words: string) => page.locator('summary', { hasText: words }).first().click()

let address = ''

test('an editor reads a plan without scripts, splits and takes what was read, and submits it', async () => {
  const context = await visit('tuyet', { ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/lam-viec/chuong-trinh')
  await page.getByRole('link', { name: 'Lập kế hoạch mới' }).click()
  await press(page, 'Lập bản soạn')
  await page.getByText('Tên: chưa có nội dung').first().waitFor()
  await page.getByLabel('Nội dung văn bản').fill(paper)
  await press(page, 'Lập bản soạn')
  await page.getByRole('heading', { name: 'Đề xuất từ văn bản' }).waitFor()
  const survey = page.locator('section.card', { hasText: 'rà soát danh sách hộ nghèo' })
  await survey
    .getByLabel('Nội dung', { exact: true })
    .fill('Phòng LĐ-TB&XH rà soát danh sách hộ nghèo\nPhòng LĐ-TB&XH lập danh sách hộ cận nghèo')
  await press(page, 'Lưu lại, chưa nhận')
  await page.getByText('Đã lưu phần sửa.').waitFor()
  await press(page, 'Nhận các đề xuất đã chọn')
  await page.getByText('Đã ghi nhận.').waitFor()
  address = new URL(page.url()).pathname
  const titles = await page.locator('main table a').allTextContents()
  expect(titles).toEqual(
    expect.arrayContaining([
      'Phòng LĐ-TB&XH rà soát danh sách hộ nghèo',
      'Phòng LĐ-TB&XH lập danh sách hộ cận nghèo',
      'Phòng Y tế khám bệnh miễn phí cho người già neo đơn.',
    ]),
  )
  await page.getByRole('link', { name: 'Phòng Y tế khám bệnh miễn phí cho người già neo đơn.' }).click()
  await page.getByText('(II/3)').waitFor()
  await page.getByLabel('Cơ quan chủ trì').selectOption({ label: 'Phòng Y tế' })
  await page.getByLabel('Hạn cuối').fill('2027-01-25')
  await press(page, 'Lưu việc này')
  await page.goto(address)
  await press(page, 'Trình duyệt')
  await page.getByText('Chờ duyệt', { exact: true }).first().waitFor()
  await context.close()
})

test('the pages are clean on a phone, with a refused form too', async () => {
  const context = await visit('tuyet', phone)
  const faults = watchFaults(context, site.base)
  const page = await context.newPage()
  for (const path of [
    '/lam-viec/chuong-trinh',
    '/lam-viec/chuong-trinh/moi',
    address,
    `${address}/doc-ke-hoach`,
    '/en/lam-viec/chuong-trinh',
  ]) {
    await page.goto(path)
    await expectClean(page)
  }
  await page.goto('/lam-viec/chuong-trinh/moi')
  await page.getByLabel('Tên').fill('Kế hoạch nháp')
  await press(page, 'Lập bản soạn')
  await page.getByText('Bản soạn chưa có việc nào', { exact: false }).waitFor()
  await open(page, 'Thêm một việc')
  await page.getByRole('button', { name: 'Thêm một việc' }).click()
  await page
    .getByText('Nội dung: chưa có nội dung', { exact: false })
    .or(page.getByText('Tên: chưa có nội dung', { exact: false }))
    .first()
    .waitFor()
  await expectClean(page)
  expect(faults).toEqual([])
  await context.close()
})

test('the chairman approves and publishes it and asks the agencies; a head brings the programme of the agency in', async () => {
  const chairman = await (await visit('lam')).newPage()
  await chairman.goto(address)
  await press(chairman, 'Duyệt')
  await chairman.getByText('Đã duyệt, chưa công bố').first().waitFor()
  await press(chairman, 'Công bố')
  await chairman.getByText('Đang thực hiện', { exact: true }).first().waitFor()
  await open(chairman, 'Giao các cơ quan lập chương trình')
  await chairman.getByLabel('Phòng Y tế').last().check()
  await chairman.getByLabel('Cơ quan phải ban hành chương trình chậm nhất ngày').fill('2026-12-10')
  await press(chairman, 'Giao các cơ quan lập chương trình')
  await chairman.getByText('0 trong 1 cơ quan đã ban hành chương trình; 0 cơ quan quá hạn.').waitFor()

  const head = await (await visit('thao', phone)).newPage()
  await head.goto('/lam-viec/chuong-trinh')
  await head.getByRole('link', { name: /^Chương trình hành động của Phòng Y tế thực hiện: Chăm lo/ }).click()
  expect(await head.locator('main table a').allTextContents()).toEqual(
    expect.arrayContaining(['Mọi hộ nghèo có Tết đầm ấm.', 'Phòng Y tế khám bệnh miễn phí cho người già neo đơn.']),
  )
  await expectClean(head)
  await press(head, 'Trình duyệt')
  await head.getByText('Chờ duyệt', { exact: true }).first().waitFor()
  await expectClean(head)
})
