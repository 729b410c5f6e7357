import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axeOptions: RunOptions = { rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }

/** Faults that a browser tells of itself: scripts' errors, breaches of the content policy, files of strangers. */
export function watchFaults(context: BrowserContext, base: string): string[] {
  const faults: string[] = []
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`))
  context.on('console', (message) => {
    const { url } = message.location()
    // A refused page is itself reported as a failed load.
    const isRefusal = url === message.page()?.url() && message.text().startsWith('Failed to load resource')
    if (['error', 'warning'].includes(message.type()) && !isRefusal) faults.push(`${url}: ${message.text()}`)
  })
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== base) faults.push(`${request.frame().url()} asks ${request.url()}`)
  })
  return faults
}

/** What axe finds, as `rule: markup`; WCAG 2.2 AA with its target sizes, and the good practice that axe knows. */
export async function axeFinds(page: Page): Promise<string[]> {
  // The pages have one frame; put into it once, axe looks at each width in half the time that its wrapper takes.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const violations = await page.evaluate(async (options) => {
    const { run } = (window as unknown as { axe: { run: (on: Document, options: object) => Promise<AxeResults> } }).axe
    return (await run(document, options)).violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 3).map(({ html }) => ({ html })),
    }))
  }, axeOptions as object)
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `axe ${id}: ${node.html}`))
}

/** What stands out of the window to the right, if the page can be scrolled there. */
export async function overflow(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 844 })
  return page.evaluate((at) => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 0.5,
    )
    return [`${at}: ${root.scrollWidth} wide, by ${wide.at(-1)?.outerHTML.slice(0, 200)}`]
  }, `${width} px`)
}

/** The same with the reader's letters twice as large. */
export async function overflowOfLargeText(page: Page, width: number): Promise<string[]> {
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  const browser = await page.context().newCDPSession(page)
  // The reader's own setting, which media queries in em follow as well.
  const letters = (pixels: number) => browser.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } })
  const before = await size()
  await letters(32)
  const found = await overflow(page, width)
  const grown = (await size()) / before
  await letters(16)
  await browser.detach()
  return [...found.map((line) => `200 % text, ${line}`), ...(grown === 2 ? [] : [`letters grew ${grown} times`])]
}

/** One h1, the language of the address, and a switch that stays on the page. */
export async function frameFaults(page: Page, { lang, address }: { lang: 'vi' | 'en'; address: string | null }): Promise<string[]> {
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    h1: document.querySelectorAll('h1').length,
    rules: document.styleSheets[0]?.cssRules.length ?? 0,
    other: document.querySelector('.topbar a[hreflang]')?.getAttribute('href'),
  }))
  const other = address === null ? seen.other : lang === 'en' ? address : address === '/' ? '/en' : `/en${address}`
  return [
    seen.lang === lang ? '' : `lang is ${seen.lang}`,
    seen.h1 === 1 ? '' : `${seen.h1} h1`,
    // Without its styles a page has no contrast to find wanting.
    seen.rules > 100 ? '' : 'no styles',
    seen.other === other ? '' : `the language switch goes to ${seen.other}, not ${other}`,
  ].filter(Boolean)
}
