import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { longInstant, number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkboxes,
  DataTable,
  Details,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  SummaryList,
  Tag,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { documentPaths } from '../../../documents/index.ts'
import type { Entry } from '../../../history/index.ts'
import { TITLE_MAX } from '../../fields.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { isLate, isShown } from '../../rules.ts'
import type { Task } from '../../task.ts'
import { text as core } from '../../text.ts'
import type { AskedAgency } from '../office-lists.ts'
import { text } from '../text.ts'
import { type ItemChoices, ItemFields } from './item-fields.tsx'

export interface OnePageProps extends ItemChoices {
  lang: Lang
  csrf: string
  today: CivilDate
  programme: Programme
  plan: Programme | undefined
  paper: { slug: string; name: string } | undefined
  tasks: readonly Task[]
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
  const days = [programme.startsOn, programme.endsOn].map((day) => (day ? shortDate(day) : '…')).join(' – ')
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
      <Items {...props} />
      {programme.kind === 'plan' && isShown(programme) && <Agencies {...props} />}
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
            {longInstant(lang, entry.at)}: {event[entry.type] ?? entry.type} ({role[entry.actorRole ?? ''] ?? '–'}
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

/** Goals first, then what serves each, then the rest by kind. */
function Items(props: OnePageProps) {
  const { lang, tasks } = props
  const { office } = text[lang]
  const { kinds } = core[lang]
  const goals = tasks.filter(({ kind }) => kind === 'objective')
  const served = goals.map((goal) => ({ caption: office.ofGoal(goal.title), items: tasks.filter(({ goalId }) => goalId === goal.id) }))
  const rest = (['task', 'measure', 'target'] as const).map((kind) => ({
    caption: kinds[kind].charAt(0).toLocaleUpperCase('vi') + kinds[kind].slice(1),
    items: tasks.filter((task) => task.kind === kind && task.goalId === null),
  }))
  const groups = [{ caption: office.goals, items: goals }, ...served, ...rest].filter(({ items }) => items.length > 0)
  return (
    <>
      <h2>{office.items(number(lang, tasks.length))}</h2>
      {tasks.length === 0 && <EmptyState title={office.noItems} />}
      {groups.map(({ caption, items }) => (
        <ItemTable {...props} caption={caption} items={items} />
      ))}
    </>
  )
}

function ItemTable({
  lang,
  today,
  programme,
  unitNames,
  acts,
  caption,
  items,
}: OnePageProps & { caption: string; items: readonly Task[] }) {
  const { office, taskStatus } = text[lang]
  const { itemHead: head } = office
  const { every } = core[lang]
  const href = ({ code, status }: Task) =>
    status === 'draft' && acts.includes('editItem') ? paths.item(programme.slug, code) : status === 'draft' ? null : paths.officeTask(code)
  const dueOf = (task: Task) =>
    [task.dueOn ? shortDate(task.dueOn) : task.dueWords, task.every && every[task.every]].filter(Boolean).join('; ') || '–'
  return (
    <DataTable
      caption={caption}
      dense
      stack
      head={[{ text: head.place }, { text: head.title }, { text: head.lead }, { text: head.due }, { text: head.status }]}
      rows={items.map((task) => ({
        cells: [
          number(lang, task.place),
          href(task) ? <a href={localPath(lang, href(task)!)}>{task.title}</a> : task.title,
          task.unitId ? (unitNames.get(task.unitId) ?? '–') : (task.leadWords ?? office.unnamed),
          dueOf(task),
          <>
            <Tag>{taskStatus[task.status]}</Tag> {isLate(task, today) && <Tag tone="late">{office.late}</Tag>}
          </>,
        ],
      }))}
    />
  )
}

function Agencies({ lang, today, agencies, unitNames }: OnePageProps) {
  const { office, status } = text[lang]
  const isOverdue = ({ lateSince }: AskedAgency) => lateSince !== null && lateSince <= today
  const count = (n: number) => number(lang, n)
  return (
    <>
      <h2>{office.agencies}</h2>
      {agencies.length > 0 && (
        <p>
          {office.agenciesLead(
            count(agencies.filter(({ programme }) => isShown(programme)).length),
            count(agencies.length),
            count(agencies.filter(isOverdue).length),
          )}
        </p>
      )}
      <DataTable
        caption={office.agencies}
        captionHidden
        dense
        stack
        head={[{ text: office.head.unit }, { text: office.head.status }, { text: office.head.due }]}
        rows={agencies.map((agency) => ({
          cells: [
            <a href={localPath(lang, paths.officeOne(agency.programme.slug))}>{unitNames.get(agency.programme.unitId!) ?? '–'}</a>,
            <>
              <Tag>{status[agency.programme.status]}</Tag>{' '}
              {isOverdue(agency) && <Tag tone="late">{office.lateSince(shortDate(agency.lateSince!))}</Tag>}
            </>,
            agency.programme.dueOn ? shortDate(agency.programme.dueOn) : '–',
          ],
        }))}
        empty={<EmptyState title={office.noAgencies} />}
      />
    </>
  )
}

function ActForm(props: OnePageProps & { act: ProgrammeAct }) {
  const { lang, csrf, programme, act, attempt, agencies, units, people, goals } = props
  const { office, fields, act: actWords } = text[lang]
  const refusal = attempt?.act === act ? attempt.refusal : undefined
  const field = (name: string, value = '') => ({
    name,
    id: `${act}-${name}`,
    label: fields[name]!,
    value: typedOr(refusal, name, value),
    error: problemAt(refusal, name),
  })
  const asked = new Set(agencies.map((agency) => agency.programme.unitId))
  const free = units.filter(({ id }) => !asked.has(id))
  const needsReason = act === 'return' || (act === 'addItems' && programme.status === 'published')
  const folded = needsReason || ['edit', 'addItems', 'cascade'].includes(act)
  const look = act === 'discard' || act === 'end' ? 'danger' : folded ? 'second' : 'main'
  const form = (
    <Form action={paths.act(programme.slug, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={programme.version} />
      {act === 'edit' && (
        <>
          <TextField {...field('title', programme.title)} maxlength={TITLE_MAX} required />
          <TextField {...field('startsOn', programme.startsOn ?? '')} type="date" width={10} required={false} />
          <TextField {...field('endsOn', programme.endsOn ?? '')} type="date" width={10} required={false} />
        </>
      )}
      {act === 'addItems' && <ItemFields lang={lang} refusal={refusal} units={units} people={people} goals={goals} />}
      {act === 'cascade' && (
        <>
          <Checkboxes {...field('unitIds')} hint={office.cascadeHint} items={free.map(({ id, name }) => ({ value: id, text: name }))} />
          <TextField {...field('dueOn')} label={office.cascadeDue} type="date" width={10} required />
        </>
      )}
      {needsReason && (
        <TextArea {...field('reason')} {...(act === 'addItems' ? { id: 'reason' } : {})} hint={office.reasonHint} rows={3} required />
      )}
      <Button look={look}>{act === 'addItems' ? office.addOne : actWords[act]}</Button>
    </Form>
  )
  if (act === 'cascade' && free.length === 0) return <p>{office.allUnits}</p>
  return folded ? (
    <Details summary={act === 'addItems' ? office.addOne : actWords[act]} open={refusal !== undefined}>
      {form}
    </Details>
  ) : (
    form
  )
}
