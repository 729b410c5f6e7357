import type { FastifyInstance } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { documentOf } from '../../../ui/page.tsx'
import { documentPaths, findDocument } from '../../documents/index.ts'
import { PROMISES_TAG, type ProgrammeOptions, programmeTag } from '../options.ts'
import { paths } from '../paths.ts'
import { pathWith, placeFrom } from './addresses.ts'
import { figuresOf, owners } from './figures.ts'
import { loadTrace } from './load-trace.ts'
import { TracePage } from './pages/trace-page.tsx'
import { requireShown } from './read-programmes.ts'
import { text } from './text.ts'
import { traceViewAddress, traceViewOf } from './trace-views.ts'

/** `/loi-hua/{slug}/doi-chieu`: from the sentence to the verdict and back, with what hangs loose. */
export async function traceRoutes(app: FastifyInstance, { db, cache, now }: ProgrammeOptions): Promise<void> {
  app.get<{ Params: { slug: string }; Querystring: Record<string, unknown> }>('/loi-hua/:slug/doi-chieu', async (request, reply) => {
    const { lang, scope, query } = request
    const programme = await requireShown(db, scope, request.params.slug)
    const today = civilDateOf(now())
    const view = traceViewOf(query.xem)
    const after = placeFrom(query.after)
    const path = pathWith(paths.trace(programme.slug), {
      xem: view === 'sentences' ? null : traceViewAddress[view],
      after: after > 0 ? String(after) : null,
    })
    const render = async () => {
      const owner = programme.kind === 'plan' ? owners.tree(programme.id) : owners.programme(programme.id)
      const [trace, figures, document] = await Promise.all([
        loadTrace(db, scope, programme),
        figuresOf(db, scope, [owner], today),
        programme.documentId ? findDocument(db, scope, programme.documentId) : undefined,
      ])
      const words = text[lang].trace
      const head = { title: words.titleOf(programme.title), description: words.lead, current: paths.list, wide: true }
      const paper = document?.status === 'published' ? documentPaths.one(document.slug) : null
      return documentOf(
        { ...request.publicChrome(), path },
        head,
        <TracePage
          lang={lang}
          programme={programme}
          trace={trace}
          view={view}
          after={after}
          paper={paper}
          unproven={figures(owner).unproven}
        />,
      )
    }
    return cache.send(request, reply, { key: `trace ${path} ${today}`, tags: [PROMISES_TAG, programmeTag(programme.id)], render })
  })
}
