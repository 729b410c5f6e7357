import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { officeCases } from '../support/office-cases.ts'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { SUNDAY, testSite } from '../support/site.ts'
import { writeLog } from '../support/site-log.ts'

const site = await testSite()
const { aCase } = await officeCases(site, () => SUNDAY)
const mine = await aCase('new', { subject: 'Nắp cống vỡ', body: 'Nắp cống vỡ.\nTrẻ con đi qua.' })
await writeLog(site.db)
const answer = await site.app.inject({ url: `/api/v1/petitions/${mine.code}/receipt`, headers: { 'x-petition-secret': mine.secret } })
const receipt = answer.body
const folder = mkdtempSync(join(tmpdir(), 'congdan-receipt-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'x.phieu.json')
writeFileSync(file, receipt)

const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }
const check = '/so-cong-khai/kiem-chung'
const told = async (page: Page, title: string) => {
  await page.getByRole('heading', { name: title, exact: true, level: 2 }).waitFor()
  return (await page.locator('[data-receipt-result]').textContent()) ?? ''
}

/** Opens the case with its secret, then its slip. */
async function openSlip(page: Page): Promise<void> {
  await page.goto(`/don/${mine.code}/phieu`)
  expect(new URL(page.url()).pathname).toBe('/tra-cuu')
  await page.getByLabel('Mã bí mật').fill(mine.secret)
  await Promise.all([page.waitForEvent('load'), page.locator('main form[method=post] button').first().click()])
  await page.goto(`/don/${mine.code}/phieu`)
}

describe('on a phone, in the browser alone', () => {
  test('a file, a forged text, and by keyboard', async () => {
    const context = await site.visit(null, phone)
    const faults = watchFaults(context, site.base)
    const sent: string[] = []
    context.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    const page = await context.newPage()
    await page.goto(check)
    await page.getByLabel('Tệp phiếu').setInputFiles(file)
    const words = await told(page, 'Phiếu thật')
    expect(words).toMatch(/Mã đơn\s*PL-2026-\d+/)
    expect(words).toContain('Đã chứng minh được')
    expect(words).toContain('Không chứng minh được')
    expect(words).not.toContain('máy chủ của cơ quan đã kiểm')
    expect(await axeFinds(page)).toEqual([])
    expect(await overflow(page, 390)).toEqual([])
    await page.getByLabel('Hoặc dán nội dung phiếu').fill(receipt.replace('Trẻ con', 'Trẻ em'))
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await told(page, 'Phiếu giả')).toContain('Phần sai: lời văn kèm theo.')
    expect(await axeFinds(page)).toEqual([])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ket-qua')
    expect(sent).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  test('the small square on the slip, photographed, and opened as an address', async () => {
    const context = await site.visit(null, phone)
    const page = await context.newPage()
    await openSlip(page)
    expect(await axeFinds(page)).toEqual([])
    expect(await overflow(page, 390)).toEqual([])
    const squares = page.locator('.slip svg')
    const small = await squares.first().screenshot()
    await page.goto(check)
    await page.getByLabel('Chụp mã QR trên giấy').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: small })
    expect(await told(page, 'Phiếu thật')).toContain('Mã QR ngắn chỉ chỉ chỗ trong sổ')
    await page.getByLabel('Hoặc chọn ảnh đã chụp').setInputFiles({
      name: 'anh.png',
      mimeType: 'image/png',
      buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 200 } }),
    })
    expect(await told(page, 'Chưa kiểm được')).toContain('Không thấy mã QR trong ảnh')
    await context.close()
  })
})

test('without JavaScript the server answers and says so', async () => {
  const context = await site.visit(null, { ...phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(check)
  expect(await page.getByText('Trình duyệt này không chạy JavaScript').isVisible()).toBe(true)
  expect(await page.getByLabel('Chụp mã QR trên giấy').isVisible()).toBe(false)
  await page.getByLabel('Tệp phiếu').setInputFiles(file)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Kiểm chứng' }).click()])
  expect(await told(page, 'Phiếu thật')).toContain('Lần này máy chủ của cơ quan đã kiểm')
  await context.close()
})

describe('the checker kept as one file, opened from a disk without a network', () => {
  const kept = join(folder, 'kiem-chung-phieu.html')

  test.each([
    ['', 'Phiếu thật', 'Tệp phiếu', 'Chụp mã QR trên giấy'],
    ['/en', 'True receipt', 'File of the receipt', 'Photograph the QR code on the paper'],
  ])('%s it checks a file and the large square on the slip', async (lang, title, fileLabel, photoLabel) => {
    const online = await site.visit(null, phone)
    const page = await online.newPage()
    await page.goto(`${lang}${check}`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()])
    await download.saveAs(kept)
    await openSlip(page)
    const large = await page.locator('.slip svg').nth(1).screenshot()
    await online.close()

    const context = await site.browser.newContext({ ...phone, offline: true })
    const faults: string[] = []
    const asked: string[] = []
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    context.on('weberror', (error) => faults.push(error.error().message))
    context.on('request', (request) => asked.push(request.url()))
    const disk = await context.newPage()
    await disk.goto(`file://${kept}`)
    await disk.getByLabel(fileLabel).setInputFiles(file)
    await told(disk, title)
    expect(await axeFinds(disk)).toEqual([])
    expect(await overflow(disk, 390)).toEqual([])
    await disk.reload()
    await disk.getByLabel(photoLabel).setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: large })
    await told(disk, title)
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })

  test('its policy lets nothing in that is not its own', async () => {
    const { body, headers } = await site.app.inject(`${check}.html`)
    expect(headers['content-disposition']).toContain('attachment')
    expect(body).toMatch(
      /Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src blob:/,
    )
    writeFileSync(kept, body.replace('</body>', '<script>document.title = "foreign"</script></body>'))
    const context = await site.browser.newContext({ offline: true })
    const page = await context.newPage()
    await page.goto(`file://${kept}`)
    expect(await page.title()).toBe('Kiểm chứng phiếu')
    await context.close()
  })
})
