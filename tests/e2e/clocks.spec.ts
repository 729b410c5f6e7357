import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, type TestApp, testApp } from '../../src/modules/accounts/test-app.ts'
import {
  clockRoutes,
  findComplex,
  listClocks,
  resumeClock,
  startClock,
  startPromise,
  suspendClock,
} from '../../src/modules/clocks/index.ts'
import { loadAssets } from '../../src/ui/index.ts'
import { testDatabase } from '../support/database.ts'

const root = new URL('../../', import.meta.url).pathname
const out = mkdtempSync(join(tmpdir(), 'clocks-'))
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' }
const complaint = { type: 'petition', id: '0192f3a0-0000-7000-8000-000000000001' }
const answered = { type: 'petition', id: '0192f3a0-0000-7000-8000-000000000002' }

let it: TestApp
let browser: Browser
let base: string
let clockId: string
let promiseId: string

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: out,
      emptyOutDir: true,
      manifest: 'manifest.json',
      assetsInlineLimit: 0,
      rollupOptions: { input: { main: 'src/ui/styles/main.scss', 'error-focus': 'src/islands/error-focus.ts' } },
    },
    css: { preprocessorOptions: { scss: { loadPaths: [join(root, 'node_modules')] } } },
  })
  const { db } = await testDatabase()
  it = await testApp(
    { db },
    {
      assets: loadAssets(out),
      serveAssets: (app) => {
        app.get('/assets/*', { config: { siteless: true } }, async (request, reply) =>
          reply.type(types[request.url.split('.').pop() ?? ''] ?? 'text/plain').send(await readFile(join(out, request.url))),
        )
        app.register(clockRoutes, { db, now: () => new Date('2026-11-22T03:00:00Z') })
      },
    },
  )
  const start = {
    matter: complaint,
    stage: 'resolution',
    rule: 'complaint.resolve_first',
    startEvent: 'accepted',
    on: '2026-02-10',
  } as const
  const promise = { matter: answered, stage: 'promise', startEvent: 'answered', on: '2026-11-20', dueOn: '2026-12-20' } as const
  await db.transaction().execute(async (trx) => {
    await startClock(trx, it.scope, start)
    await suspendClock(trx, it.scope, { ...start, on: '2026-02-20' })
    await resumeClock(trx, it.scope, { ...start, on: '2026-02-25' })
    await findComplex(trx, it.scope, { ...start, criteria: [2, 7], on: '2026-02-26' })
    await startPromise(trx, it.scope, promise)
  })
  clockId = (await listClocks(db, it.scope, complaint))[0]!.id
  promiseId = (await listClocks(db, it.scope, answered))[0]!.id
  await it.addPerson('khanh', ['administrator'])
  base = await it.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser?.close()
  await it?.app.close()
  rmSync(out, { recursive: true, force: true })
})

/** Nothing for axe to find, nothing wider than the screen. */
async function isClean(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  expect(violations.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${state} scrolls sideways`).toBe(true)
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${base}/dang-nhap?tiep=/lam-viec/quan-tri/lich`)
  await page.getByLabel('Tên đăng nhập').fill('khanh')
  await page.getByLabel('Mật khẩu').fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

test('anybody finds a due date and sees why, without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })).newPage()
  await page.goto(`${base}/tinh-han`)
  await page.getByLabel('Quy định').selectOption({ label: 'Thụ lý khiếu nại (lần đầu và lần hai)' })
  expect(await page.getByLabel('Ngày bắt đầu').inputValue()).toBe('2026-11-22')
  await page.getByRole('button', { name: 'Tính' }).click()
  await page.getByRole('heading', { name: 'Ngày đến hạn: Thứ tư, 02/12/2026' }).waitFor()
  expect(await page.getByText('Ngày Văn hóa Việt Nam: không tính').first().isVisible()).toBe(true)
  await page.getByLabel('Trường hợp').selectOption({ label: 'vụ việc phức tạp' })
  await page.getByRole('button', { name: 'Tính' }).click()
  await page.getByRole('link', { name: /không có trường hợp/ }).waitFor()
  expect(await page.getByLabel('Quy định').inputValue()).toBe('complaint.accept')
  await page.context().close()
})

test('the administrator marks a storm day by a notice and sets a local target, without scripts', async () => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await signIn(page)
  const day = page.locator('form', { has: page.getByRole('button', { name: 'Ghi vào lịch' }) })
  await day.getByLabel('Ngày (năm-tháng-ngày)').fill('2026-12-10')
  await day.getByLabel('Nghỉ').check()
  await day.getByLabel('Tên, lý do ngắn gọn').fill('Bão số 9')
  await day.getByRole('button').click()
  await page.getByRole('link', { name: /Số thông báo/ }).waitFor()
  expect(await day.getByLabel('Tên, lý do ngắn gọn').inputValue()).toBe('Bão số 9')
  expect(await day.getByLabel('Nghỉ').isChecked()).toBe(true)
  await day.getByLabel('Số thông báo').fill('99/TB-UBND')
  await day.getByRole('button').click()
  await page.getByRole('cell', { name: 'Bão số 9' }).waitFor()

  await page.goto(`${base}/lam-viec/quan-tri/muc-tieu`)
  await page.getByLabel('Việc', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Số ngày hoặc tháng').fill('10')
  await page.getByLabel('Áp dụng từ').fill('2026-12-01')
  await page.getByLabel('Số văn bản').fill('15/QĐ-UBND')
  await page.getByRole('button', { name: 'Đặt mục tiêu của địa phương' }).click()
  await page.getByRole('cell', { name: '10 ngày làm việc' }).waitFor()
  await page.context().close()
})

describe.each([
  ['', 390],
  ['', 1280],
  ['/en', 390],
  ['/en', 1280],
])('every page and state (%s, %i px)', (prefix, width) => {
  test('has no accessibility problem and no sideways scroll', async () => {
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage()
    const visit = async (path: string) => {
      await page.goto(`${base}${prefix}${path}`)
      for (const details of await page.locator('main details > summary').all()) await details.click()
      await isClean(page, path)
    }
    await visit('/tinh-han')
    await visit('/tinh-han?rule=complaint.resolve_first&from=2026-12-10&variant=complex%2Bremote')
    await visit('/tinh-han?rule=complaint.dialogue_notice&from=2026-12-10')
    await visit('/tinh-han?rule=petition.resolve&from=2026-12-10')
    await visit(`/han/${clockId}`)
    await visit(`/han/${promiseId}`)
    await signIn(page)
    for (const path of ['lich', 'lich?nam=2027', 'lich?nam=2026&xong=3', 'muc-tieu', 'muc-tieu?xong=1'])
      await visit(`/lam-viec/quan-tri/${path}`)
    await page.locator('main form button').last().click()
    await isClean(page, 'a target refused')
    await visit('/lam-viec/quan-tri/lich?nam=2027')
    for (const form of [0, 1, 2]) {
      await page.locator('main form').nth(form).getByRole('button').click()
      await isClean(page, `calendar form ${form} refused`)
    }
    await page.context().close()
  }, 300_000)
})
