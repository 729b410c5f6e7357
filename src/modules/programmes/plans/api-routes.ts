import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { requiredText } from '../../../shared/fields.ts'
import { requireRole } from '../../accounts/index.ts'
import { readSmallForm } from '../../files/index.ts'
import { allowedActs, requireAct } from '../../lifecycle/index.ts'
import { programmeActions } from '../acts/programme/index.ts'
import { actOnProgramme } from '../feature.ts'
import { labels, PlanInput } from '../fields.ts'
import { makePlan } from '../make-programme.ts'
import type { ProgrammeOptions } from '../options.ts'
import { type Programme, programmeStatuses } from '../programme.ts'
import { programmeLifecycle } from '../programme-lifecycle.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { listProposals } from '../proposals/proposal-repository.ts'
import { MAX_PAPER, readSource } from '../proposals/read-source.ts'
import { planJson } from '../reading/plan-json.ts'
import { readPlan } from '../reading/read-plan.ts'
import { programmeRolesOn, readers } from '../rules.ts'
import { listTasks } from '../task-repository.ts'
import { listByStatus } from './office-lists.ts'
import { text } from './text.ts'
import { itemsJson, programmeJson } from './views.ts'

const root = '/api/v1/office/programmes'
const BySlug = z.object({ slug: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const ListQuery = z.strictObject({
  kind: z.preprocess(blankIsAbsent, z.enum(['plan', 'agency']).default('plan')),
  status: z.preprocess(blankIsAbsent, z.enum(programmeStatuses).optional()),
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
})
const ReadInput = z.strictObject({ text: requiredText({ max: 2_000_000 }) })
/** Letters of a text in UTF-8, with what JSON adds. */
const TEXT_BODY = 8 * 1024 * 1024

/** `/api/v1/office/programmes`. */
export async function apiRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options
  const tags = ['programmes']

  app.get(
    root,
    { schema: { tags, summary: 'Plans or programmes of agencies, changed last first', querystring: ListQuery } },
    async (request) => {
      requireRole(request, readers)
      const { kind, status, after, limit } = parseInput(ListQuery, request.query, labels)
      const { items, next } = await listByStatus(db, request.scope, kind, status ? [status] : programmeStatuses, after, limit)
      return { items: items.map(programmeJson), next }
    },
  )

  app.post(root, { schema: { tags, summary: 'A new draft plan', body: PlanInput } }, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const plan = await makePlan(options, request.scope, actor, parseInput(PlanInput, request.body, labels))
    return reply.code(201).send(programmeJson(plan))
  })

  const summary = 'Proposals of what a plan sets out, from a .docx or .odt (multipart, field `file`) or `{text}`; nothing is kept'
  app.post(`${root}/read`, { bodyLimit: TEXT_BODY, config: { takesFiles: true }, schema: { tags, summary } }, async (request) => {
    requireRole(request, ['editor', 'caseOfficer', 'unitHead'])
    const source = request.isMultipart()
      ? ((await readSmallForm(request, MAX_PAPER)).get('file') ?? Buffer.alloc(0))
      : parseInput(ReadInput, request.body, labels).text
    return planJson(readPlan(readSource(source)))
  })

  app.get(`${root}/:slug`, { schema: { tags, summary: 'One, with its items', params: BySlug } }, async (request) => {
    requireRole(request, readers)
    const { programme } = await findReadable(request)
    return { ...programmeJson(programme), items: await itemsJson(db, request.scope, await listTasks(db, request.scope, programme.id)) }
  })

  app.get(
    `${root}/:slug/proposals`,
    { schema: { tags, summary: 'What the reading of its paper proposes', params: BySlug } },
    async (request) => {
      requireRole(request, readers)
      const { programme } = await findReadable(request)
      return { items: await listProposals(db, request.scope, programme.id) }
    },
  )

  app.get(`${root}/:slug/acts`, { schema: { tags, summary: 'What the caller may do now', params: BySlug } }, async (request) => {
    requireRole(request, readers)
    const { programme, roles } = await findReadable(request)
    const items = allowedActs(programmeLifecycle, programme, roles).map((act) => ({
      act,
      label: text[request.lang].act[act],
      input: z.toJSONSchema(programmeActions[act].input, { io: 'input', unrepresentable: 'any' }),
    }))
    return { items }
  })

  const params = BySlug.extend({ act: z.string() })
  app.post(`${root}/:slug/acts/:act`, { bodyLimit: TEXT_BODY, schema: { tags, summary: 'Do an act', params } }, async (request) => {
    if (!request.actor) throw new DomainError('not_signed_in', 401)
    const { programme } = await findReadable(request)
    const act = requireAct(programmeActions, (request.params as { act: string }).act)
    return programmeJson(await actOnProgramme(options, request, programme, act, request.body))
  })

  async function findReadable(
    request: FastifyRequest,
  ): Promise<{ programme: Programme; roles: NonNullable<ReturnType<typeof programmeRolesOn>> }> {
    const programme = await findProgrammeBySlug(db, request.scope, (request.params as { slug: string }).slug)
    const roles = programme && programmeRolesOn(request.actor, programme)
    if (!programme || !roles) throw new NotFound()
    return { programme, roles }
  }
}
