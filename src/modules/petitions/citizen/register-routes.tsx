import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { originOf, parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { nfc } from '../../../shared/vietnamese-text.ts'
import { documentOf } from '../../../ui/page.tsx'
import { listUnits } from '../../accounts/index.ts'
import { normaliseCode } from '../access.ts'
import { RegisterQuery } from '../api-routes.ts'
import { labels } from '../fields.ts'
import { listRegister } from '../list-petitions.ts'
import { isPublic } from '../petition.ts'
import { findByCode } from '../petition-repository.ts'
import { viewCase } from '../views.ts'
import { registerFeed } from './feed.ts'
import type { CitizenOptions } from './options.ts'
import { PublicCasePage } from './pages/public-case-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { filterText, registerPath } from './register-filter.ts'
import { text } from './text.ts'

/** `/don`: what everybody may see. Drawn once, kept as bytes, dropped when an act touches it. */
export const registerRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, cache, now } = options

  app.get('/don', async (request, reply) => {
    const { after, limit, ...filter } = readQuery(request)
    const render = async () => {
      const { lang, scope } = request
      const [page, units] = await Promise.all([listRegister(db, scope, filter, after, limit), listUnits(db, scope)])
      const words = text[lang].register
      const feed = registerPath('/don.atom', { ...filter })
      return documentOf(
        // The address that everybody shares: not what the first visitor wrote behind it.
        { ...request.publicChrome(), path: registerPath('/don', { ...filter, after, limit }) },
        {
          title: words.title,
          description: words.lead,
          current: '/don',
          feeds: [{ href: feed, title: feed === '/don.atom' ? words.feedTitle : words.feedFiltered }],
        },
        <RegisterPage lang={lang} filter={filter} after={after} limit={limit} page={page} units={units} today={civilDateOf(now())} />,
      )
    }
    return cache.send(request, reply, { key: registerPath('/don', { ...filter, after, limit }), tags: ['register'], render })
  })

  app.get('/don.atom', async (request, reply) => {
    const { after: _, limit, ...filter } = readQuery(request)
    const origin = originOf(options, request)
    const render = async () => {
      const { lang, scope, site } = request
      const [page, units] = await Promise.all([listRegister(db, scope, filter, null, limit), listUnits(db, scope)])
      return registerFeed({ lang, origin, site, filter, filterText: filterText(lang, filter, units), petitions: page.items })
    }
    return cache.send(request, reply, {
      key: `${origin} ${registerPath('/don.atom', { ...filter, limit })}`,
      tags: ['register'],
      type: 'application/atom+xml; charset=utf-8',
      render,
    })
  })

  app.get<{ Params: { code: string } }>('/don/:code', async (request, reply) => {
    const found = await findByCode(db, request.scope, normaliseCode(request.params.code))
    if (!found || !isPublic(found)) throw new NotFound()
    const render = async () => {
      const { secretHash: _hash, accountId: _account, ...petition } = found
      const view = await viewCase(db, request.scope, petition, new Set())
      return documentOf(
        { ...request.publicChrome(), path: `/don/${petition.code}` },
        { title: `${petition.code} · ${petition.subject}`, current: '/don' },
        <PublicCasePage lang={request.lang} view={view} today={civilDateOf(now())} />,
      )
    }
    return cache.send(request, reply, { key: `/don/${found.code}`, tags: [`petition:${found.id}`], render })
  })
}

/** Ours alone, whatever else a link carries; the same words typed in another form are the same page. */
function readQuery(request: FastifyRequest): z.output<typeof RegisterQuery> {
  const given = request.query as Record<string, unknown>
  const known = Object.fromEntries(
    Object.keys(RegisterQuery.shape).flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])),
  )
  const query = parseInput(RegisterQuery, known, labels)
  const q = query.q === undefined ? '' : nfc(query.q).replace(/\s+/g, ' ').trim()
  const { q: _, ...rest } = query
  return q === '' ? rest : { ...rest, q }
}
