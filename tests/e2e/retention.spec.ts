import { expect, test } from 'vitest'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()

test('the administrator turns a rule on; reception holds a case; on a phone, and clean for axe', async () => {
  const { code } = await site.db.selectFrom('petitions').select('code').orderBy('code').limit(1).executeTakeFirstOrThrow()
  const administrator = await (await site.visit('khanh')).newPage()
  await administrator.setViewportSize({ width: 390, height: 844 })
  await administrator.goto('/lam-viec/quan-tri')
  await administrator.getByRole('link', { name: 'Thời hạn lưu dữ liệu' }).click()
  await administrator.getByText('Bật quy định: Lịch hẹn đã qua hoặc đã hủy').click()
  const form = administrator.locator('form[action$="/appointment.past"]')
  await form.getByLabel('Số văn bản').fill('12/QĐ-UBND')
  await form.getByRole('button', { name: 'Bật quy định' }).click()
  await administrator.getByText('Đã lưu. Có hiệu lực từ đêm nay.').waitFor()
  expect([...(await axeFinds(administrator)), ...(await overflow(administrator, 390))]).toEqual([])

  const reception = await (await site.visit('hoa')).newPage()
  await reception.setViewportSize({ width: 390, height: 844 })
  await reception.goto('/lam-viec/luu-giu/tam-giu')
  await reception.getByLabel('Mã hồ sơ').fill(code)
  await reception.getByLabel('Thanh tra, kiểm tra').check()
  await reception.getByLabel('Số văn bản').fill('3/TB-TTr')
  await reception.getByLabel('Ngày xem lại').fill('2026-12-31')
  await reception.getByRole('button', { name: 'Tạm giữ', exact: true }).click()
  await reception.getByText('Đã tạm giữ hồ sơ.').waitFor()
  expect([...(await axeFinds(reception)), ...(await overflow(reception, 390))]).toEqual([])
})

test('a resident asks for a copy of the whole account', async () => {
  const page = await (await site.visit('binh')).newPage()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/du-lieu-ca-nhan')
  await page.getByRole('link', { name: 'Yêu cầu cho cả tài khoản' }).click()
  await page.getByLabel('Xem và nhận bản sao dữ liệu').check()
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))]).toEqual([])
  await page.getByRole('button', { name: 'Gửi yêu cầu' }).click()
  await page.getByText('Hãy chép lại hai mã này').waitFor()
  expect(await page.locator('main').textContent()).toMatch(/TK-[0-9A-F]{8}/)
  expect([...(await axeFinds(page)), ...(await overflow(page, 390))]).toEqual([])
})
