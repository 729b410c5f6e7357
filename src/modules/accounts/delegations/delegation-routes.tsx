import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refuseInput } from '../../../platform/http/index.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { civilDate, requiredText } from '../../../shared/fields.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { audit } from '../../history/index.ts'
import { ADMIN, headOf } from '../admin/admin-pages.tsx'
import { text as adminText } from '../admin/text.ts'
import type { Typed } from '../admin/typed.ts'
import type { AuthDeps } from '../auth.ts'
import { formProblems } from '../form-problems.ts'
import { hasRole, requireRole } from '../guards.ts'
import { labels } from '../inputs.ts'
import { permissions } from '../permissions.ts'
import { findPeople, listStaff } from '../staff-repository.ts'
import { DELEGATIONS, DelegationsPage } from './delegation-page.tsx'
import { addDelegation, endDelegation, listDelegations } from './delegations.ts'
import { text } from './text.ts'

const day = z
  .string()
  .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
  .pipe(civilDate)

const DelegationForm = z
  .strictObject({
    toPerson: requiredText({ max: 200, singleLine: true }),
    fromOn: day,
    toOn: day,
    complaints: z.preprocess((value) => value !== undefined && value !== '', z.boolean()),
    documentNumber: requiredText({ max: 100, singleLine: true }),
  })
  .refine(({ fromOn, toOn }) => toOn >= fromOn, { path: ['toOn'], params: { code: 'ends_before_start' } })

/** `/lam-viec/uy-quyen`: who signs for the chairman on which days. */
export async function delegationRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  app.get<{ Querystring: { xong?: string } }>(DELEGATIONS, async (request, reply) => {
    requireRole(request, permissions.delegate)
    return show(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post(DELEGATIONS, async (request, reply) => {
    const actor = requireRole(request, permissions.delegate)
    const now = auth.now()
    const today = civilDateOf(now)
    try {
      const input = parseInput(DelegationForm, request.body, labels)
      if (input.toOn < today) refuseInput([{ field: 'toOn', code: 'in_the_past' }], labels)
      const people = await signersOf(request, today)
      if (!people.deputies.some(({ personId }) => personId === input.toPerson))
        refuseInput([{ field: 'toPerson', code: 'unknown_reference' }], labels)
      const delegation = {
        ...input,
        fromOn: input.fromOn as CivilDate,
        toOn: input.toOn as CivilDate,
        fromPerson: people.chairman ?? refuseInput([{ field: 'toPerson', code: 'unknown_reference' }], labels),
      }
      await db.transaction().execute(async (trx) => {
        const id = await addDelegation(trx, request.scope, delegation, actor.personId, now)
        await audit(trx, request.scope, actor, 'delegation.made', null, { id, ...delegation })
      })
      return reply.redirect(localPath(request.lang, `${DELEGATIONS}?xong=1`), 303)
    } catch (error) {
      return show(request, reply, { saved: false, error })
    }
  })

  app.post<{ Params: { id: string } }>(`${DELEGATIONS}/:id/ket-thuc`, async (request, reply) => {
    const actor = requireRole(request, permissions.delegate)
    const { id } = request.params
    if (!isUuid(id)) throw new NotFound()
    await db.transaction().execute(async (trx) => {
      await endDelegation(trx, request.scope, id, civilDateOf(auth.now()))
      await audit(trx, request.scope, actor, 'delegation.ended', null, { id })
    })
    return reply.redirect(localPath(request.lang, `${DELEGATIONS}?xong=1`), 303)
  })

  /** Who may sign for whom today: heads of unit for the chairman. */
  async function signersOf({ scope }: FastifyRequest, today: CivilDate) {
    const staff = await listStaff(db, scope, { on: today })
    return {
      chairman: staff.find(({ roles }) => roles.includes('chairman'))?.personId ?? null,
      deputies: staff.filter(({ roles }) => roles.includes('unitHead') && !roles.includes('chairman')),
    }
  }

  async function show(request: FastifyRequest, reply: FastifyReply, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang, scope } = request
    const today = civilDateOf(auth.now())
    const [delegations, people] = await Promise.all([listDelegations(db, scope), signersOf(request, today)])
    const names = await findPeople(
      db,
      delegations.flatMap(({ fromPerson, toPerson }) => [fromPerson, toPerson]),
    )
    const back = hasRole(request.actor, 'chairman')
      ? { href: '/lam-viec', text: text[lang].back }
      : { href: ADMIN, text: adminText[lang].title }
    const shown = { lang, csrf: request.csrfToken(), back, delegations, names, deputies: people.deputies, today, saved }
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    return sendPage(request, reply, headOf(text[lang].title, error), <DelegationsPage {...shown} {...failed} />)
  }
}
