import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll } from 'vitest'
import { type AppOptions, createApp } from '../../src/app.ts'
import { loadDemo } from '../../src/demo/load-demo.ts'
import { createAuth, quickHashing } from '../../src/modules/accounts/index.ts'
import type { Connection } from '../../src/platform/database.ts'
import { PASSWORD } from './app.ts'
import { testDatabase } from './database.ts'

const built = new URL('../../dist/client', import.meta.url).pathname

/** Sunday 22 November 2026, ten in the morning. */
export const SUNDAY = new Date('2026-11-22T10:00:00+07:00')

export interface Site extends Connection {
  /** Of the database. */
  url: string
  app: FastifyInstance
  appKey: Buffer
  dataDir: string
  /** `http://127.0.0.1:…`, without a slash at the end. */
  base: string
  browser: Browser
  /** A browser of one person of the demonstration town, or of a visitor. */
  visit: (username: string | null, options?: BrowserContextOptions) => Promise<BrowserContext>
}

/** The whole application with the demonstration town on a database and a port of its own, as browsers get it: with the built files. */
export async function testSite({
  now = () => SUNDAY,
  commentSubjects = {},
}: { now?: () => Date } & Pick<AppOptions, 'commentSubjects'> = {}): Promise<Site> {
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('The browser files are not built: run `npm run build` first.')
  const connection = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-site-'))
  // A copy: building again meanwhile takes nothing away.
  const clientDir = join(dataDir, 'client')
  cpSync(built, clientDir, { recursive: true })
  const appKey = Buffer.alloc(32, 7)
  const auth = await createAuth({ db: connection.db, secret: appKey.toString('base64'), publicUrl: null, hashing: quickHashing })
  await loadDemo({ db: connection.db, auth, appKey, password: PASSWORD, now: now() })
  const app = await createApp({
    config: { dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
    connection,
    databaseUrl: connection.url,
    appKey,
    clientDir,
    now,
    hashing: quickHashing,
    logger: false,
    commentSubjects,
  })
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking'],
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    ...connection,
    app,
    appKey,
    dataDir,
    base,
    browser,
    visit: async (username, options = {}) => {
      const context = await browser.newContext({ baseURL: base, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...options })
      context.setDefaultTimeout(15_000)
      if (username) await signIn(context, username)
      return context
    },
  }
}

async function signIn(context: BrowserContext, username: string): Promise<void> {
  const response = await context.request.post('/api/v1/auth/sign-in', { data: { username, password: PASSWORD } })
  if (!response.ok()) throw new Error(`${username} could not sign in: ${response.status()} ${await response.text()}`)
}

/** Addresses that programs read, and the parts of pages: no page of their own. */
const noPage =
  /^\/(api\/|healthz$|readyz$|assets\/|\*|tep\/|anh\/|sitemap\/|metrics$)|\.(atom|csv|html|ics|json|rss|txt|xlsx|xml|zip)$|\/csv$|\/ban-sao$/

/** Every GET route that answers with a page, from the table of the application itself. */
export function pageRoutes(app: FastifyInstance): { pattern: string; form: RegExp }[] {
  const folders: string[] = []
  const patterns: string[] = []
  for (const line of app.printRoutes({ method: 'GET', commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+)( \(.*\))?$/.exec(line) ?? []
    if (indent === undefined || part === undefined) continue
    folders.length = indent.length / 4
    const pattern = `${folders.join('')}${part}`.replace(/^\/\//, '/')
    folders.push(part === '/' ? '/' : part)
    if (methods) patterns.push(pattern)
  }
  if (!patterns.includes('/') || patterns.length < 20) throw new Error(`The table of routes could not be read: ${patterns.join(' ')}`)
  return patterns
    .filter((pattern) => !noPage.test(pattern))
    .map((pattern) => ({ pattern, form: new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`) }))
}
