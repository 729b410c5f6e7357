import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { testDatabase } from '../../../tests/support/database.ts'
import type { Connection } from '../../platform/database.ts'
import { createServer } from '../../platform/http/index.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { sendPage } from '../../ui/page.tsx'
import {
  type Actor,
  accountsApiRoutes,
  accountsPlugin,
  createAuth,
  createPerson,
  quickHashing,
  type Role,
  roles,
  signInRoutes,
} from '../accounts/index.ts'
import { lifecycleText } from '../lifecycle/index.ts'
import type { AppointmentOptions } from './feature.ts'
import { appointmentRoutes, appointmentsText } from './index.ts'
import { saveDay } from './reception-days.ts'

const PASSWORD = 'phuoc-long-2017'
export const scope = { authorityId: 1 }
export const site = { codePrefix: 'PL' }

export interface TestApp extends Connection {
  app: FastifyInstance
  options: AppointmentOptions
  /** One person a role, by the name of the role. */
  actors: Record<Role, Actor>
  dropped: string[]
  setNow: (at: string) => void
  addDay: (on: CivilDate, capacity: number, part?: 'morning' | 'afternoon') => Promise<void>
  browser: () => Browser
}

/** For tests: the module alone behind a real server, one person a role, on Friday 27 November 2026. */
export async function testApp(): Promise<TestApp> {
  const connection = await testDatabase()
  const { db } = connection
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
    })
    .execute()
  const auth = await createAuth({ db, secret: 'a key for tests, of more than thirty-two letters', publicUrl: null, hashing: quickHashing })
  const actors = {} as Record<Role, Actor>
  for (const role of roles) {
    const username = role.toLowerCase()
    const person = { username, name: `Người ${role}`, password: PASSWORD, roles: [role], validFrom: '2017-01-01' as const }
    const personId = await db.transaction().execute((trx) => createPerson(trx, scope, auth, person))
    actors[role] = { personId, username, name: person.name, roles: [role], unitId: null }
  }
  let at = new Date('2026-11-27T09:00:00+07:00')
  const dropped: string[] = []
  const appKey = Buffer.alloc(32, 1)
  const options: AppointmentOptions = { db, appKey, now: () => at, publicUrl: null, dropPages: (tags) => dropped.push(...tags) }
  const errors = (lang: 'vi' | 'en') => ({ ...lifecycleText[lang].errors, ...appointmentsText[lang].errors })
  const app = await createServer({
    appKey,
    publicUrl: null,
    trustedProxies: [],
    logger: false,
    errorText: { vi: errors('vi'), en: errors('en') },
    errorPage: async (request, reply, problem) =>
      sendPage(request, reply, { title: problem.title, status: problem.status }, problem.detail),
  })
  await app.register(accountsPlugin, { db, auth })
  app.decorateRequest('chrome')
  app.addHook('onRequest', async (request) => {
    const site = { authorityName: request.site.name, shortName: request.site.shortName, demo: false }
    request.chrome = () => ({
      lang: request.lang,
      path: request.pagePath,
      site,
      nav: [],
      assets: { css: '/a.css', scripts: {}, fonts: [] },
    })
  })
  for (const plugin of [signInRoutes, accountsApiRoutes]) await app.register(plugin, { db, auth })
  await app.register(appointmentRoutes, options)
  await app.ready()
  return {
    ...connection,
    app,
    options,
    actors,
    dropped,
    setNow: (moment) => {
      at = new Date(moment)
    },
    addDay: (on, capacity, part = 'morning') =>
      db.transaction().execute((trx) => {
        const hours = part === 'morning' ? { starts: '07:30', ends: '11:00' } : { starts: '13:30', ends: '16:30' }
        return saveDay(trx, scope, {
          on,
          part,
          ...hours,
          place: 'Phòng tiếp công dân',
          leader: 'Chủ tịch',
          capacity,
          publishedOn: '2026-11-01',
        })
      }),
    browser: () => new Browser(app),
  }
}

let addresses = 0

/** Keeps cookies and fills in the token of forms. */
export class Browser {
  readonly #app: FastifyInstance
  readonly #address = `203.0.113.${(addresses++ % 250) + 1}`
  readonly cookies = new Map<string, string>()

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  async send(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: string | object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      ...(payload ? { payload } : {}),
      headers: { cookie, ...headers },
    })
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return response
  }

  get(url: string, headers: Record<string, string> = {}) {
    return this.send('GET', url, undefined, headers)
  }

  json(url: string, payload: object, headers: Record<string, string> = {}) {
    return this.send('POST', url, payload, headers)
  }

  /** Sends a form from a page; its token and hidden fields are read from the page. */
  async fill(page: string, action: string, fields: Record<string, string>) {
    const html = (await this.get(page)).body
    const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    return this.post(action, { _csrf: token, ...fields })
  }

  post(action: string, fields: Record<string, string>) {
    return this.send('POST', action, new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' })
  }

  async signIn(role: Role): Promise<this> {
    const response = await this.json('/api/v1/auth/sign-in', { username: role.toLowerCase(), password: PASSWORD })
    if (response.statusCode !== 200) throw new Error(`${role} could not sign in: ${response.body}`)
    return this
  }
}
