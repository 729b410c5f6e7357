import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import { originOf, parseInput, refusalOf } from '../../../platform/http/index.ts'
import type { RenderCache } from '../../../platform/render-cache.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { documentOf, sendPage } from '../../../ui/page.tsx'
import { hasRole, requireRole, type Scope } from '../../accounts/index.ts'
import { findLogKey } from '../log-keys.ts'
import { findHead } from '../tree-repository.ts'
import { apiRoutes } from './api-routes.ts'
import { listRefusals } from './cosignatures.ts'
import { labels, WitnessInput } from './fields.ts'
import { AdminPage } from './pages/admin-page.tsx'
import { WitnessesPage } from './pages/witnesses-page.tsx'
import { paths } from './paths.ts'
import { text } from './text.ts'
import { keepers, readers, WITNESSES_TAG } from './witness.ts'
import { addWitness, listRetired, listWitnessesNow, retireWitness } from './witness-repository.ts'

export interface WitnessOptions {
  db: Db
  now: () => Date
  publicUrl: string | null
  cache: RenderCache
  dropPages: (tags: readonly string[]) => void
  /** After a witness was added: it need not wait for the next line. */
  afterAdding: (scope: Scope) => Promise<void>
}

/** Refusals shown on the public page. */
const REFUSALS = 50

/** `/so-cong-khai/nhan-chung`, the administrator's list, and the doors for witnesses. */
export const witnessRoutes: FastifyPluginAsync<WitnessOptions> = async (app, options) => {
  publicRoutes(app, options)
  adminRoutes(app, options)
  await apiRoutes(app, options)
}

function publicRoutes(app: FastifyInstance, { db, now, cache, publicUrl }: WitnessOptions): void {
  app.get(paths.public, async (request, reply) => {
    const { lang, scope } = request
    return cache.send(request, reply, {
      key: `witnesses ${request.host}`,
      tags: [WITNESSES_TAG, 'log'],
      render: async () => {
        const [head, key, witnesses, retired, refusals] = await Promise.all([
          findHead(db, scope),
          findLogKey(db, scope),
          listWitnessesNow(db, scope),
          listRetired(db, scope),
          listRefusals(db, scope, REFUSALS),
        ])
        const page = (
          <WitnessesPage
            lang={lang}
            now={now()}
            head={head ?? null}
            logKey={key?.vkey ?? null}
            origin={originOf({ publicUrl }, request)}
            witnesses={witnesses}
            retired={retired}
            refusals={refusals}
          />
        )
        const { title, lead: description } = text[lang]
        return documentOf({ ...request.publicChrome(), path: paths.public }, { title, description, current: '/so-cong-khai' }, page)
      },
    })
  })
}

function adminRoutes(app: FastifyInstance, options: WitnessOptions): void {
  const { db, now, dropPages } = options

  app.get<{ Querystring: { xong?: unknown } }>(paths.admin, async (request, reply) => {
    requireRole(request, readers)
    const done = (['added', 'retired'] as const).find((one) => one === request.query.xong)
    return show(request, reply, done ? { done } : {})
  })

  app.post(paths.admin, async (request, reply) => {
    const actor = requireRole(request, keepers)
    try {
      const input = parseInput(WitnessInput, request.body, labels)
      await db.transaction().execute((trx) => addWitness(trx, request.scope, actor, input, now()))
    } catch (error) {
      return show(request, reply, { refusal: refusalOf(request, error, { witness_known: 'vkey' }) })
    }
    await options.afterAdding(request.scope)
    return changed(request, reply, 'added')
  })

  app.post<{ Params: { id: string } }>('/lam-viec/quan-tri/nhan-chung/:id/thoi', async (request, reply) => {
    const actor = requireRole(request, keepers)
    const { id } = request.params
    if (!isUuid(id)) throw new NotFound()
    try {
      await db.transaction().execute((trx) => retireWitness(trx, request.scope, actor, id, now()))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return show(request, reply, { refusal: refusalOf(request, error) })
    }
    return changed(request, reply, 'retired')
  })

  function changed(request: FastifyRequest, reply: FastifyReply, what: 'added' | 'retired') {
    dropPages([WITNESSES_TAG])
    return reply.redirect(localPath(request.lang, `${paths.admin}?xong=${what}`), 303)
  }

  async function show(request: FastifyRequest, reply: FastifyReply, shown: { refusal?: FormRefusal; done?: 'added' | 'retired' }) {
    const { lang, scope, actor } = request
    const page = (
      <AdminPage
        lang={lang}
        csrf={request.csrfToken()}
        witnesses={await listWitnessesNow(db, scope)}
        mayChange={hasRole(actor, ...keepers)}
        {...shown}
      />
    )
    const head = { title: text[lang].admin.title, current: '/lam-viec', noindex: true, office: true, status: shown.refusal?.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
