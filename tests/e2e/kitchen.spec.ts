import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAssets } from '../../src/ui/index.ts'
import { Kitchen, type KitchenProps } from '../../src/ui/kitchen.tsx'

const root = new URL('../../', import.meta.url).pathname
const out = mkdtempSync(join(tmpdir(), 'kitchen-'))
const types: Record<string, string> = { css: 'text/css', js: 'text/javascript', woff2: 'font/woff2', svg: 'image/svg+xml' }
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'"

let server: Server
let browser: Browser
let context: BrowserContext
let base: string

/** The kitchen alone, behind the product's own content security policy. */
beforeAll(async () => {
  const islands = readdirSync(join(root, 'src/islands')).filter((name) => name.endsWith('.ts'))
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
      modulePreload: { polyfill: false },
      rollupOptions: { input: ['src/ui/styles/main.scss', ...islands.map((name) => `src/islands/${name}`)] },
    },
    css: { preprocessorOptions: { scss: { loadPaths: [join(root, 'node_modules')] } } },
  })
  const assets = loadAssets(out)
  server = createServer(async (request, reply) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname.startsWith('/assets/')) {
      reply.setHeader('content-type', types[pathname.split('.').pop() ?? ''] ?? 'text/plain')
      reply.end(await readFile(join(out, pathname)))
      return
    }
    const [, lang, view] = pathname.split('/')
    const html = renderToString(h(Kitchen, { assets, lang: lang === 'en' ? 'en' : 'vi', view: view as KitchenProps['view'] }))
    reply.setHeader('content-type', 'text/html; charset=utf-8')
    reply.setHeader('content-security-policy', policy)
    // `?fresh` is the form before any refused sending.
    reply.end(`<!doctype html>${search === '?fresh' ? html.replace('data-error-summary', '') : html}`)
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args })
  context = await browser.newContext({ permissions: ['geolocation'], geolocation: { latitude: 11.83, longitude: 106.96 } })
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(out, { recursive: true, force: true })
})

/** Opens a view; a script's fault or a breach of the policy fails the test. */
async function open(path: string, width = 1280): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && !message.text().includes('favicon') && faults.push(message.text()))
  await page.setViewportSize({ width, height: 800 })
  await page.goto(base + path, { waitUntil: 'networkidle' })
  return { page, faults }
}

describe.each(['front', 'forms', 'office'])('the kitchen, %s', (view) => {
  test.each([
    ['vi', 390],
    ['vi', 1280],
    ['en', 390],
  ])('has no accessibility problem, no fault and no sideways scroll (%s, %i px)', async (lang, width) => {
    const { page, faults } = await open(`/${lang}/${view}`, width)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    expect(faults).toEqual([])
    await page.close()
  })
})

test('an unlabelled box is found by the same check', async () => {
  const { page } = await open('/vi/forms')
  await page.evaluate(() => document.querySelector('label[for=subject]')?.remove())
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  expect(violations.map(({ id }) => id)).toContain('label')
  await page.close()
})

test('a refused form puts the reader on the summary, and its links into the fields', async () => {
  const { page } = await open('/vi/forms')
  expect(await page.locator('[data-error-summary]').evaluate((summary) => summary === document.activeElement)).toBe(true)
  await page.getByRole('link', { name: 'Hãy viết một dòng tóm tắt' }).press('Enter')
  expect(await page.locator('#subject').evaluate((field) => field === document.activeElement)).toBe(true)
  await page.close()
})

test('a draft survives a reload without its password, and is gone when deleted', async () => {
  const { page } = await open('/vi/forms?fresh')
  await page.getByLabel('Tóm tắt').fill('Đèn đường tắt')
  await page.getByLabel('Kiến nghị').check()
  await page.getByLabel('Có', { exact: true }).check()
  await page.getByLabel('Mật khẩu').fill('bí mật')
  await page.reload()
  await page.getByText('Đã khôi phục bản nháp').waitFor()
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe('Đèn đường tắt')
  expect(await page.getByLabel('Kiến nghị').isChecked()).toBe(true)
  expect(await page.getByLabel('Có', { exact: true }).isChecked()).toBe(true)
  expect(await page.getByLabel('Mật khẩu').inputValue()).toBe('')
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('bí mật')
  await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
  expect(await page.getByLabel('Tóm tắt').inputValue()).toBe('')
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.close()
})

test('the place is filled in on demand, and too long a text is said, not cut', async () => {
  const { page } = await open('/vi/forms?fresh')
  await page.getByRole('button', { name: 'Dùng vị trí của tôi' }).click()
  await page.getByText('Đã điền vị trí').waitFor()
  expect(await page.getByLabel('Vĩ độ').inputValue()).toBe('11.83000')
  await page.getByRole('textbox', { name: 'Nội dung' }).fill('x'.repeat(2005))
  expect(await page.locator('.char-count').textContent()).toBe('Dài quá 5 ký tự')
  expect((await page.getByRole('textbox', { name: 'Nội dung' }).inputValue()).length).toBe(2005)
  await page.close()
})

test('j and k walk an office list, ? shows the keys, and typing is left alone', async () => {
  const { page } = await open('/vi/office')
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('PL-2026-00101')
  await page.keyboard.press('?')
  expect(await page.getByRole('dialog', { name: 'Phím tắt' }).isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.keyboard.type('j?')
  expect(await page.getByLabel('Tìm trong hộp việc').inputValue()).toBe('j?')
  await page.close()
})
