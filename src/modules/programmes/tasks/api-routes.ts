import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { hasRole, requireRole } from '../../accounts/index.ts'
import { allowedActs, requireAct } from '../../lifecycle/index.ts'
import { actionsOn } from '../acts/task/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { readers } from '../rules.ts'
import { actOnTask, rolesOnPlaced } from '../task-feature.ts'
import { type TaskRole, taskLifecycle } from '../task-lifecycle.ts'
import { listNotes, listPartners } from '../task-repository.ts'
import { labels } from './fields.ts'
import { officeTaskJson, taskJson } from './json.ts'
import { listTasksOf, taskViews } from './list-tasks.ts'
import { findPlaced, type PlacedTask } from './placed-task.ts'
import { requireUnit } from './require-unit.ts'
import { takeEvidence } from './take-evidence.ts'
import { text } from './text.ts'
import { evidenceOf, sentencesOf } from './view-task.ts'

const ByCode = z.object({ code: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const ListQuery = z.strictObject({
  view: z.enum(['mine', 'unit']).default('mine'),
  status: z.preprocess(blankIsAbsent, z.enum(taskViews).default('open')),
  unit: z.preprocess(blankIsAbsent, z.uuid().optional()),
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
})

/** `/api/v1/tasks` and `/api/v1/office/tasks`. */
export async function taskApiRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, references } = options
  const tags = ['programmes']
  const today = () => civilDateOf(options.now())

  app.get(
    '/api/v1/office/tasks',
    { schema: { tags, summary: 'Items of the caller or of an agency, the soonest due first', querystring: ListQuery } },
    async (request) => {
      const actor = requireRole(request, readers)
      const { view, status, unit, after, limit } = parseInput(ListQuery, request.query, labels)
      const of = view === 'mine' ? { personId: actor.personId } : { unitId: requireUnit(actor, unit) }
      const { items, next } = await listTasksOf(db, request.scope, { of, view: status, today: today(), after, limit })
      return { items: items.map((task) => officeTaskJson(task, today())), next }
    },
  )

  app.get(
    '/api/v1/tasks/:code',
    { schema: { tags, summary: 'An item, with what the caller may see', params: ByCode } },
    async (request) => {
      const { task } = await findReadable(request)
      const { scope, actor } = request
      const isOffice = hasRole(actor, ...readers)
      const [evidence, notes, sentences, partners] = await Promise.all([
        evidenceOf(db, scope, references, task),
        listNotes(db, scope, task.id, isOffice ? ['public', 'internal'] : ['public'], null, 20),
        sentencesOf(db, scope, task.id),
        listPartners(db, scope, [task.id]),
      ])
      return {
        ...(isOffice ? officeTaskJson(task, today()) : taskJson(task, today())),
        programme: { slug: task.programme.slug, title: task.programme.title },
        partners: partners.map(({ unitId, words }) => ({ unitId, words })),
        sentences,
        evidence: evidence.map(({ id, refType, caption, addedAt, removedAt, removedBecause, link, file }) => ({
          id,
          type: refType,
          caption,
          addedAt: addedAt.toISOString(),
          removedAt: removedAt?.toISOString() ?? null,
          removedBecause,
          // The name of a file that nobody has cleared may itself say too much.
          link: file && file.stored.visibility !== 'public' && !isOffice ? null : link,
        })),
        notes: notes.map(({ at, words, reached, audience }) => ({
          at: at.toISOString(),
          words,
          reached: reached === null ? null : Number(reached),
          ...(isOffice ? { audience } : {}),
        })),
      }
    },
  )

  app.get('/api/v1/tasks/:code/acts', { schema: { tags, summary: 'What the caller may do now', params: ByCode } }, async (request) => {
    const { task, roles } = await findReadable(request)
    const acts = actionsOn(references)
    const items = allowedActs(taskLifecycle, task, roles).map((act) => ({
      act,
      label: text[request.lang].act[act],
      input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
    }))
    return { items }
  })

  const params = ByCode.extend({ act: z.string() })
  app.post('/api/v1/tasks/:code/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (request) => {
    if (!request.actor) throw new DomainError('not_signed_in', 401)
    const { task } = await findReadable(request)
    const act = requireAct(actionsOn(references), (request.params as { act: string }).act)
    const { scope, actor } = request
    return officeTaskJson(await actOnTask(options, { scope, actor }, task, act, request.body), today())
  })

  app.post(
    '/api/v1/tasks/:code/files',
    {
      config: { takesFiles: true },
      schema: { tags, summary: 'Evidence that is a file (multipart/form-data: caption, open, files; 10 MB)', params: ByCode },
    },
    async (request, reply) => {
      if (!request.actor) throw new DomainError('not_signed_in', 401)
      const { task } = await findReadable(request)
      const after = await takeEvidence(options, request, task, () => undefined, { type: 'file' })
      return reply.code(201).send(officeTaskJson(after, today()))
    },
  )

  async function findReadable(request: FastifyRequest): Promise<{ task: PlacedTask; roles: Set<TaskRole> }> {
    const task = await findPlaced(db, request.scope, (request.params as { code: string }).code.toUpperCase())
    const roles = task && rolesOnPlaced(request.actor, task)
    if (!task || !roles) throw new NotFound()
    return { task, roles }
  }
}
