import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, requireRole } from '../../accounts/index.ts'
import { OfficialInput, verdictLabels } from '../../verdicts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { getJudged } from './find-judged.ts'
import { giveOfficial, recorders } from './give-official.ts'
import { OfficialVerdictPage } from './office-page.tsx'
import { text } from './text.ts'
import { loadVerdict } from './verdict-section.tsx'

type ByCode = { Params: { code: string }; Querystring: { xong?: string; 'nhan-xet'?: string } }

/** `/lam-viec/nhiem-vu/{code}/nhan-xet`: the office reads what people say; the Front records its verdict and the inspectorate's. */
export async function verdictOfficeRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const address = '/lam-viec/nhiem-vu/:code/nhan-xet'

  app.get<ByCode>(address, async (request, reply) => show(request, reply))

  app.post<ByCode>(address, async (request, reply) => {
    const actor = requireRole(request, recorders)
    const { task } = await getJudged(options.db, request.scope, request.params.code)
    try {
      await giveOfficial(options, request.scope, actor, task.id, parseInput(OfficialInput, request.body, verdictLabels))
    } catch (error) {
      return show(request, reply, refusalOf(request, error))
    }
    return reply.redirect(localPath(request.lang, `${paths.officeTask(task.code)}/nhan-xet?xong=1`), 303)
  })

  async function show(request: FastifyRequest<ByCode>, reply: FastifyReply, refusal?: FormRefusal) {
    const actor = requireRole(request, readers)
    const { lang, scope, query } = request
    const { task } = await getJudged(options.db, scope, request.params.code)
    const standing = await loadVerdict(options.db, scope, task, query['nhan-xet'] || null)
    const head = { current: '/lam-viec', noindex: true, office: true, islands: ['error-focus'] as const, status: refusal?.status }
    return sendPage(
      request,
      reply,
      { ...head, title: `${text[lang].office.title}: ${task.code}` },
      <OfficialVerdictPage
        lang={lang}
        csrf={request.csrfToken()}
        task={task}
        standing={standing}
        mayRecord={hasRole(actor, ...recorders)}
        done={request.method === 'GET' && query.xong !== undefined}
        refusal={refusal}
      />,
    )
  }
}
