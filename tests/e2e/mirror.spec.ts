import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mirrorJob } from '../../src/mirror-job.ts'
import { expectOpensOffline } from '../support/mirror-check.ts'
import { officeCases } from '../support/office-cases.ts'
import { axeFinds, overflow, watchFaults } from '../support/page-bars.ts'
import { SUNDAY, testSite } from '../support/site.ts'
import { writeLog } from '../support/site-log.ts'
import { unzip } from '../support/unzip.ts'

const site = await testSite()
const { aCase } = await officeCases(site, () => SUNDAY)
const mine = await aCase('new', { subject: 'Nắp cống vỡ', body: 'Nắp cống vỡ.\nTrẻ con đi qua.' })
await writeLog(site.db)
const receipt = await site.app.inject({ url: `/api/v1/petitions/${mine.code}/receipt`, headers: { 'x-petition-secret': mine.secret } })
const stick = mkdtempSync(join(tmpdir(), 'congdan-usb-'))
afterAll(() => rmSync(stick, { recursive: true, force: true }))
const file = join(stick, 'x.phieu.json')
writeFileSync(file, receipt.body)

const log = { info: () => undefined, error: () => undefined }
const config = { dataDir: site.dataDir, publicUrl: null }
await mirrorJob({ config, db: site.db, app: site.app, dropPages: site.app.dropPages, log, now: () => SUNDAY }).run({})

describe('the mirror of last night', () => {
  test('is downloaded from the page of the log', async () => {
    const context = await site.visit(null, { viewport: { width: 390, height: 844 } })
    const faults = watchFaults(context, site.base)
    const page = await context.newPage()
    await page.goto('/so-cong-khai')
    expect(await axeFinds(page)).toEqual([])
    expect(await overflow(page, 390)).toEqual([])
    const link = page.getByRole('link', { name: /^Tải bản sao \(ZIP, [\d.,]+ (KB|MB)\)$/ })
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe('so-cong-khai-phuoc-long-2026-11-22.zip')
    await download.saveAs(join(stick, 'ban-sao.zip'))
    unzip(join(stick, 'ban-sao.zip'), stick)
    expectOpensOffline(join(stick, 'so-cong-khai-phuoc-long-2026-11-22'))
    expect(faults).toEqual([])
    await context.close()
  })

  test('opens from a stick, without a network: the log, the data, and the checker', async () => {
    const context = await site.browser.newContext({ viewport: { width: 390, height: 844 }, offline: true })
    context.setDefaultTimeout(15_000)
    const faults: string[] = []
    const asked: string[] = []
    context.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    context.on('weberror', (error) => faults.push(error.error().message))
    context.on('request', (request) => asked.push(request.url()))
    const page = await context.newPage()
    await page.goto(`file://${stick}/so-cong-khai-phuoc-long-2026-11-22/index.html`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Bản sao sổ công khai')
    expect(await axeFinds(page)).toEqual([])
    expect(await overflow(page, 390)).toEqual([])
    await page.getByRole('link', { name: '2026-11-22', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sổ công khai, 2026-11-22')
    expect(await page.getByRole('cell', { name: 'petition.received' }).count()).toBeGreaterThan(0)
    expect(await axeFinds(page)).toEqual([])
    await page.goBack()
    await page.getByRole('link', { name: 'Tin, bài / articles', exact: true }).click()
    expect(await page.getByRole('article').count()).toBeGreaterThan(5)
    expect(await page.getByText('Các câu hỏi tập trung vào học nghề').isVisible()).toBe(true)
    await page.getByText('Mọi thông tin / all that is known').first().click()
    expect(await axeFinds(page)).toEqual([])
    expect(await overflow(page, 390)).toEqual([])
    await page.goBack()
    await page.getByRole('link', { name: 'Kiểm một phiếu' }).click()
    await page.getByLabel('Tệp phiếu').setInputFiles(file)
    await page.getByRole('heading', { name: 'Phiếu thật', exact: true, level: 2 }).waitFor()
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  })
})
