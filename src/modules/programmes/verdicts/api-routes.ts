import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { requireRole } from '../../accounts/index.ts'
import { limitSending, rememberReader } from '../../readers/index.ts'
import { OfficialInput, sayVerdict, standingOf, VerdictInput, verdictLabels } from '../../verdicts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { taskMatter } from '../task.ts'
import { getJudged } from './find-judged.ts'
import { giveOfficial, recorders } from './give-official.ts'
import { judgedTask } from './judged-task.ts'
import { standingJson } from './views.ts'

const ByCode = z.object({ code: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const PageQuery = z.strictObject({
  after: z.preprocess(blankIsAbsent, z.string().max(500).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
})

/** `/api/v1/tasks/{code}/verdicts`. */
export async function verdictApiRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options
  const tags = ['programmes']
  const secure = options.publicUrl?.startsWith('https:') ?? false
  const codeOf = (params: unknown) => (params as { code: string }).code

  app.get(
    '/api/v1/tasks/:code/verdicts',
    { schema: { tags, summary: 'What agency and people say of an item, and published words', params: ByCode, querystring: PageQuery } },
    async (request) => {
      const page = parseInput(PageQuery, request.query, verdictLabels)
      const { task } = await getJudged(db, request.scope, codeOf(request.params))
      return standingJson(task, await standingOf(db, request.scope, taskMatter(task), page))
    },
  )

  app.post(
    '/api/v1/tasks/:code/verdicts',
    { schema: { tags, summary: 'Give a verdict, once and in secret', params: ByCode, body: VerdictInput } },
    async (request, reply) => {
      limitSending(request)
      const { task } = await getJudged(db, request.scope, codeOf(request.params))
      const input = parseInput(VerdictInput, request.body, verdictLabels)
      const written = await sayVerdict({ ...options, subjects: { task: judgedTask } }, request.scope, {
        site: request.site,
        subject: taskMatter(task),
        ...input,
        uploads: [],
        reader: rememberReader(request, reply, secure),
        address: request.ip,
        filled: { seconds: null, trap: false },
        ourForm: false,
      })
      return reply.code(201).send({ recorded: true, words: written })
    },
  )

  app.post(
    '/api/v1/office/tasks/:code/verdicts',
    { schema: { tags, summary: 'Record the verdict of the Front or of the people’s inspectorate', params: ByCode, body: OfficialInput } },
    async (request, reply) => {
      const actor = requireRole(request, recorders)
      const { task } = await getJudged(db, request.scope, codeOf(request.params))
      await giveOfficial(options, request.scope, actor, task.id, parseInput(OfficialInput, request.body, verdictLabels))
      return reply.code(201).send(standingJson(task, await standingOf(db, request.scope, taskMatter(task))))
    },
  )
}
