import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { listCutoffs, setCutoff } from './cutoffs.ts'
import type { ReceptionOptions } from './feature.ts'
import { CutoffInput, labels } from './fields.ts'
import { CutoffPage } from './pages/cutoff-page.tsx'
import { paths } from './paths.ts'
import { administrators } from './rules.ts'
import { text } from './text.ts'

/** `/lam-viec/quan-tri/ky-bao-cao`: from which day the reporting months run. */
export async function cutoffRoutes(app: FastifyInstance, { db }: ReceptionOptions): Promise<void> {
  app.get(paths.cutoff, async (request, reply) => {
    requireRole(request, administrators)
    return show(request, reply, undefined)
  })

  app.post(paths.cutoff, async (request, reply) => {
    const actor = requireRole(request, administrators)
    const { _csrf, ...typed } = (request.body ?? {}) as Record<string, string>
    try {
      const cutoff = parseInput(CutoffInput, typed, labels)
      await db.transaction().execute(async (trx) => {
        await setCutoff(trx, request.scope, actor, cutoff)
        await audit(trx, request.scope, actor, 'reportCutoff.set', null, { ...cutoff })
      })
    } catch (error) {
      return show(request, reply, refusalOf(request, error))
    }
    return reply.redirect(localPath(request.lang, `${paths.cutoff}?xong=1`), 303)
  })

  async function show(request: FastifyRequest, reply: FastifyReply, refusal: FormRefusal | undefined) {
    const { lang, scope } = request
    const done = (request.query as Record<string, unknown>)['xong'] !== undefined
    const head = { title: text[lang].cutoff.title, noindex: true, office: true, islands: ['error-focus'] as const, status: refusal?.status }
    const page = <CutoffPage lang={lang} csrf={request.csrfToken()} cutoffs={await listCutoffs(db, scope)} refusal={refusal} done={done} />
    return sendPage(request, reply, head, page)
  }
}
