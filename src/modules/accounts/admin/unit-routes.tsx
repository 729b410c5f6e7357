import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Trx } from '../../../platform/database.ts'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { audit } from '../../history/index.ts'
import type { Scope } from '../accounts.ts'
import type { AuthDeps } from '../auth.ts'
import { formProblems } from '../form-problems.ts'
import { requireRole } from '../guards.ts'
import { labels } from '../inputs.ts'
import { permissions } from '../permissions.ts'
import { listResidents, setResidents } from '../resident-repository.ts'
import { createUnit, endUnit, findUnit, listUnits, renameUnit } from '../unit-repository.ts'
import { NewUnitForm, ResidentsForm, UnitForm } from './admin-inputs.ts'
import { ADMIN, headOf } from './admin-pages.tsx'
import { text } from './text.ts'
import type { Typed } from './typed.ts'
import { UnitPage, UnitsPage } from './unit-pages.tsx'

const LIST = `${ADMIN}/don-vi`

type ById = { Params: { id: string }; Querystring: { xong?: string } }

export interface UnitOptions {
  /** Asks for the work of units that have ended to be carried over, in the same transaction. */
  afterUnitEnd?: (trx: Trx, scope: Scope) => Promise<void>
}

export async function unitRoutes(app: FastifyInstance, { db, auth, afterUnitEnd }: AuthDeps & UnitOptions): Promise<void> {
  app.get<ById>(LIST, async (request, reply) => {
    requireRole(request, permissions.administer)
    return showList(request, reply, { saved: request.query.xong !== undefined })
  })

  app.post(LIST, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    try {
      const input = parseInput(NewUnitForm, request.body, labels)
      await db.transaction().execute(async (trx) => {
        const unitId = await createUnit(trx, request.scope, input)
        await audit(trx, request.scope, actor, 'unit.added', { type: 'unit', id: unitId }, { ...input })
      })
      return reply.redirect(localPath(request.lang, `${LIST}?xong=1`), 303)
    } catch (error) {
      return showList(request, reply, { saved: false, error })
    }
  })

  app.get<ById>(`${LIST}/:id`, async (request, reply) => {
    requireRole(request, permissions.administer)
    return showOne(request, reply, request.params.id, { saved: request.query.xong !== undefined })
  })

  app.post<ById>(`${LIST}/:id`, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    const { id } = request.params
    if (!isUuid(id)) throw new NotFound()
    try {
      const input = parseInput(UnitForm, request.body, labels)
      await db.transaction().execute(async (trx) => {
        await renameUnit(trx, request.scope, id, input)
        await endUnit(trx, request.scope, id, input, civilDateOf(auth.now()))
        if (input.validTo && input.successorId) await afterUnitEnd?.(trx, request.scope)
        await audit(trx, request.scope, actor, 'unit.changed', { type: 'unit', id }, { ...input })
      })
      return reply.redirect(localPath(request.lang, `${LIST}/${id}?xong=1`), 303)
    } catch (error) {
      return showOne(request, reply, id, { saved: false, error })
    }
  })

  app.post<ById>(`${LIST}/:id/so-dan`, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    const { id } = request.params
    if (!isUuid(id) || !(await findUnit(db, request.scope, id))) throw new NotFound()
    try {
      const { countedOn, residents, source } = parseInput(ResidentsForm, request.body, labels)
      await db.transaction().execute(async (trx) => {
        await setResidents(trx, request.scope, { unitId: id, validFrom: countedOn, residents, source })
        await audit(trx, request.scope, actor, 'unit.residentsSet', { type: 'unit', id }, { countedOn, residents })
      })
      return reply.redirect(localPath(request.lang, `${LIST}/${id}?xong=1`), 303)
    } catch (error) {
      return showOne(request, reply, id, { saved: false, error })
    }
  })

  async function showList(request: FastifyRequest, reply: FastifyReply, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang } = request
    const shown = { lang, csrf: request.csrfToken(), units: await listUnits(db, request.scope), saved, today: civilDateOf(auth.now()) }
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    const head = headOf(text[lang].units.title, error)
    return sendPage(request, reply, head, <UnitsPage {...shown} {...failed} />)
  }

  async function showOne(request: FastifyRequest, reply: FastifyReply, id: string, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang } = request
    const unit = isUuid(id) ? await findUnit(db, request.scope, id) : undefined
    if (!unit) throw new NotFound()
    const [units, residents] = await Promise.all([listUnits(db, request.scope), listResidents(db, request.scope, unit.id)])
    const shown = { lang, csrf: request.csrfToken(), unit, units, residents, saved }
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    const head = headOf(unit.name, error)
    return sendPage(request, reply, head, <UnitPage {...shown} {...failed} />)
  }
}
