import type { Page, Response } from 'playwright-core'
import { expect, test } from 'vitest'
import { testSubjects } from '../../src/modules/comments/test-app.ts'
import { axeFinds, frameFaults, overflow, overflowOfLargeText, watchFaults } from '../support/page-bars.ts'
import { pageRoutes, testSite } from '../support/site.ts'
import { type State, siteStates } from '../support/site-states.ts'

/** Pages that this walk leaves out, and why. */
const excused: Record<string, string> = {
  '/log/checkpoint': 'a file for programs, no page',
  '/log/key': 'a file for programs, no page',
  '/loi-hua/:slug/chuong-trinh.docx': 'a paper to download, no page',
  '/loi-hua/:slug/phan-cong.docx': 'a paper to download, no page',
  '/loi-hua/:slug/bao-cao.docx': 'a paper to download, no page',
  '/lam-viec/bao-cao/:code/bao-cao.docx': 'a paper to download, no page',
  '/dang-nhap/ma-xac-nhan': 'needs a second factor: walked in accounts.spec.ts',
}

const site = await testSite({ commentSubjects: testSubjects })
const states = await siteStates(site)
const people = [...new Set(states.map((state) => state.as))]
const visited = new Set<string>()
/** Address without its query → titles: two pages of one name cannot be told apart in a history. */
const titles = new Map<string, Set<string>>()

const addressOf = (lang: string, path: string) => (lang === 'vi' ? path : path === '/' ? '/en' : `/en${path}`)

async function look(page: Page, lang: 'vi' | 'en', state: State): Promise<string[]> {
  await page.setViewportSize({ width: 1280, height: 844 })
  let answer: Response | null = await page.goto(addressOf(lang, state.path))
  let made: string | null = null
  const openAll = () =>
    page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
  await openAll()
  if (state.make) {
    page.on('response', remember)
    await state.make(page)
    page.off('response', remember)
    made = answer?.request().method() ?? 'GET'
  }
  function remember(response: Response): void {
    if (response.request().isNavigationRequest()) answer = response
  }
  const { pathname, search } = new URL(page.url())
  const found: string[] = []
  const status = answer?.status()
  if (status !== (state.status ?? 200)) return [`answers ${status}`]
  if (status === 200 && made !== 'POST') {
    const path = lang === 'en' ? pathname.slice(3) || '/' : pathname
    visited.add(path)
    const title = await page.title()
    titles.set(title, (titles.get(title) ?? new Set()).add(pathname))
  }
  const address = made === 'POST' ? null : pathname + search
  found.push(...(await frameFaults(page, { lang, address: lang === 'en' && address ? address.slice(3) || '/' : address })))
  if (made === 'POST' && (status ?? 0) < 500) {
    const href = await page.locator('.topbar a[hreflang]').getAttribute('href')
    const other = await page.request.get(href!)
    if (other.status() >= 400) found.push(`the language switch goes to ${href}: ${other.status()}`)
  }
  await openAll()
  found.push(...(await axeFinds(page)), ...(await overflow(page, 1280)), ...(await overflowOfLargeText(page, 1280)))
  found.push(...(await overflow(page, 320)), ...(await overflow(page, 390)), ...(await axeFinds(page)))
  return found
}

/** Both languages at once, each person after the other. */
test.concurrent.each(['vi', 'en'] as const)(
  'every page and state is clean in %s',
  async (lang) => {
    const found: string[] = []
    for (const person of people) {
      const context = await site.visit(person)
      const faults = watchFaults(context, site.base)
      const page = await context.newPage()
      for (const state of states.filter(({ as }) => as === person)) {
        const name = `${person ?? 'visitor'} ${state.path}${state.name ? ` (${state.name})` : ''}`
        const here = await look(page, lang, state).catch((error: Error) => [error.message])
        found.push(...[...here, ...faults.splice(0)].map((line) => `${name} ${line}`))
      }
      await context.close()
    }
    expect(found).toEqual([])
  },
  1_800_000,
)

test('no page route is left out', () => {
  const left = pageRoutes(site.app).filter(({ pattern, form }) => !(pattern in excused) && ![...visited].some((path) => form.test(path)))
  expect(left.map(({ pattern }) => pattern)).toEqual([])
  expect(Object.keys(excused).filter((pattern) => !pageRoutes(site.app).some((route) => route.pattern === pattern))).toEqual([])
})

test('no two pages have the same title', () => {
  const plain = (paths: Set<string>) => new Set([...paths].map((path) => path.replace(/^\/en(?=\/|$)/, '')))
  const shared = [...titles].filter(([, paths]) => plain(paths).size > 1).map(([title, paths]) => `${title}: ${[...paths].join(' ')}`)
  expect(shared).toEqual([])
})

test('what is wrong with a page is found by these checks', async () => {
  const context = await site.visit(null)
  const faults = watchFaults(context, site.base)
  const page = await context.newPage()
  await page.goto('/tra-cuu')
  await page.evaluate(() => {
    const wide = document.createElement('h1')
    wide.textContent = 'Thưa'.repeat(200)
    wide.style.setProperty('white-space', 'nowrap')
    document.querySelector('main')?.append(wide, document.createElement('input'))
    const foreign = document.createElement('img')
    foreign.src = 'http://localhost:9/x.png'
    document.body.append(foreign)
  })
  expect((await axeFinds(page)).join()).toMatch(/axe label.*axe image-alt|axe image-alt.*axe label/)
  expect(await overflow(page, 390)).toHaveLength(1)
  expect(await overflowOfLargeText(page, 1280)).toHaveLength(1)
  expect(await frameFaults(page, { lang: 'en', address: '/don' })).toEqual([
    'lang is vi',
    '2 h1',
    'the language switch goes to /en/tra-cuu, not /don',
  ])
  expect(faults.join()).toContain('Content Security Policy')
  await context.close()
})
