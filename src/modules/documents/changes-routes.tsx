import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { number } from '../../shared/format.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { changesOf } from './edition-repository.ts'
import type { DocumentOptions } from './feature.ts'
import { ChangesPage } from './pages/changes-page.tsx'
import { documentName } from './pages/facts.tsx'
import { readers } from './rules.ts'
import { findInOffice, officeHead } from './show-one.tsx'
import { text } from './text.ts'

/** `/lam-viec/van-ban/…/ban/2`: what an edition moved, changed, brought and left behind. */
export async function changesRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db } = options

  app.get<{ Params: { slug: string; edition: string }; Querystring: { xong?: string } }>(
    '/lam-viec/van-ban/:slug/ban/:edition',
    async (request, reply) => {
      requireRole(request, readers)
      const document = await findInOffice(options, request)
      const { lang, scope, params, query } = request
      const edition = /^\d{1,6}$/.test(params.edition) ? Number(params.edition) : 0
      if (edition < 1 || edition > document.edition) throw new NotFound()
      const [changes, citations] = await Promise.all([
        changesOf(db, scope, document.id, edition),
        options.citations(db, scope, document.id),
      ])
      const title = `${text[lang].changes.title(number(lang, edition))}: ${documentName(document)}`
      return sendPage(
        request,
        reply,
        { ...officeHead, title, wide: true },
        <ChangesPage {...{ lang, document, edition, changes, citations }} done={query.xong !== undefined} />,
      )
    },
  )
}
