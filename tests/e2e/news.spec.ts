import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { docx, photoWithPlace } from '../support/sample-files.ts'
import { testSite } from '../support/site.ts'

const site = await testSite()

async function expectClean(page: Page): Promise<void> {
  expect([...(await axeFinds(page)), ...(await overflow(page, 390)), ...(await overflow(page, 1280))], page.url()).toEqual([])
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Lưu bài' }).click()
  await page.getByText('Đã ghi nhận.').waitFor()
}

test('from a title to readers and back without JavaScript: every step one form', async () => {
  const context = await site.visit('tuyet', { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto('/lam-viec/tin-bai')
  await page.getByRole('link', { name: 'Viết bài mới' }).click()
  await page.getByLabel('Tiêu đề').fill('Sửa cầu Suối Dung')
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click()
  await page.getByLabel('Nội dung').fill('Cầu được sửa từ thứ hai.\n\n## Đường tránh\n\n- Xe máy: lối cũ\n- Xe tải: **quốc lộ**')
  await page.getByLabel('Nguồn').fill('Đội Quản lý đô thị')
  await save(page)
  await page.getByRole('button', { name: 'Gửi duyệt' }).click()
  await page.getByText('Chờ duyệt', { exact: true }).first().waitFor()
  await page.getByRole('button', { name: 'Đăng bài' }).click()
  await page.getByRole('link', { name: 'Xem trên trang' }).click()
  expect(await page.locator('.article-body').innerHTML()).toBe(
    '<p>Cầu được sửa từ thứ hai.</p><h2>Đường tránh</h2><ul><li>Xe máy: lối cũ</li><li>Xe tải: <strong>quốc lộ</strong></li></ul>',
  )
  await page.getByRole('link', { name: 'Báo lỗi bài viết' }).click()
  await page.getByLabel('Lỗi gì').fill('Cầu tên là Suối Rung.')
  await page.getByRole('button', { name: 'Gửi báo lỗi' }).click()
  await page.getByRole('heading', { name: 'Đã nhận báo lỗi' }).waitFor()
  await page.goto('/lam-viec/tin-bai/bao-loi')
  await page.getByRole('link', { name: 'Sửa cầu Suối Dung' }).click()
  await page.getByRole('link', { name: 'Sửa bài' }).click()
  await page.getByLabel('Tiêu đề').fill('Sửa cầu Suối Rung')
  await page.getByLabel('Lý do').fill('Ghi đúng tên cầu.')
  await page.getByRole('button', { name: 'Lưu và thay trên trang' }).click()
  await page.getByRole('link', { name: 'Bản 3' }).click()
  expect(await page.locator('.diff').textContent()).toMatch(/\[bỏ đi: Dung ?\].*\[thêm vào: Rung ?\]/s)
  await page.goto('/tin-tuc/sua-cau-suoi-dung')
  expect(new URL(page.url()).pathname).toBe('/tin-tuc/sua-cau-suoi-rung')
  await page.goto('/lam-viec/tin-bai?xem=published')
  await page.getByRole('link', { name: 'Sửa cầu Suối Rung' }).click()
  await page.locator('#withdraw-reason').fill('Cầu đã sửa xong.')
  await page.getByRole('button', { name: 'Gỡ bài' }).click()
  const gone = await page.goto('/tin-tuc/sua-cau-suoi-rung')
  expect(gone?.status()).toBe(410)
  expect(await page.getByText('Cầu đã sửa xong.').count()).toBe(1)
  await context.close()
})

test('in the editor: a page of Word, a picture, a paper that the guard looks into; what is typed is kept, nothing breaks the policy', async () => {
  const context = await site.visit('tuyet', { viewport: { width: 1280, height: 900 } })
  const faults = watchFaults(context, site.base)
  const page = await context.newPage()
  await page.goto('/lam-viec/tin-bai/moi')
  await page.getByLabel('Tiêu đề').fill('Bài dán từ Word')
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click()
  const text = page.locator('.editor-surface[role=textbox]')
  await text.click()
  await text.evaluate((element) => {
    const clipboard = new DataTransfer()
    clipboard.setData(
      'text/html',
      `<style>p{color:red}</style><h1 style="color:red">Kế hoạch<o:p></o:p></h1><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>·&nbsp; Việc một</p><p class=MsoNormal style="margin:0"><b>Đúng</b> hạn <script>alert(1)</script><img src="file:///c:/x.png" onerror="alert(1)"></p>`,
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }))
  })
  expect(await text.innerHTML()).toBe('<h2>Kế hoạch</h2><ul><li><p>Việc một</p></li></ul><p><strong>Đúng</strong> hạn</p>')
  await expectClean(page)
  await page.locator('#article-form [data-kept]').waitFor()
  await page.reload()
  await page.getByText('Đây là chữ bạn gõ dở').waitFor()
  await text.click()
  await page.keyboard.press('Control+End')
  const insert = async (name: string, buffer: Buffer, words: string) => {
    await page.locator('summary', { hasText: 'Ảnh, tệp' }).click()
    await page
      .getByLabel('Chọn ảnh hoặc tệp')
      .setInputFiles({ name, mimeType: name.endsWith('jpg') ? 'image/jpeg' : 'application/x', buffer })
    await page.getByLabel('Mô tả ảnh').fill(words)
    await page.getByRole('button', { name: 'Chèn vào bài' }).click()
  }
  await insert('cây.jpg', await photoWithPlace({ width: 1000, height: 600 }), 'Bà con trồng cây')
  await text.locator('figure img').waitFor()
  await insert('kế hoạch.docx', docx('<w:p><w:ins w:id="1"/></w:p>'), 'Kế hoạch')
  await text.locator('.attachment').waitFor()
  await save(page)
  await page.getByRole('button', { name: 'Đăng bài' }).click()
  await page.getByText('1 chỗ sửa còn theo dõi').waitFor()
  expect(await page.locator('.govuk-error-summary').textContent()).toContain('cần xem lại trước khi đăng')
  await page.getByRole('button', { name: 'Đã xem, được phép công khai' }).click()
  await page.getByRole('button', { name: 'Đăng bài' }).click()
  await page.getByRole('link', { name: 'Xem trên trang' }).click()
  const picture = page.getByRole('img', { name: 'Bà con trồng cây' })
  await picture.scrollIntoViewIfNeeded()
  expect(await picture.getAttribute('srcset')).toMatch(/-480\.webp 480w, .*-960\.webp 960w$/)
  expect((await context.request.get((await picture.getAttribute('src'))!)).headers()['content-type']).toBe('image/webp')
  await expectClean(page)
  expect(faults).toEqual([])
  await context.close()
})

test('two windows on one article: both are told, different paragraphs are merged, the same one is laid side by side', async () => {
  const context = await site.visit('tuyet', { javaScriptEnabled: false })
  const [first, second] = [await context.newPage(), await context.newPage()]
  await first.goto('/lam-viec/tin-bai/moi')
  await first.getByLabel('Tiêu đề').fill('Hai người viết')
  await first.getByRole('button', { name: 'Bắt đầu viết' }).click()
  await first.getByLabel('Nội dung').fill('Một\n\nHai\n\nBa')
  await save(first)
  await first.getByRole('link', { name: 'Sửa bài' }).click()
  const address = first.url()
  await second.goto(address)
  await first.getByLabel('Nội dung').fill('Một của tôi\n\nHai\n\nBa')
  await save(first)
  await second.getByLabel('Nội dung').fill('Một của bạn\n\nHai\n\nBa')
  await second.getByRole('button', { name: 'Lưu bài' }).click()
  await second.getByRole('heading', { name: 'Hai người cùng sửa một đoạn' }).waitFor()
  expect(await second.getByLabel('Nội dung').inputValue()).toBe('Một của bạn\n\nHai\n\nBa')
  expect(await second.locator('.diff').textContent()).toMatch(/tôi.*bạn/s)
  // Saving again without a word changes nothing.
  await second.getByRole('button', { name: 'Lưu bài' }).click()
  await second.getByRole('heading', { name: 'Hai người cùng sửa một đoạn' }).waitFor()
  await second.getByLabel('Tôi đã xem bản kia').check()
  await save(second)
  await first.goto(address)
  await second.goto(address)
  await first.getByLabel('Nội dung').fill('Một của bạn\n\nHai\n\nBA')
  await save(first)
  await second.getByLabel('Nội dung').fill('MỘT\n\nHai\n\nBa')
  await save(second)
  expect(await second.locator('.article-body').textContent()).toBe('MỘTHaiBA')
  await context.close()
})
