import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { ADMIN, headOf } from '../admin/admin-pages.tsx'
import { text } from '../admin/text.ts'
import type { Typed } from '../admin/typed.ts'
import type { AuthDeps } from '../auth.ts'
import { formProblems } from '../form-problems.ts'
import { requireRole } from '../guards.ts'
import { labels } from '../inputs.ts'
import { permissions } from '../permissions.ts'
import { findPeople } from '../staff-repository.ts'
import { limitBounds } from './limit-bounds.ts'
import { findLimits, setLimits } from './limits.ts'
import { LimitsPage } from './limits-page.tsx'

const PATH = `${ADMIN}/phien`

/** Digits of a form; blank is missing, and letters are no number. */
const whole = ({ min, max }: { min: number; max: number }) =>
  z
    .string({ error: () => 'required' })
    .trim()
    .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
    .refine((typed) => /^-?\d{1,9}$/.test(typed), { params: { code: 'invalid_value' }, abort: true })
    .transform(Number)
    .pipe(z.int().min(min).max(max))

const LimitsForm = z.strictObject({
  officerMinutes: whole(limitBounds.officerMinutes),
  residentMinutes: whole(limitBounds.residentMinutes),
  warningSeconds: whole(limitBounds.warningSeconds),
})

/** `/lam-viec/quan-tri/phien`: how long a session may be left alone, and when the page warns. */
export async function limitsRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  app.get<{ Querystring: { xong?: string } }>(PATH, async (request, reply) => {
    requireRole(request, permissions.administer)
    return show(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post(PATH, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    try {
      const limits = parseInput(LimitsForm, request.body, labels)
      await db.transaction().execute((trx) => setLimits(trx, request.scope, actor, limits, auth.now()))
      return reply.redirect(localPath(request.lang, `${PATH}?xong=1`), 303)
    } catch (error) {
      return show(request, reply, { saved: false, error })
    }
  })

  async function show(request: FastifyRequest, reply: FastifyReply, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang, scope } = request
    const limits = await findLimits(db, scope)
    const changedBy = limits.changedBy ? (await findPeople(db, [limits.changedBy])).get(limits.changedBy) : undefined
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    const page = <LimitsPage lang={lang} csrf={request.csrfToken()} limits={limits} changedBy={changedBy} saved={saved} {...failed} />
    return sendPage(request, reply, headOf(text[lang].sessions.title, error), page)
  }
}
