import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import { originOf } from '../../../platform/http/index.ts'
import type { RenderCache } from '../../../platform/render-cache.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { findOfficeContact, type Scope } from '../../accounts/index.ts'
import { listPublicOfMonth, oldestPublic } from '../../petitions/index.ts'
import { sitePages } from '../search/site-pages.ts'
import { robotsTxt, securityTxt } from './robots.ts'
import { MOST_IN_SITEMAP, type SitemapEntry, sitemapIndexXml, sitemapXml } from './sitemap.ts'

export interface DiscoveryOptions {
  db: Db
  cache: Pick<RenderCache, 'send'>
  now: () => Date
  publicUrl: string | null
  /** Addresses that an editor publishes: news, pages; in files of at most 50,000, by name. */
  published: readonly { name: string; tag: string; list: (scope: Scope, limit: number) => Promise<SitemapEntry[]> }[]
}

const XML = 'application/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'

/** What robots and people who look for holes ask a site for: robots.txt, sitemaps, security.txt. */
export const discoveryRoutes: FastifyPluginAsync<DiscoveryOptions> = async (app, options) => {
  const { db, cache, now, published } = options
  const hidden = { schema: { hide: true } }

  app.get('/robots.txt', hidden, async (request, reply) => {
    const origin = originOf(options, request)
    return cache.send(request, reply, { key: `robots ${origin}`, tags: [], type: TEXT, render: async () => robotsTxt(origin) })
  })

  app.get('/.well-known/security.txt', hidden, async (request, reply) => {
    const { phone } = await findOfficeContact(db, request.scope)
    return reply.type(TEXT).send(securityTxt({ origin: originOf(options, request), phone, now: now() }))
  })

  app.get('/sitemap.xml', hidden, async (request, reply) => {
    const origin = originOf(options, request)
    const today = civilDateOf(now())
    const render = async () => {
      const oldest = await oldestPublic(db, request.scope)
      const months = oldest ? monthsBetween(civilDateOf(oldest).slice(0, 7), today.slice(0, 7)) : []
      const names = ['trang', ...published.map(({ name }) => name), ...months.map((month) => `viec-${month}`)]
      return sitemapIndexXml(
        origin,
        names.map((name) => `/sitemap/${name}.xml`),
      )
    }
    return cache.send(request, reply, { key: `sitemap ${origin} ${today}`, tags: ['register'], type: XML, render })
  })

  app.get<{ Params: { file: string } }>('/sitemap/:file', hidden, async (request, reply) => {
    const origin = originOf(options, request)
    const { file } = request.params
    const source = sourceOf(request, file)
    if (!source) throw new NotFound()
    const render = async () => sitemapXml(origin, await source.list())
    return cache.send(request, reply, { key: `sitemap ${origin} ${file}`, tags: source.tags, type: XML, render })
  })

  function sourceOf({ scope }: FastifyRequest, file: string): { tags: string[]; list: () => Promise<SitemapEntry[]> } | null {
    const name = /^([a-z0-9-]+)\.xml$/.exec(file)?.[1]
    // Half of what a file may hold: each page stands there in two languages.
    const limit = MOST_IN_SITEMAP / 2
    if (name === 'trang') return { tags: [], list: async () => fixedPages() }
    const written = published.find((source) => source.name === name)
    if (written) return { tags: [written.tag], list: () => written.list(scope, limit) }
    const month = /^viec-(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(name ?? '')?.[1]
    if (!month || month < '2000-01') return null
    const list = async () =>
      (await listPublicOfMonth(db, scope, month, limit)).map(({ code, changedAt }) => ({ path: `/don/${code}`, changedAt }))
    return { tags: ['register'], list }
  }
}

function fixedPages(): SitemapEntry[] {
  return ['/', ...sitePages('vi').map(({ href }) => href)].map((path) => ({ path, changedAt: null }))
}

/** Both included, newest first; `YYYY-MM`. */
function monthsBetween(first: string, last: string): string[] {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
  return Array.from({ length: Math.max(count(last) - count(first) + 1, 0) }, (_, back) => {
    const month = count(last) - back
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })
}
