import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { isUuid } from '../../shared/ids.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { HoldInput, labels } from './fields.ts'
import { type HoldOptions, liftHold, placeHold } from './hold-matter.ts'
import { listHolds } from './hold-repository.ts'
import { HoldsPage } from './pages/holds-page.tsx'
import { paths } from './paths.ts'
import { holders, readers } from './permissions.ts'
import { text } from './text.ts'

const ROWS = 50
const dones = ['placed', 'lifted'] as const

/** `/lam-viec/luu-giu/tam-giu`: single matters that an officer keeps back. */
export async function holdRoutes(app: FastifyInstance, options: HoldOptions): Promise<void> {
  const { db } = options

  app.get(paths.holds, async (request, reply) => {
    requireRole(request, readers)
    return show(request, reply)
  })

  app.post(paths.holds, async (request, reply) => {
    const actor = requireRole(request, holders)
    const { _csrf, ...typed } = (request.body ?? {}) as Record<string, string>
    try {
      await placeHold(options, request.scope, actor, parseInput(HoldInput, typed, labels))
    } catch (error) {
      return show(request, reply, refusalOf(request, error, { already_held: 'code' }))
    }
    return reply.redirect(localPath(request.lang, `${paths.holds}?xong=placed`), 303)
  })

  app.post<{ Params: { id: string } }>('/lam-viec/luu-giu/tam-giu/:id/bo', async (request, reply) => {
    const actor = requireRole(request, holders)
    if (!isUuid(request.params.id)) throw new NotFound()
    await liftHold(options, request.scope, actor, request.params.id)
    return reply.redirect(localPath(request.lang, `${paths.holds}?xong=lifted`), 303)
  })

  async function show(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang, scope, actor } = request
    const { after, xong, ma } = request.query as Record<string, unknown>
    const page = (
      <HoldsPage
        lang={lang}
        csrf={request.csrfToken()}
        page={await listHolds(db, scope, typeof after === 'string' && after !== '' ? after : null, ROWS)}
        today={civilDateOf(options.now())}
        mayHold={hasRole(actor, ...holders)}
        code={typeof ma === 'string' ? ma.slice(0, 40) : ''}
        refusal={refusal}
        done={dones.find((one) => one === xong)}
      />
    )
    const head = { title: text[lang].holds.title, current: '/lam-viec', noindex: true, office: true, status: refusal?.status }
    return sendPage(request, reply, { ...head, islands: ['error-focus'] }, page)
  }
}
