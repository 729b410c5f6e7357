import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import type { Programme } from '../programme.ts'
import { taskStatuses } from '../task.ts'
import { placeFrom } from './addresses.ts'
import { programmeRows, promiseRows } from './data-rows.ts'
import { loadAgencies } from './load-agencies.ts'
import { unitNamesOf } from './load-plan.ts'
import { loadTrace } from './load-trace.ts'
import { listItems } from './read-items.ts'
import { listShown, requireShown } from './read-programmes.ts'
import { text } from './text.ts'
import { views } from './views.ts'

const labels = { vi: text.vi.fields, en: text.en.fields }
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const page = {
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
}
const ProgrammesQuery = z.strictObject({ kind: z.enum(['plan', 'agency']).default('plan'), ...page })
const TraceQuery = z.strictObject(page)
const AgenciesQuery = z.strictObject({
  ...page,
  after: z.preprocess(blankIsAbsent, z.uuid().nullish()).transform((after) => after ?? null),
})
const TasksQuery = z.strictObject({
  programme: z.string().max(200).optional(),
  unit: z.uuid().optional(),
  status: z.enum(taskStatuses.filter((status) => status !== 'draft')).optional(),
  view: z.enum(views).default('all'),
  ...page,
})
const BySlug = z.object({ slug: z.string() })

/** What everybody may read of plans, programmes and their items, as JSON. */
export async function publicApi(app: FastifyInstance, { db, now, references }: ProgrammeOptions): Promise<void> {
  const tags = ['programmes']
  const today = () => civilDateOf(now())
  const rowsOf = (scope: Scope, items: readonly Programme[]) => programmeRows(db, scope, references, items, today())

  app.get(
    '/api/v1/programmes',
    { schema: { tags, summary: 'Plans that are out, the newest first', querystring: ProgrammesQuery } },
    async (request) => {
      const { kind, after, limit } = parseInput(ProgrammesQuery, request.query, labels)
      const { items, next } = await listShown(db, request.scope, kind, after, limit)
      return { items: await rowsOf(request.scope, items), next }
    },
  )

  app.get('/api/v1/programmes/:slug', { schema: { tags, summary: 'A plan or programme', params: BySlug } }, async (request) => {
    const programme = await requireShown(db, request.scope, (request.params as { slug: string }).slug)
    return (await rowsOf(request.scope, [programme]))[0]
  })

  const agencies = { tags, summary: 'Agencies of a plan, and where each stands with its programme', params: BySlug }
  app.get('/api/v1/programmes/:slug/agencies', { schema: { ...agencies, querystring: AgenciesQuery } }, async (request) => {
    const { scope } = request
    const asked = parseInput(AgenciesQuery, request.query, labels)
    const plan = await requireShown(db, scope, (request.params as { slug: string }).slug)
    if (plan.kind !== 'plan') throw new NotFound()
    const names = await unitNamesOf(db, scope)
    const { rows, next, ...counts } = await loadAgencies(db, scope, plan.id, names, today(), asked)
    return {
      ...counts,
      items: rows.map(({ unitId, out, dueOn, daysLate, figures: { items, done, late } }) => ({
        unitId,
        unit: names.get(unitId) ?? null,
        programme: out?.slug ?? null,
        publishedOn: out?.publishedOn ?? null,
        dueOn,
        daysLate,
        items,
        done,
        late,
      })),
      next,
    }
  })

  const trace = { tags, summary: 'Sentences of the document, the items that come from them, and how far each has come' }
  app.get('/api/v1/programmes/:slug/trace', { schema: { ...trace, params: BySlug, querystring: TraceQuery } }, async (request) => {
    const { after, limit } = parseInput(TraceQuery, request.query, labels)
    const programme = await requireShown(db, request.scope, (request.params as { slug: string }).slug)
    const { sentences } = await loadTrace(db, request.scope, programme)
    const rest = sentences.filter(({ passage }) => passage.place > placeFrom(after))
    const shown = rest.slice(0, limit)
    return {
      items: shown.map(({ passage: { anchorId, place, path, kind, text: words }, items, reach }) => ({
        anchor: anchorId,
        place,
        path,
        kind,
        text: words,
        reach,
        tasks: items.map(({ code, status, evidence, saidDone, saidPartly, saidNot }) => ({
          code,
          status,
          evidence,
          saidDone,
          saidPartly,
          saidNot,
        })),
      })),
      next: rest.length > limit ? String(shown.at(-1)!.passage.place) : null,
    }
  })

  app.get('/api/v1/tasks', { schema: { tags, summary: 'Items of plans that are out', querystring: TasksQuery } }, async (request) => {
    const { programme, unit, status, view, after, limit } = parseInput(TasksQuery, request.query, labels)
    const of = programme === undefined ? undefined : await requireShown(db, request.scope, programme)
    // A state names its own view: what was given up stands in no other.
    const asked = status === 'cancelled' ? 'cancelled' : view
    const filter = { view: asked, programmeId: of?.id, unitId: unit, status }
    const { items, next } = await listItems(db, request.scope, filter, today(), after, limit)
    return { items: await promiseRows(db, request.scope, items), next }
  })
}
