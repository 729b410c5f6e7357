import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import type { FormRefusal } from '../../../../shared/form-refusal.ts'
import { longInstant, number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, ErrorSummary, Notice, PageHead, SummaryList, Tag } from '../../../../ui/index.ts'
import { documentPaths } from '../../../documents/index.ts'
import type { Entry } from '../../../history/index.ts'
import { clockPaths } from '../../clock/paths.ts'
import { text as clockText } from '../../clock/text.ts'
import { otherEvents, otherRoles } from '../../history-words.ts'
import { paths } from '../../paths.ts'
import { PlanLinks } from '../../plan-links.tsx'
import type { Programme } from '../../programme.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { reportPaths } from '../../reports/paths.ts'
import { text as reportsText } from '../../reports/text.ts'
import { isShown } from '../../rules.ts'
import type { Task } from '../../task.ts'
import { text as tasksText } from '../../tasks/text.ts'
import type { AskedAgency } from '../office-lists.ts'
import { text } from '../text.ts'
import { ActForm } from './act-form.tsx'
import { AgencyTable } from './agency-table.tsx'
import type { ItemChoices } from './item-fields.tsx'
import { ItemTables } from './item-tables.tsx'

export interface OnePageProps extends ItemChoices {
  lang: Lang
  csrf: string
  today: CivilDate
  programme: Programme
  plan: Programme | undefined
  paper: { slug: string; name: string; isPublic: boolean } | undefined
  /** One page of its items. */
  tasks: readonly Task[]
  nextTask: number | null
  goalTasks: readonly Task[]
  /** Of all items, goals among them. */
  count: number
  /** Proposals that nobody took yet. */
  waiting: number
  agencies: readonly AskedAgency[]
  unitNames: ReadonlyMap<string, string>
  history: readonly Entry[]
  names: ReadonlyMap<string, string>
  acts: readonly ProgrammeAct[]
  barred: readonly { act: ProgrammeAct; code: string }[]
  attempt?: { act: ProgrammeAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

/** Acts that stand with the item, or with the proposals, not here. */
const elsewhere: readonly ProgrammeAct[] = ['takeProposals', 'editItem', 'splitItem', 'mergeItem', 'moveItem', 'removeItem']

/** A plan or programme at the officers' desk. */
export function OnePage(props: OnePageProps) {
  const { lang, programme, plan, paper, waiting, unitNames, history, names, acts, barred, attempt, done } = props
  const { office, fields, status, event, role, errors } = text[lang]
  const row = (key: string, value: ComponentChildren) => ({ key, value })
  const here = acts.filter((act) => !elsewhere.includes(act))
  const { startsOn, endsOn } = programme
  const days = startsOn || endsOn ? [startsOn, endsOn].map((day) => (day ? shortDate(day) : '…')).join(' – ') : office.noPeriod
  const isPaperHidden = programme.kind === 'plan' && (programme.status === 'approved' || isShown(programme)) && paper?.isPublic === false
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead title={programme.title} tags={<Tag>{status[programme.status]}</Tag>} />
      <ErrorSummary problems={problemsOf(attempt)} />
      {done && (
        <Notice tone="ok" live>
          {office.done}
        </Notice>
      )}
      {isPaperHidden && (
        <Notice>
          {office.paperHidden} <a href={localPath(lang, documentPaths.officeOne(paper.slug))}>{office.openPaper}</a>
        </Notice>
      )}
      {waiting > 0 && acts.includes('takeProposals') && (
        <p>
          <ButtonLink look="second" href={localPath(lang, paths.proposals(programme.slug))}>
            {office.toProposals(number(lang, waiting))}
          </ButtonLink>
        </p>
      )}
      <h2>{office.facts}</h2>
      <SummaryList
        rows={[
          row(office.head.unit, programme.unitId === null ? office.committee : (unitNames.get(programme.unitId) ?? '–')),
          ...(plan ? [row(office.plan, <a href={localPath(lang, paths.officeOne(plan.slug))}>{plan.title}</a>)] : []),
          row(office.period, days),
          ...(programme.dueOn ? [row(office.head.due, shortDate(programme.dueOn))] : []),
          row(office.paper, paper ? <a href={localPath(lang, documentPaths.officeOne(paper.slug))}>{paper.name}</a> : office.noPaper),
          ...(programme.publishedOn ? [row(office.published, shortDate(programme.publishedOn))] : []),
          ...(programme.endedOn ? [row(office.ended, shortDate(programme.endedOn))] : []),
        ]}
      />
      {isShown(programme) && (
        <p>
          <a href={localPath(lang, paths.one(programme.slug))}>{office.seeAsReader}</a>
        </p>
      )}
      <p class="btn-row">
        <ButtonLink look="second" href={localPath(lang, clockPaths.progress(programme.slug))}>
          {clockText[lang].progress.title}
        </ButtonLink>
        {programme.kind === 'plan' && isShown(programme) && (
          <ButtonLink look="second" href={localPath(lang, reportPaths.ofPlan(programme.slug))}>
            {reportsText[lang].plan.title}
          </ButtonLink>
        )}
        {programme.status === 'draft' && acts.includes('addItems') && (
          <ButtonLink look="second" href={localPath(lang, paths.importItems(programme.slug))}>
            {tasksText[lang].import.title}
          </ButtonLink>
        )}
      </p>
      <ItemTables {...props} />
      {programme.kind === 'plan' && isShown(programme) && <AgencyTable {...props} />}
      <PlanLinks lang={lang} slug={programme.slug} withCalendar={isShown(programme)} />
      <h2>{office.acts}</h2>
      {here.length === 0 && <p>{office.noActs}</p>}
      {barred.map(({ code }) => (
        <p>{errors[code]}</p>
      ))}
      {here.map((act) => (
        <ActForm {...props} act={act} />
      ))}
      <h2>{office.history}</h2>
      <ul>
        {history.map((entry) => (
          <li>
            {longInstant(lang, entry.at)}: {event[entry.type] ?? otherEvents[lang][entry.type] ?? entry.type} (
            {role[entry.actorRole ?? ''] ?? otherRoles[lang][entry.actorRole ?? ''] ?? '–'}
            {entry.actorId && names.get(entry.actorId) ? `, ${names.get(entry.actorId)}` : ''})
            {entry.words['reason'] && (
              <>
                {' '}
                – {fields['reason']}: {entry.words['reason']}
              </>
            )}
            {entry.words['title'] && <> – {entry.words['title']}</>}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Fields of a form among others are named by its act; the form of an item stands alone. */
function problemsOf(attempt: OnePageProps['attempt']) {
  const named = (field: string) => (field === '' || attempt?.act === 'addItems' ? field : `${attempt?.act}-${field}`)
  return (attempt?.refusal.problems ?? []).map(({ field, text: words }) => ({ field: named(field), text: words }))
}
