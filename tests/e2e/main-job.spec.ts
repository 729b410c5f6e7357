import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdf, photoWithPlace } from '../support/sample-files.ts'
import { testSite } from '../support/site.ts'

const phone = { viewport: { width: 390, height: 844 } }
const site = await testSite()
const files = {
  photo: { name: 'nắp cống.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace({ orientation: 6 }) },
  paper: { name: 'đơn tay.pdf', mimeType: 'application/pdf', buffer: pdf() },
  evidence: { name: 'hiện trường.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() },
}
const story = {
  subject: 'Nắp cống vỡ trước cổng trường Thác Mơ',
  body: 'Nắp cống vỡ từ tuần trước, trẻ con đi học rất nguy hiểm.\nMong sửa sớm.',
  name: 'Nguyễn Thị Út',
  phone: '0977 123 456',
  email: 'ut@example.vn',
}

/** Text of a page as a person reads it. */
const read = async (page: Page) => (await page.locator('main').textContent()) ?? ''
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function fillFiling(page: Page): Promise<void> {
  await page.getByLabel('Phản ánh').check()
  await page.getByLabel('Việc gì?').fill(story.subject)
  await page.getByLabel('Kể rõ hơn').fill(story.body)
  await page.getByLabel('Họ và tên').fill(story.name)
  await page.getByRole('group', { name: 'Cho đăng việc này lên sổ công khai?' }).getByLabel('Đồng ý').check()
}

/** The figure beside a label in a table or chart of the figures page. */
async function figure(page: Page, table: string, row: string): Promise<number> {
  const cells = page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: row })
  return Number(/\d+/.exec((await cells.textContent())?.replace(row, '') ?? '')?.[0])
}

/** An officer opens the case from the inbox, by search. */
async function openCase(context: BrowserContext, code: string): Promise<Page> {
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto('/lam-viec?view=all')
  await page.getByLabel('Tìm trong hộp việc').fill(code)
  await press(page, 'Tìm')
  await page.getByRole('link', { name: code, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: story.subject }).waitFor()
  return page
}

test('without scripts on a phone, a petition goes from filing to verdict', async () => {
  const noScripts = { ...phone, javaScriptEnabled: false }
  const lamAtDesk = await site.visit('lam', noScripts)
  const figures = await lamAtDesk.newPage()
  const counted = async () => {
    await figures.goto('/lam-viec/so-lieu')
    return [
      await figure(figures, 'Cơ quan nói', 'Đã giải quyết xong'),
      await figure(figures, 'Người gửi nói', 'Mới được một phần'),
      await figure(figures, 'Theo trạng thái', 'Đã trả lời'),
    ]
  }
  const before = await counted()

  const resident = await site.visit(null, noScripts)
  const page = await resident.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: 'Gửi phản ánh, kiến nghị' }).click()
  await fillFiling(page)
  await page.getByLabel('Khu phố, thôn').selectOption({ label: 'Khu phố 2, Phường Thác Mơ' })
  await page.getByLabel('Chỗ cụ thể').fill('Cổng trường tiểu học')
  await page.getByLabel('Số điện thoại').fill(story.phone)
  await page.getByLabel('Thư điện tử').fill(story.email)
  await page.getByLabel('Chọn ảnh, tệp PDF').setInputFiles([files.photo, files.paper])
  await press(page, 'Xem lại trước khi gửi')

  await page.getByRole('heading', { level: 1, name: 'Xem lại trước khi gửi' }).waitFor()
  for (const said of [story.subject, story.name, story.phone, 'Cổng trường tiểu học', files.photo.name, files.paper.name])
    expect(await read(page)).toContain(said)
  await press(page, 'Gửi đơn')

  await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
  const [code, secret] = (await page.locator('.code').allInnerTexts()) as [string, string]
  expect(code).toMatch(/^PL-2026-\d{5}$/)
  expect(secret.replaceAll('-', '')).toMatch(/^[0-9A-Za-z]{20}$/)
  expect(await read(page)).toContain('07/12/2026')
  await page.getByRole('link', { name: 'Phiếu hẹn để in' }).click()
  expect(await read(page)).toContain(secret)
  await page.getByRole('img', { name: 'Ô vuông để quét' }).waitFor()
  await resident.close()

  const hoa = await site.visit('hoa', noScripts)
  const reception = await openCase(hoa, code)
  expect(await read(reception)).toContain(story.phone)
  await reception.getByLabel('Đơn vị').first().selectOption({ label: 'Đội Quản lý đô thị' })
  await reception.getByLabel('Cán bộ', { exact: true }).first().selectOption({ label: 'Trần Văn Nam' })
  await press(reception, 'Thụ lý')
  await reception.getByText('Đã thụ lý.').waitFor()

  const nam = await site.visit('nam', noScripts)
  const desk = await openCase(nam, code)
  await desk.getByLabel('Nội dung').first().fill('Đã đến xem: nắp cống vỡ đôi.')
  await desk.getByLabel('Ảnh, biên bản (PDF)').setInputFiles(files.evidence)
  await desk.getByLabel('Cho người gửi và mọi người xem').check()
  await press(desk, 'Ghi bước xác minh')
  await desk.getByText('Đã ghi bước xác minh.').waitFor()
  expect(await read(desk)).toContain(files.evidence.name)
  await desk.getByLabel('Nội dung trả lời').fill('Đã thay nắp cống.')
  await desk.getByLabel('Đã giải quyết xong').check()
  await press(desk, 'Lưu bản trả lời, chờ ký')
  await desk.getByText('Đã lưu bản trả lời, chờ ký.').waitFor()

  const dung = await site.visit('dung', noScripts)
  const head = await openCase(dung, code)
  await head.getByLabel('Lý do').first().fill('Ghi rõ ngày thay.')
  await press(head, 'Trả lại bản soạn')
  await head.getByText('Đã trả lại bản soạn.').waitFor()

  await openCase(nam, code)
  expect(await read(desk)).toContain('Ghi rõ ngày thay.')
  expect(await desk.getByLabel('Nội dung trả lời').inputValue()).toBe('Đã thay nắp cống.')
  await desk.getByLabel('Nội dung trả lời').fill('Đã thay nắp cống ngày 20/11/2026.')
  await desk.getByLabel('Đã giải quyết xong').check()
  await press(desk, 'Lưu bản trả lời, chờ ký')

  const chair = await openCase(lamAtDesk, code)
  await press(chair, 'Ký và ban hành')
  await chair.getByText('Đã ký và ban hành trả lời.').waitFor()

  await openCase(hoa, code)
  await press(reception, 'Tôi đã đọc, cho đăng công khai')
  await reception.getByText('Đã cho đăng công khai.').waitFor()

  const later = await (await site.visit(null, noScripts)).newPage()
  await later.goto('/')
  await later.getByLabel('Mã hồ sơ').fill(code.toLowerCase())
  await press(later, 'Tra cứu')
  expect(await later.getByLabel('Mã hồ sơ').inputValue()).toBe(code)
  await later.getByLabel('Mã bí mật').fill(secret)
  await press(later, 'Xem hồ sơ')
  await later.getByRole('heading', { level: 1, name: story.subject }).waitFor()
  expect(await read(later)).toContain('Đã thay nắp cống ngày 20/11/2026.')
  expect(await read(later)).toContain('Chưa đánh giá')
  await later.getByLabel('Mới được một phần').check()
  await later.getByLabel('Bình thường').check()
  await later.getByLabel('Bạn muốn nói thêm gì?').fill('Nắp mới còn kênh.')
  await press(later, 'Gửi đánh giá')
  await later.getByText('Đã ghi đánh giá của bạn.').waitFor()
  expect(await read(later)).toContain('Nắp mới còn kênh.')

  const anybody = await (await site.visit(null, noScripts)).newPage()
  await anybody.goto(`/don/${code}`)
  const shown = await read(anybody)
  expect(shown).toMatch(/cơ quan nói\s*Đã giải quyết xong|Đã giải quyết xong\s*cơ quan nói/i)
  expect(shown).toMatch(/người gửi nói\s*Mới được một phần|Mới được một phần\s*người gửi nói/i)
  const html = await anybody.content()
  for (const hidden of [story.name, '0977', story.email, 'Nắp mới còn kênh', secret]) expect(html).not.toContain(hidden)

  expect(await counted()).toEqual(before.map((n) => n + 1))
  for (const [owner, name] of [
    [later, files.photo.name],
    [anybody, files.evidence.name],
  ] as const) {
    const href = await owner.getByRole('link', { name }).first().getAttribute('href')
    const { exif, width, height } = await sharp(await (await owner.request.get(href!)).body()).metadata()
    expect(exif, `${name} still says where it was taken`).toBeUndefined()
    if (owner === later) expect([width, height], 'the photo stands upright').toEqual([480, 640])
  }
  for (const open of [hoa, nam, dung, lamAtDesk, later.context(), anybody.context()]) await open.close()
})

describe('with scripts', () => {
  test('a draft survives a reload, and a lost line and a double click send one petition', async () => {
    const context = await site.visit(null, phone)
    const page = await context.newPage()
    await page.goto('/gui-don')
    await fillFiling(page)
    await page.reload()
    await page.getByText('Đã khôi phục bản nháp.').waitFor()
    expect(await page.getByLabel('Việc gì?').inputValue()).toBe(story.subject)
    expect(await page.getByLabel('Phản ánh').isChecked()).toBe(true)
    await press(page, 'Xem lại trước khi gửi')

    const count = async () => (await site.db.selectFrom('petitions').select('code').execute()).length
    const before = await count()
    await page.getByRole('button', { name: 'Gửi đơn' }).waitFor()
    const check = page.url()
    await context.setOffline(true)
    await Promise.all([page.waitForEvent('requestfailed'), press(page, 'Gửi đơn')])
    await context.setOffline(false)
    await page.goto(check)
    await page.getByRole('button', { name: 'Gửi đơn' }).dblclick()
    await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
    expect(await count()).toBe(before + 1)
    const secret = await page.locator('.code').last().textContent()

    // Sent again from the page before, as a browser does after a lost reply.
    await page.goto(check)
    await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
    expect(await page.locator('.code').last().textContent()).toBe(secret)
    expect(await count()).toBe(before + 1)
    await page.goto('/gui-don')
    expect(await page.getByLabel('Việc gì?').inputValue()).toBe('')
    await context.close()
  })

  test('filing asks for three choices, three texts and two presses', async () => {
    const context = await site.visit(null, phone)
    const page = await context.newPage()
    await page.goto('/gui-don')
    await press(page, 'Xem lại trước khi gửi')
    const refused = await page.locator('[data-error-summary] a').count()
    expect(refused, 'required answers').toBe(5)
    await fillFiling(page)
    await press(page, 'Xem lại trước khi gửi')
    await press(page, 'Gửi đơn')
    await page.getByRole('heading', { level: 1, name: 'Đã nhận đơn của bạn' }).waitFor()
    await context.close()
  })

  test('an officer walks the inbox with j and k, opens with Enter, searches with / and sees the keys with ?', async () => {
    const context = await site.visit('hoa', { viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto('/lam-viec?view=all')
    const links = page.locator('[data-key-list] a')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    expect(await focused()).toBe(await links.nth(1).textContent())
    await page.keyboard.press('k')
    const first = await links.nth(0).textContent()
    expect(await focused()).toBe(first)
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('xuống một dòng').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.keyboard.type('jk?')
    expect(await page.getByLabel('Tìm trong hộp việc').inputValue()).toBe('jk?')
    await page.goto('/lam-viec?view=all')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/lam-viec/don/${first}`)
    await context.close()
  })
})
