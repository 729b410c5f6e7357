import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { audit } from '../../history/index.ts'
import type { Scope, Unit } from '../accounts.ts'
import type { AuthDeps } from '../auth.ts'
import { formProblems } from '../form-problems.ts'
import { requireRole } from '../guards.ts'
import { permissions } from '../permissions.ts'
import { listStaff } from '../staff-repository.ts'
import { findUnit, listHamlets, listUnits } from '../unit-repository.ts'
import { type Belonging, heirFinder, listSplits, noSplit, saveSplit, type UnitSplit } from '../unit-splits.ts'
import { hasEnded } from '../unit-succession.ts'
import { ADMIN, headOf } from './admin-pages.tsx'
import { SplitPage, type SplitShare } from './split-page.tsx'
import { text } from './text.ts'
import type { Typed } from './typed.ts'

export interface SplitOptions {
  /** Cases in hand of a unit by what decides where they go: features know. */
  openCasesOf?: (scope: Scope, unitId: string) => Promise<readonly (Belonging & { cases: number })[]>
}

type ById = { Params: { id: string }; Querystring: { xong?: string }; Body: Record<string, unknown> | undefined }

/** `/lam-viec/quan-tri/don-vi/…/chia-tach`: a unit is divided among several. */
export async function splitRoutes(
  app: FastifyInstance,
  { db, auth, openCasesOf = async () => [] }: AuthDeps & SplitOptions,
): Promise<void> {
  const path = `${ADMIN}/don-vi/:id/chia-tach`

  app.get<ById>(path, async (request, reply) => {
    requireRole(request, permissions.administer)
    return show(request, reply, await getUnit(request), { saved: request.query.xong !== undefined })
  })

  app.post<ById>(path, async (request, reply) => {
    const actor = requireRole(request, permissions.administer)
    const unit = await getUnit(request)
    const split = splitOf(request.body ?? {})
    try {
      await db.transaction().execute(async (trx) => {
        await saveSplit(trx, request.scope, unit.id, split, civilDateOf(auth.now()))
        const facts = { hamlets: Object.fromEntries(split.hamlets), people: Object.fromEntries(split.people) }
        await audit(trx, request.scope, actor, 'unit.split', { type: 'unit', id: unit.id }, facts)
      })
    } catch (error) {
      return show(request, reply, unit, { saved: false, error })
    }
    return reply.redirect(localPath(request.lang, `${ADMIN}/don-vi/${unit.id}/chia-tach?xong=1`), 303)
  })

  async function getUnit({ scope, params }: FastifyRequest<ById>): Promise<Unit> {
    const unit = isUuid(params.id) ? await findUnit(db, scope, params.id) : undefined
    if (!unit) throw new NotFound()
    return unit
  }

  async function show(request: FastifyRequest, reply: FastifyReply, unit: Unit, { saved, error }: { saved: boolean; error?: unknown }) {
    const { lang, scope } = request
    const isOver = hasEnded(unit, civilDateOf(auth.now()))
    const [units, hamlets, people, splits] = await Promise.all([
      listUnits(db, scope),
      listHamlets(db, scope, unit.id),
      listStaff(db, scope, { unitId: unit.id }),
      listSplits(db, scope),
    ])
    const cases = await openCasesOf(scope, unit.id)
    const shares = sharesOf(unit, units, splits, [
      ...hamlets.map(({ id }) => ({ hamletId: id, officerId: null, hamlets: 1 })),
      ...people.map(({ personId }) => ({ hamletId: null, officerId: personId, people: 1 })),
      ...cases,
    ])
    const failed = error === undefined ? {} : { problems: formProblems(lang, error), typed: request.body as Typed }
    const page = {
      lang,
      csrf: request.csrfToken(),
      unit,
      units,
      hamlets,
      people,
      split: splits.get(unit.id) ?? noSplit,
      shares,
      isOver,
      saved,
    }
    return sendPage(request, reply, headOf(text[lang].split.title(unit.shortName), error), <SplitPage {...page} {...failed} />)
  }
}

type Part = Belonging & Partial<Record<'hamlets' | 'people' | 'cases', number>>

/** What each heir will receive on the day after the last, were nothing changed until then. */
function sharesOf(unit: Unit, units: readonly Unit[], splits: ReadonlyMap<string, UnitSplit>, parts: readonly Part[]): SplitShare[] {
  if (!unit.validTo) return []
  const heirOf = heirFinder(units, splits, addDays(unit.validTo, 1))
  const sum = (share: readonly Part[], of: 'hamlets' | 'people' | 'cases') => share.reduce((total, part) => total + (part[of] ?? 0), 0)
  return [...Map.groupBy(parts, (part) => heirOf(unit.id, part))].flatMap(([heir, share]) =>
    heir ? [{ unit: heir, hamlets: sum(share, 'hamlets'), people: sum(share, 'people'), cases: sum(share, 'cases') }] : [],
  )
}

/** `hamlet.{id}` and `person.{id}` of the form; an empty box follows the general successor. */
function splitOf(form: Readonly<Record<string, unknown>>): UnitSplit {
  const of = (kind: string) =>
    new Map(
      Object.entries(form).flatMap(([name, value]) =>
        name.startsWith(`${kind}.`) && typeof value === 'string' && value !== '' ? [[name.slice(kind.length + 1), value] as const] : [],
      ),
    )
  return { hamlets: of('hamlet'), people: of('person') }
}
