import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findPeople, listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { findDocument } from '../../documents/index.ts'
import { listHistory } from '../../history/index.ts'
import { allowedActs, barredActs } from '../../lifecycle/index.ts'
import { matterOf, type Programme } from '../programme.ts'
import { type ProgrammeAct, programmeLifecycle } from '../programme-lifecycle.ts'
import { findProgramme } from '../programme-repository.ts'
import { listProposals } from '../proposals/proposal-repository.ts'
import { programmeRolesOn } from '../rules.ts'
import type { Task } from '../task.ts'
import { listGoals, listTaskPage } from '../task-repository.ts'
import { listAgencies } from './office-lists.ts'
import type { ItemChoices } from './pages/item-fields.tsx'
import { OnePage } from './pages/one-page.tsx'
import { text } from './text.ts'

export const officeHead = { current: '/lam-viec', noindex: true, office: true }

export interface Shown {
  attempt?: { act: ProgrammeAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
  /** Place after which the page of items begins. */
  after?: number | undefined
}

/** Items of one page. */
const ROWS = 50

/** What the selects of an item offer: agencies and officers of today, goals of the programme. */
export async function choicesFor(db: Db, scope: Scope, goals: readonly Task[], now: Date): Promise<ItemChoices> {
  const on = civilDateOf(now)
  const [units, staff] = await Promise.all([listUnits(db, scope, { on }), listStaff(db, scope, { on })])
  return {
    units: units.map(({ id, name }) => ({ id, name })),
    people: staff.map(({ personId, name }) => ({ personId, name })),
    goals: goals.map(({ code, title }) => ({ code, title })),
  }
}

/** The page of one plan or programme, with a form that was refused where there is one. */
export async function showOne(
  { db, now }: { db: Db; now: () => Date },
  request: FastifyRequest,
  reply: FastifyReply,
  programme: Programme,
  shown: Shown,
) {
  const { lang, scope, actor } = request
  const [tasks, { goals, count }, history, plan, document, proposals, agencies, allUnits] = await Promise.all([
    listTaskPage(db, scope, programme.id, { after: shown.after ?? 0, limit: ROWS }),
    listGoals(db, scope, programme.id),
    listHistory(db, scope, matterOf(programme), ['public', 'internal']),
    programme.planId ? findProgramme(db, scope, programme.planId) : undefined,
    programme.documentId ? findDocument(db, scope, programme.documentId) : undefined,
    programme.status === 'draft' ? listProposals(db, scope, programme.id) : [],
    programme.kind === 'plan' ? listAgencies(db, scope, programme.id) : [],
    listUnits(db, scope),
  ])
  const roles = programmeRolesOn(actor, programme) ?? new Set()
  const [choices, names] = await Promise.all([
    choicesFor(db, scope, goals, now()),
    findPeople(
      db,
      history.flatMap(({ actorId }) => actorId ?? []),
    ),
  ])
  const page = (
    <OnePage
      lang={lang}
      csrf={request.csrfToken()}
      today={civilDateOf(now())}
      programme={programme}
      plan={plan}
      paper={
        document && {
          slug: document.slug,
          name: [document.number, document.subject].filter(Boolean).join(' – '),
          isPublic: document.status === 'published',
        }
      }
      tasks={tasks.items}
      nextTask={tasks.next}
      goalTasks={goals}
      count={count}
      waiting={proposals.filter(({ takenOn }) => takenOn === null).length}
      agencies={agencies}
      unitNames={new Map(allUnits.map(({ id, name }) => [id, name]))}
      history={history}
      names={names}
      acts={allowedActs(programmeLifecycle, programme, roles)}
      barred={barredActs(programmeLifecycle, programme, roles)}
      {...choices}
      {...shown}
    />
  )
  const status = shown.attempt?.refusal.status
  return sendPage(
    request,
    reply,
    { ...officeHead, title: `${text[lang].office.title}: ${programme.title}`, status, islands: ['error-focus'], wide: true },
    page,
  )
}
