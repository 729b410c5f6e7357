import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { built } from './built.ts'
import { median, percentile, type Report } from './report.ts'
import { appKey, openTown, PASSWORD } from './town.ts'

const { createApp, projectRoot } = built

/** Sizes that are compared, from the same program. */
const SMALL = 1_000
const LARGE = 100_000
/** Requests of each page before any is measured: the program's code is compiled while it first runs, at whatever size. */
const WARM = 100
/** Rounds in which every page has its turn: what disturbs the machine for a moment spoils one round of them. */
const ROUNDS = 5
const TIMES = 60

export type Town = Awaited<ReturnType<typeof openTown>>
export type App = Awaited<ReturnType<typeof createApp>>

/** The product over a town of its own, as built. */
export function openApp(town: Town): Promise<App> {
  return createApp({
    config: { dataDir: town.dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection: town,
    databaseUrl: town.url,
    appKey,
    clientDir: join(projectRoot(), 'dist', 'client'),
  })
}

/** @returns the cookies of somebody who has signed in */
export async function signIn(app: App, username: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { username, password: PASSWORD } })
  return answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** @returns how long the answer took, in ms */
export async function timeOf(app: App, url: string, cookie: string | null): Promise<number> {
  const startedAt = performance.now()
  const answer = await app.inject({ url, headers: cookie ? { cookie } : {} })
  const took = performance.now() - startedAt
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  return took
}

interface Page {
  url: string
  as: string | null
  /** A page that is kept as bytes: forgotten before each request, so that it is drawn. */
  redraw?: true
}

interface Sizes {
  /** With the demonstration's petitions and articles. */
  petitions: boolean
  /** What there are so many of: "petitions". */
  noun: string
  /** Addresses by name; `{n}` is another number each time, other braces are filled from a sample. */
  pages: Readonly<Record<string, Page>>
  /** Instead of 1,000 and 100,000. */
  sizes?: readonly [small: number, large: number]
  /** From how many to how many. */
  fill: (town: Town, from: number, to: number) => Promise<void>
  /** Values for the braces, some of each town. */
  samples?: (town: Town) => Promise<readonly Readonly<Record<string, string>>[]>
}

/** Tells the program that everything changed, as another process would, and lets it hear that. */
async function forgetPages({ pool }: Town): Promise<void> {
  await pool.query(`select pg_notify('congdan_pages', '["*"]')`)
  await setTimeout(5)
}

/** p95 of each page at 1,000 and at 100,000 of something: the median of five rounds, and its ratio. */
export async function compareSizes(
  report: Report,
  { petitions, noun, pages, fill, samples, sizes = [SMALL, LARGE] }: Sizes,
): Promise<void> {
  const town = await openTown({ petitions })
  const app = await openApp(town)
  try {
    const cookies = new Map<string, string>()
    for (const { as } of Object.values(pages)) if (as && !cookies.has(as)) cookies.set(as, await signIn(app, as))
    const p95: Record<string, number[]> = {}
    let have = 0
    for (const size of sizes) {
      await fill(town, have, size)
      have = size
      const filled = (await samples?.(town)) ?? [{}]
      let n = 0
      const round = async ({ url, as, redraw }: Page, requests: number) => {
        const times: number[] = []
        for (let i = 0; i < requests; i++) {
          const values = { ...filled[i % filled.length], n: String(n++) }
          const address = Object.entries(values).reduce((path, [name, value]) => path.replace(`{${name}}`, encodeURIComponent(value)), url)
          if (redraw) await forgetPages(town)
          times.push(await timeOf(app, address, as ? cookies.get(as)! : null))
        }
        return percentile(times, 0.95)
      }
      for (const page of Object.values(pages)) await round(page, WARM)
      const rounds: Record<string, number[]> = {}
      for (let i = 0; i < ROUNDS; i++)
        for (const [name, page] of Object.entries(pages)) rounds[name] = [...(rounds[name] ?? []), await round(page, TIMES)]
      for (const [name, values] of Object.entries(rounds)) {
        p95[name] = [...(p95[name] ?? []), median(values)]
        report(`p95 ${name}, ${size} ${noun}`, median(values), 'ms')
      }
    }
    for (const [name, [small = Number.NaN, large = Number.NaN]] of Object.entries(p95))
      report(`${name}: ${sizes[1]} to ${sizes[0]} ${noun}`, large / small, 'ratio')
  } finally {
    await app.close()
    await town.close()
  }
}
