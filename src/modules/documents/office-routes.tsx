import type { FastifyInstance } from 'fastify'
import { refusalOf } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { countsOf } from '../tallies/index.ts'
import { acts } from './acts/index.ts'
import { documentStatuses } from './document.ts'
import { actOn, type DocumentOptions } from './feature.ts'
import { listByChange } from './list-documents.ts'
import { OfficePage } from './pages/office-page.tsx'
import { paths } from './paths.ts'
import { keepers, readers } from './rules.ts'
import { type BySlug, findInOffice, officeHead, showOne } from './show-one.tsx'
import { text } from './text.ts'

const ROWS = 30

/** Refusals of another document stand at the input in which it was named. */
const fieldOf = { document_unknown: 'other', document_ambiguous: 'other', document_itself: 'other' }

/** `/lam-viec/van-ban`: documents by status, and each with its acts. */
export async function officeRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db } = options

  app.get<{ Querystring: { xem?: string; after?: string } }>(paths.office, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const status = documentStatuses.find((one) => one === query.xem) ?? 'published'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after : null
    const [page, counts] = await Promise.all([
      listByChange(db, scope, [status], after, ROWS),
      countsOf(db, scope, 'document.status', 'all'),
    ])
    const list = <OfficePage lang={lang} status={status} page={page} counts={counts} mayMake={hasRole(actor, ...keepers)} />
    return sendPage(request, reply, { ...officeHead, title: text[lang].office.title, wide: true }, list)
  })

  app.get<BySlug & { Querystring: { xong?: string } }>('/lam-viec/van-ban/:slug', async (request, reply) => {
    requireRole(request, readers)
    return showOne(options, request, reply, await findInOffice(options, request), { done: request.query.xong !== undefined })
  })

  app.post<{ Params: { slug: string; act: string } }>('/lam-viec/van-ban/:slug/:act', async (request, reply) => {
    requireRole(request, readers)
    const document = await findInOffice(options, request)
    const act = requireAct(acts, request.params.act)
    // Its form carries a file and has a route of its own.
    if (act === 'setText') throw new DomainError('unsupported_media_type', 415)
    try {
      await actOn(options, request, document, act, request.body)
    } catch (error) {
      const attempt = { act, refusal: refusalOf(request, error, fieldOf) }
      return showOne(options, request, reply, await findInOffice(options, request), { attempt })
    }
    return reply.redirect(localPath(request.lang, `${paths.officeOne(document.slug)}?xong=1`), 303)
  })
}
