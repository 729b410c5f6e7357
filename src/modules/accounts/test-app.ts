import { createHmac } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Connection } from '../../platform/database.ts'
import { createServer } from '../../platform/http/index.ts'
import type { Assets } from '../../ui/index.ts'
import { sendPage } from '../../ui/page.tsx'
import { accountRoutes } from './account-routes.tsx'
import type { Role, Scope } from './accounts.ts'
import { adminRoutes } from './admin/admin-routes.tsx'
import { accountsApiRoutes } from './api-routes.ts'
import { type Auth, createAuth } from './auth.ts'
import { quickHashing } from './passwords.ts'
import { createPerson, type NewPerson } from './people.ts'
import { accountsPlugin } from './plugin.ts'
import { signInRoutes } from './sign-in-routes.tsx'
import { text } from './text.ts'

/** For tests: the module alone behind a real server, with one authority and as many people as the test wants. */
export interface TestApp {
  app: FastifyInstance
  auth: Auth
  scope: Scope
  /** Each route of the module: `GET /dang-nhap`. */
  routes: readonly string[]
  addPerson: (username: string, roles: readonly Role[], more?: Partial<NewPerson>) => Promise<string>
  /** A browser: keeps cookies, fills in the token of forms. */
  browser: () => Browser
}

export const PASSWORD = 'phuoc-long-2017'

interface TestAppOptions {
  publicUrl?: string | null
  /** Built styles and scripts, for tests in a browser, and the route that serves them. */
  assets?: Assets
  serveAssets?: (app: FastifyInstance) => void
}

export async function testApp({ db }: Pick<Connection, 'db'>, options: TestAppOptions = {}): Promise<TestApp> {
  const { publicUrl = null, assets = { css: '/a.css', scripts: {}, fonts: [] } } = options
  const scope = { authorityId: 1 }
  await db
    .insertInto('authorities')
    .values({
      id: 1,
      slug: 'phuoc-long',
      name: 'UBND thị xã Phước Long',
      short_name: 'Phước Long',
      code_prefix: 'PL',
      tier: 'town',
      valid_from: '2009-08-11',
      valid_to: null,
      host: null,
    })
    .execute()
  const auth = await createAuth({ db, secret: 'a key for tests, of more than thirty-two letters', publicUrl, hashing: quickHashing })
  const app = await createServer({
    appKey: Buffer.alloc(32, 1),
    publicUrl,
    trustedProxies: [],
    logger: false,
    errorText: { vi: text.vi.errors, en: text.en.errors },
    errorPage: async (request, reply, problem) =>
      sendPage(request, reply, { title: problem.title, status: problem.status }, problem.detail),
  })
  await app.register(accountsPlugin, { db, auth })
  app.decorateRequest('chrome')
  app.addHook('onRequest', async (request) => {
    request.chrome = () => ({
      lang: request.lang,
      path: request.pagePath,
      site: { authorityName: request.site.name, shortName: request.site.shortName, demo: false },
      nav: [],
      assets,
    })
  })
  const routes: string[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`)
  })
  for (const plugin of [signInRoutes, accountRoutes, accountsApiRoutes, adminRoutes]) await app.register(plugin, { db, auth })
  options.serveAssets?.(app)
  await app.ready()
  return {
    app,
    auth,
    scope,
    routes,
    addPerson: (username, roles, more = {}) =>
      db.transaction().execute((trx) =>
        createPerson(trx, scope, auth, {
          username,
          name: `Người ${username}`,
          password: PASSWORD,
          roles,
          validFrom: '2017-01-01',
          ...more,
        }),
      ),
    browser: () => new Browser(app),
  }
}

export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: FastifyInstance
  address = '203.0.113.1'

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async send(
    method: 'GET' | 'POST',
    url: string,
    more: { payload?: string | object; headers?: Record<string, string> } = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({ method, url, remoteAddress: this.address, ...more, headers: { cookie, ...more.headers } })
    for (const line of [response.headers['set-cookie'] ?? []].flat()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (!name) continue
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value!)
    }
    return response
  }

  get(url: string) {
    return this.send('GET', url)
  }

  json(url: string, payload: object) {
    return this.send('POST', url, { payload, headers: { 'content-type': 'application/json' } })
  }

  /** Fills in a form: its page is opened first, for the token. */
  async fill(page: string, action: string, fields: Record<string, string | string[]>) {
    const token = /name="_csrf" value="([^"]+)"/.exec((await this.get(page)).body)?.[1] ?? ''
    const form = new URLSearchParams({ _csrf: token })
    for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
    return this.send('POST', action, { payload: form.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  }

  signIn(username: string, password = PASSWORD) {
    return this.json('/api/v1/auth/sign-in', { username, password })
  }
}

/** The six digits of an authenticator for a secret in Base32 (RFC 6238), `steps` of 30 seconds from now. */
export function digits(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replaceAll(' ', '')].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
