import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { longInstant } from '../../../shared/format.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { hasRole, requireRole } from '../../accounts/index.ts'
import { FileRefused, filesText } from '../../files/index.ts'
import { allowedActs, barredActs, requireAct } from '../../lifecycle/index.ts'
import { actionsOn } from '../acts/task/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { readers } from '../rules.ts'
import { actOnTask, rolesOnPlaced } from '../task-feature.ts'
import { type TaskAct, taskLifecycle } from '../task-lifecycle.ts'
import { recorders } from '../verdicts/give-official.ts'
import { takesVerdicts } from '../verdicts/judged-task.ts'
import { TaskPage, type TaskPageProps } from './pages/task-page.tsx'
import { findPlaced, type PlacedTask } from './placed-task.ts'
import { takeEvidence } from './take-evidence.ts'
import { text } from './text.ts'
import { viewTask } from './view-task.ts'

type ByCode = { Params: { code: string; act: string }; Querystring: { xong?: string; sau?: string } }

/** Which input of the form a refusal of the whole belongs to. */
const fieldOf = { needs_circle: 'needs', owner_of_other_unit: 'unitId', date_out_of_range: 'dueOn', not_a_file: 'evidence' } as const

/** `/lam-viec/nhiem-vu/{code}`: an item with its acts. */
export async function taskOfficeRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, references } = options

  app.get<ByCode>('/lam-viec/nhiem-vu/:code', async (request, reply) => {
    requireRole(request, readers)
    return showOne(request, reply, await find(request), { done: doneOf(request.query.xong) })
  })

  // The form of evidence carries a file and reads itself.
  app.post<ByCode>('/lam-viec/nhiem-vu/:code/addEvidence', { config: { takesFiles: true } }, (request, reply) =>
    act(request, reply, 'addEvidence', (task) => takeEvidence(options, request, task, (fields) => request.checkCsrf(fields['_csrf']))),
  )

  app.post<ByCode>('/lam-viec/nhiem-vu/:code/:act', (request, reply) => {
    const name = requireAct(actionsOn(references), request.params.act)
    const { scope, actor } = request
    return act(request, reply, name, (task) => actOnTask(options, { scope, actor }, task, name, request.body))
  })

  async function act(request: FastifyRequest<ByCode>, reply: FastifyReply, name: TaskAct, run: (task: PlacedTask) => Promise<PlacedTask>) {
    requireRole(request, readers)
    const task = await find(request)
    try {
      await run(task)
    } catch (error) {
      const refusal = fileProblem(request.lang, error, refusalOf(request, error, fieldOf))
      const happened = error instanceof DomainError ? happenedOf(request.lang, error) : null
      return showOne(request, reply, await find(request), { attempt: { act: name, refusal, happened } })
    }
    return reply.redirect(localPath(request.lang, `${paths.officeTask(task.code)}?xong=${name}`), 303)
  }

  async function find(request: FastifyRequest<ByCode>): Promise<PlacedTask> {
    const task = await findPlaced(db, request.scope, request.params.code.toUpperCase())
    if (!task) throw new NotFound()
    return task
  }

  async function showOne(
    request: FastifyRequest<ByCode>,
    reply: FastifyReply,
    task: PlacedTask,
    shown: Pick<TaskPageProps, 'attempt' | 'done'>,
  ) {
    const { lang, scope, actor } = request
    const roles = rolesOnPlaced(actor, task)
    if (!roles) throw new NotFound()
    const view = await viewTask(db, scope, references, task, { notesAfter: notesAfter(request.query.sau) })
    const page = (
      <TaskPage
        lang={lang}
        csrf={request.csrfToken()}
        view={view}
        acts={allowedActs(taskLifecycle, task, roles)}
        barred={barredActs(taskLifecycle, task, roles)}
        today={civilDateOf(options.now())}
        mayRecord={hasRole(actor, ...recorders) && takesVerdicts(task)}
        isOwn={actor !== null && task.personId === actor.personId}
        {...shown}
      />
    )
    const head = {
      current: '/lam-viec',
      noindex: true,
      office: true,
      title: `${task.code}: ${task.title}`,
      islands: ['error-focus' as const],
    }
    return sendPage(request, reply, { ...head, status: shown.attempt?.refusal.status }, page)
  }
}

function notesAfter(cursor: unknown): { at: Date; id: string } | null {
  if (typeof cursor !== 'string' || cursor === '') return null
  const [at, id] = decodeCursor(cursor, [(part) => !Number.isNaN(Date.parse(part)), isUuid]) as [string, string]
  return { at: new Date(at), id }
}

/** The act that the address says was done. */
function doneOf(name: unknown): TaskAct | undefined {
  return (Object.keys(text.vi.act) as TaskAct[]).find((act) => act === name)
}

/** A file that is refused is named, beside its field. */
function fileProblem(lang: Lang, error: unknown, refusal: FormRefusal): FormRefusal {
  if (!(error instanceof FileRefused)) return refusal
  const { refusal: code, filename } = error
  return { ...refusal, problems: [{ field: 'files', text: filesText[lang].refused[code](filename) }] }
}

/** What somebody else did meanwhile. */
function happenedOf(lang: Lang, error: DomainError): string | null {
  const happened = error.details['happened'] as { event?: string; at?: string; by?: string | null } | undefined
  if (!happened?.event || !happened.at) return null
  const { event, role } = text[lang]
  const by = happened.by ? role[happened.by as keyof typeof role] : undefined
  return `${longInstant(lang, new Date(happened.at))}: ${event[happened.event] ?? happened.event}${by ? ` (${by})` : ''}`
}
