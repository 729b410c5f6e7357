import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { sampleLog } from '../tests/support/sample-receipt.ts'
import { built } from './built.ts'
import { type Bench, median, percentile } from './report.ts'

/** As a cheap phone against this machine. */
const SLOWER = 4
const TIMES = 30

/** A receipt with two witnesses, checked by the built script in Chromium with the processor four times slower. Bar: 50 ms. */
export const verify: Bench = async (report) => {
  const { receipt, vkey, witnessKeys } = await sampleLog({ size: 4096, index: 4000 })
  const script = readFileSync(join(built.projectRoot(), 'dist', 'client', 'checker', 'receipt-check.js'), 'utf8')
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath)) throw new Error('No Chromium: set CHROMIUM to its path.')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    const known = `data-keys='${JSON.stringify([vkey])}' data-witnesses='${JSON.stringify(witnessKeys)}'`
    await page.setContent(
      `<form data-receipt-check="offline" ${known}><input id="receipt" type="file"></form><div data-receipt-result tabindex="-1"></div>`,
    )
    await page.addScriptTag({ content: script })
    for (let time = 1; time <= TIMES; time++) {
      await page
        .locator('#receipt')
        .setInputFiles({ name: `${time}.phieu.json`, mimeType: 'application/json', buffer: Buffer.from(receipt) })
      await page.waitForFunction((done) => performance.getEntriesByName('receipt-check').length === done, time)
    }
    await page.locator('.notice-ok').waitFor()
    const times = await page.evaluate(() => performance.getEntriesByName('receipt-check').map(({ duration }) => duration))
    report('the first receipt of a visit, processor 4 × slower', times[0]!, 'ms')
    report('a receipt, processor 4 × slower, median', median(times), 'ms')
    report('a receipt, processor 4 × slower, p95', percentile(times, 0.95), 'ms')
  } finally {
    await browser.close()
  }
}
