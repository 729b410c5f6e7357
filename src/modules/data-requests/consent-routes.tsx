import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import { civilDateOf, instantText } from '../../shared/civil-date.ts'
import { BOM, csvLine } from '../../shared/csv.ts'
import { NotFound } from '../../shared/errors.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole, type Scope } from '../accounts/index.ts'
import { audit, auditRead } from '../history/index.ts'
import { listConsents, walkConsents } from '../personal-data/index.ts'
import { matterTypes } from './data-request.ts'
import type { DataRequestOptions } from './feature.ts'
import { ConsentLookupPage } from './pages/consent-lookup-page.tsx'
import { ConsentsPage } from './pages/consents-page.tsx'
import { paths } from './paths.ts'
import { consentExporters, consentReaders } from './rules.ts'
import type { Sources } from './source.ts'
import { text } from './text.ts'

/** `/lam-viec/du-lieu-ca-nhan/dong-y`: what people agreed to, by matter, and the whole log without names. */
export async function consentRoutes(app: FastifyInstance, { db, now, sources }: DataRequestOptions): Promise<void> {
  const head = { current: '/lam-viec', noindex: true, office: true }

  app.get<{ Querystring: { ma?: unknown } }>(paths.consents, async (http, reply) => {
    const actor = requireRole(http, consentReaders)
    const { ma } = http.query
    if (typeof ma === 'string' && ma.trim() !== '')
      return reply.redirect(localPath(http.lang, paths.consentsOf(normaliseCode(ma).slice(0, 40))), 303)
    const page = <ConsentLookupPage lang={http.lang} mayExport={hasRole(actor, ...consentExporters)} />
    return sendPage(http, reply, { ...head, title: text[http.lang].consents.title }, page)
  })

  app.get<{ Params: { code: string } }>(`${paths.consents}/:code`, async (http, reply) => {
    const actor = requireRole(http, consentReaders)
    const { lang, scope } = http
    const found = await findMatter(db, scope, sources, normaliseCode(http.params.code))
    // Of whose case it is the code alone tells, and who may open it: so a look here is a look at a person.
    await auditRead(db, scope, actor, found.matter, 'consents')
    const page = <ConsentsPage lang={lang} code={found.code} consents={await listConsents(db, scope, found.matter)} />
    return sendPage(http, reply, { ...head, title: text[lang].consents.of(found.code) }, page)
  })

  app.get(paths.consentsCsv, async (http, reply) => {
    const actor = requireRole(http, consentExporters)
    await audit(db, http.scope, actor, 'consents.exported')
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="dong-y-${civilDateOf(now())}.csv"`)
      .header('cache-control', 'no-store')
      .send(Readable.from(csvOf(db, http.scope, sources, http.lang)))
  })
}

/** @throws NotFound: unknown */
async function findMatter(db: Db, scope: Scope, { of }: Sources, code: string) {
  for (const type of matterTypes) {
    const found = await of[type].find(db, scope, code)
    if (found) return { matter: { type, id: found.id }, code: found.code }
  }
  throw new NotFound()
}

const STRIDE = 500

async function* csvOf(db: Db, scope: Scope, { of }: Sources, lang: Lang): AsyncGenerator<string> {
  const words = text[lang].consents
  yield `${BOM}${csvLine(words.csvHead)}`
  let after: string | null = null
  for (;;) {
    const consents = await walkConsents(db, scope, after, STRIDE)
    const codes = new Map<string, string>()
    for (const type of matterTypes) {
      const ids = consents.filter(({ matter }) => matter.type === type).map(({ matter }) => matter.id)
      for (const [id, code] of await of[type].codes(db, scope, ids)) codes.set(id, code)
    }
    for (const one of consents)
      yield csvLine([
        codes.get(one.matter.id) ?? '',
        words.purpose[one.purpose],
        one.given ? words.given : words.notGiven,
        one.textVersion ?? '',
        words.by[one.byRole],
        instantText(one.at),
      ])
    const last = consents.at(-1)
    if (!last || consents.length < STRIDE) return
    after = last.id
  }
}
