import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refuseInput } from '../../../platform/http/index.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { civilDate, optionalText, requiredText } from '../../../shared/fields.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { audit } from '../../history/index.ts'
import type { AuthDeps } from '../auth.ts'
import { listAuthorities } from '../authority-repository.ts'
import { formProblems } from '../form-problems.ts'
import { requireRole } from '../guards.ts'
import { labels } from '../inputs.ts'
import { permissions } from '../permissions.ts'
import { listSuperiors, setSuperior } from '../superiors.ts'
import { ADMIN, headOf } from './admin-pages.tsx'
import { SuperiorsPage } from './superior-pages.tsx'
import { text } from './text.ts'
import type { Typed } from './typed.ts'

const PATH = `${ADMIN}/cap-tren`

const SuperiorForm = z.strictObject({
  validFrom: z
    .string()
    .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
    .pipe(civilDate),
  superiorId: z.preprocess((value) => (value === '' || value === undefined ? null : value), z.coerce.number().int().positive().nullable()),
  superiorName: requiredText({ max: 200, singleLine: true }),
  address: optionalText({ max: 300, singleLine: true }),
  documentNumber: requiredText({ max: 100, singleLine: true }),
})

/** `/lam-viec/quan-tri/cap-tren`: the authority above, since when. */
export async function superiorRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  app.get<{ Querystring: { xong?: string } }>(PATH, async (request, reply) => {
    requireRole(request, permissions.administer)
    return show(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post(PATH, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    try {
      const { superiorName, address, validFrom, ...rest } = parseInput(SuperiorForm, request.body, labels)
      const others = await hostedBeside(request)
      if (rest.superiorId !== null && !others.some(({ id }) => id === rest.superiorId))
        refuseInput([{ field: 'superiorId', code: 'unknown_reference' }], labels)
      const superior = { ...rest, name: superiorName, address: address ?? '', validFrom: validFrom as CivilDate }
      await db.transaction().execute(async (trx) => {
        await setSuperior(trx, request.scope, superior, actor.personId)
        await audit(trx, request.scope, actor, 'superior.set', null, { ...superior })
      })
      return reply.redirect(localPath(request.lang, `${PATH}?xong=1`), 303)
    } catch (error) {
      return show(request, reply, { saved: false, error })
    }
  })

  async function hostedBeside({ scope }: FastifyRequest) {
    return (await listAuthorities(db)).filter(({ id }) => id !== scope.authorityId)
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang } = request
    const [superiors, hosted] = await Promise.all([listSuperiors(db, request.scope), hostedBeside(request)])
    const shown = { lang, csrf: request.csrfToken(), superiors, hosted, today: civilDateOf(auth.now()), saved }
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    return sendPage(request, reply, headOf(text[lang].superiors.title, error), <SuperiorsPage {...shown} {...failed} />)
  }
}
