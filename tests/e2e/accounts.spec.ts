import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digits, PASSWORD, type TestApp, testApp } from '../../src/modules/accounts/test-app.ts'
import { createUnit } from '../../src/modules/accounts/unit-repository.ts'
import { loadAssets } from '../../src/ui/index.ts'
import { testDatabase } from '../support/database.ts'

const root = new URL('../../', import.meta.url).pathname
const out = mkdtempSync(join(tmpdir(), 'accounts-'))
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' }

let it: TestApp
let browser: Browser
let base: string

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
      rollupOptions: { input: ['src/ui/styles/main.scss'] },
    },
    css: { preprocessorOptions: { scss: { loadPaths: [join(root, 'node_modules')] } } },
  })
  const connection = await testDatabase()
  it = await testApp(connection, {
    assets: loadAssets(out),
    serveAssets: (app) =>
      app.get('/assets/*', { config: { siteless: true } }, async (request, reply) =>
        reply.type(types[request.url.split('.').pop() ?? ''] ?? 'text/plain').send(await readFile(join(out, request.url))),
      ),
  })
  await connection.db
    .transaction()
    .execute((trx) =>
      createUnit(trx, it.scope, { name: 'Đội Quản lý đô thị', shortName: 'Đội QLĐT', kind: 'agency', validFrom: '2009-11-01' }),
    )
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
  // Without its styles a page has no contrast to find wanting.
  expect(await page.evaluate(() => document.styleSheets[0]?.cssRules.length ?? 0), `${state} has no styles`).toBeGreaterThan(100)
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  expect(violations.map(({ id, nodes }) => `${state}: ${id} ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${state} scrolls sideways`).toBe(true)
}

test('an administrator signs in by keyboard and without scripts, adds a person, and that person takes over', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  await page.goto(`${base}/lam-viec/quan-tri`)
  await page.getByLabel('Tên đăng nhập').focus()
  await page.keyboard.type('Khánh')
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Người dùng' }).click()
  await page.getByLabel('Họ và tên').fill('Trần Văn Nam')
  await page.getByLabel('Tên đăng nhập').fill('nam')
  await page.getByLabel('Cán bộ thụ lý').check()
  await page.getByRole('button', { name: 'Thêm người' }).click()
  await page
    .getByRole('link', { name: 'Đơn vị: Người có vai trò này' })
    .or(page.getByText('Người có vai trò này phải thuộc một đơn vị.').first())
    .waitFor()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Văn Nam')
  expect(await page.getByLabel('Cán bộ thụ lý').isChecked()).toBe(true)
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Đội Quản lý đô thị' })
  await page.getByRole('button', { name: 'Thêm người' }).click()
  const password = (await page.locator('code').textContent())!
  await context.close()

  const nam = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await nam.goto(`${base}/dang-nhap`)
  await nam.getByLabel('Tên đăng nhập').fill('nam')
  await nam.getByLabel('Mật khẩu').fill(password)
  await nam.getByRole('button', { name: 'Đăng nhập' }).click()
  await nam.getByLabel('Mật khẩu hiện tại').fill(password)
  await nam.getByLabel('Mật khẩu mới').fill('cây cầu Đăk Lung')
  await nam.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await nam.getByText('Đã đổi mật khẩu.').waitFor()
  expect(await nam.getByText('Cán bộ thụ lý').count()).toBe(1)
  await nam.context().close()
})

describe.each([
  ['', 390],
  ['', 1280],
  ['/en', 390],
  ['/en', 1280],
])('every page and state (%s, %i px)', (prefix, width) => {
  test('has no accessibility problem and no sideways scroll', async () => {
    const name = `an.${prefix.slice(1)}${width}`
    const personId = await it.addPerson(name, ['administrator', 'editor'])
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    const visit = async (path: string) => {
      await page.goto(`${base}${prefix}${path}`)
      await isClean(page, path)
    }
    const press = async (state: string, fields: Record<string, string> = {}) => {
      for (const [field, value] of Object.entries(fields)) await page.locator(`main [name="${field}"]`).fill(value)
      await Promise.all([page.waitForEvent('load'), page.locator('main form button').first().click()])
      await isClean(page, state)
    }
    await visit('/dang-nhap?tiep=/lam-viec/quan-tri')
    await press('sign-in refused', { username: name, password: 'x' })
    await press('signed in', { username: name, password: PASSWORD })
    for (const path of ['/don-vi', '/nguoi-dung', `/nguoi-dung/${personId}?xong=1`]) await visit(`/lam-viec/quan-tri${path}`)
    await press('a person refused', { name: '' })
    await visit('/lam-viec/quan-tri/don-vi')
    await press('a unit refused')
    await Promise.all([page.waitForEvent('load'), page.locator('main table a').first().click()])
    await isClean(page, 'a unit')
    await visit('/tai-khoan')
    await visit('/tai-khoan/mat-khau')
    await press('password refused')
    await visit('/tai-khoan/ma-xac-nhan')
    await press('two-factor begun', { password: PASSWORD })
    await press('two-factor code refused', { code: '000000' })
    await press('recovery codes', { code: digits((await page.locator('main code').textContent())!) })
    await visit('/tai-khoan/ma-xac-nhan')
    await visit('/lam-viec/quan-tri/nguoi-dung')
    await page.locator('[name="roles"][value="editor"]').check()
    await press('password shown once', { name: 'Ai', username: `${name}.moi` })
    await context.clearCookies()
    await page.goto(`${base}${prefix}/dang-nhap`)
    await press('asked for a code', { username: name, password: PASSWORD })
    await press('code at sign-in refused', { code: '000000' })
    await context.close()
  })
})
