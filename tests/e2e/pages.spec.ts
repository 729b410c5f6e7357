import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds, overflow } from '../support/page-bars.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()

async function expectClean(page: Page): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, 390)), ...(await overflow(page, 1280))], page.url()).toEqual([])
}
const plain = { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } as const

test('a page of the office under four eyes, without JavaScript: the editor writes, the chairman publishes, the menu leads there', async () => {
  const [chairman, editor] = [await site.visit('lam', plain), await site.visit('tuyet', plain)]
  const [head, desk] = [await chairman.newPage(), await editor.newPage()]
  await head.goto('/lam-viec/tin-bai')
  await head.getByRole('link', { name: 'Quy định của tòa soạn' }).click()
  await head.getByLabel('Người viết không tự đăng (bốn mắt)').check()
  await head.getByRole('button', { name: 'Lưu quy định' }).click()
  await head.getByText('Đang bật: người viết không tự đăng.').waitFor()

  await desk.goto('/lam-viec/tin-bai')
  await desk.getByRole('link', { name: 'Viết trang mới' }).click()
  await desk.getByLabel('Tiêu đề').fill('Chức năng, nhiệm vụ')
  await desk.getByRole('button', { name: 'Bắt đầu viết' }).click()
  expect(await desk.getByLabel('Chuyên mục').count()).toBe(0)
  await desk.getByLabel('Nội dung').fill('Cơ quan làm những việc sau.')
  await desk.getByRole('button', { name: 'Lưu trang' }).click()
  await desk.getByRole('button', { name: 'Gửi duyệt' }).click()
  expect(await desk.getByRole('button', { name: 'Đăng trang' }).count()).toBe(0)
  expect(await desk.getByRole('heading', { name: 'Vì sao không có nút' }).count()).toBe(1)
  expect(await desk.getByText('Chính bạn lưu bản mới nhất (Bản 2)').count()).toBe(1)

  await head.goto('/lam-viec/tin-bai?loai=page&xem=inReview')
  await head.getByRole('link', { name: 'Chức năng, nhiệm vụ' }).click()
  await head.getByRole('button', { name: 'Đăng trang' }).click()
  await head.getByRole('link', { name: 'Xem trên trang' }).click()
  expect(new URL(head.url()).pathname).toBe('/trang/chuc-nang-nhiem-vu')

  await desk.goto('/lam-viec/menu/cuoi')
  const row = desk.getByRole('group', { name: 'Mục mới' }).first()
  await row.getByLabel('Chữ tiếng Việt').fill('Chức năng')
  await row.getByLabel('Chọn trang đã viết').selectOption({ label: 'Chức năng, nhiệm vụ' })
  await desk.getByRole('button', { name: 'Lưu menu' }).click()
  await desk.goto('/')
  await desk.locator('footer').getByRole('link', { name: 'Chức năng' }).click()
  expect(await desk.locator('h1').textContent()).toBe('Chức năng, nhiệm vụ')
  await Promise.all([chairman.close(), editor.close()])
})

test('what four eyes say instead of a button passes axe, at both widths and in both languages', async () => {
  const context = await site.visit('tuyet', { viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const rows = await site.db.selectFrom('articles').select(['id', 'status']).where('edited_by', 'is not', null).execute()
  for (const status of ['inReview', 'published', 'withdrawn'])
    for (const lang of ['', '/en']) {
      await page.goto(`${lang}/lam-viec/tin-bai/${rows.find((row) => row.status === status)!.id}`)
      await expectClean(page)
    }
  await context.close()
})

test('categories by keyboard alone: one below another, renamed, merged', async () => {
  const context = await site.visit('tuyet', { viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const type = async (label: string, words: string) => {
    await page.getByLabel(label).focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type(words)
  }
  await page.goto('/lam-viec/tin-bai/chuyen-muc')
  await type('Tên chuyên mục', 'Ngân sách')
  await page.keyboard.press('Tab')
  // Thông báo, Hoạt động, Pháp luật, Công khai.
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('trong Công khai').waitFor()
  await page.getByRole('link', { name: 'Ngân sách' }).focus()
  await page.keyboard.press('Enter')
  await type('Tên chuyên mục', 'Thu chi')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Thu chi' }).waitFor()
  await page.getByLabel('Gộp vào').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Thông báo' }).waitFor()
  expect(await page.getByText('Nhận một chuyên mục gộp vào').count()).toBe(1)
  await page.goto('/tin-tuc?chuyen-muc=ngan-sach')
  expect(new URL(page.url()).search).toBe('?chuyen-muc=thong-bao')
  await context.close()
})
