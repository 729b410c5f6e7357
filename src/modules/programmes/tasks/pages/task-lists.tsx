import type { ComponentChildren } from 'preact'
import type { CivilDate } from '../../../../shared/civil-date.ts'
import { number, shortDate } from '../../../../shared/format.ts'
import type { Page } from '../../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Pager,
  Select,
  Tabs,
  Tag,
  TextArea,
} from '../../../../ui/index.ts'
import type { Unit } from '../../../accounts/index.ts'
import { clockPaths } from '../../clock/paths.ts'
import { text as clockText } from '../../clock/text.ts'
import { paths } from '../../paths.ts'
import { text as publicText } from '../../public/text.ts'
import { isLate } from '../../rules.ts'
import type { Task } from '../../task.ts'
import { ownViews, type TaskView, unitViews } from '../list-tasks.ts'
import { text } from '../text.ts'

/** An address of a list, narrowed to a view. */
const addressOf = (lang: Lang, path: string, view: TaskView, more: Record<string, string> = {}) =>
  localPath(lang, `${path}?${new URLSearchParams({ xem: view, ...more })}`)

interface OwnPageProps {
  lang: Lang
  view: TaskView
  page: Page<Task>
  today: CivilDate
}

/** "Việc của tôi". */
export function OwnPage({ lang, view, page, today }: OwnPageProps) {
  const words = text[lang]
  return (
    <>
      <PageHead title={words.own.title} lead={words.own.lead} />
      <p>
        <ButtonLink look="second" href={localPath(lang, clockPaths.own)}>
          {clockText[lang].calendar.title}
        </ButtonLink>
      </p>
      <Tabs
        label={words.own.title}
        items={ownViews.map((one) => ({ href: addressOf(lang, paths.own, one), text: viewName(lang, one), current: one === view }))}
      />
      <TaskTable
        lang={lang}
        caption={viewName(lang, view)}
        tasks={page.items}
        today={today}
        emptyHint={
          <p>
            {words.own.noneHint} <a href={localPath(lang, paths.list)}>{publicText[lang].name}</a>.
          </p>
        }
      />
      <Pager next={page.next ? { href: addressOf(lang, paths.own, view, { after: page.next }) } : undefined} />
    </>
  )
}

export interface UnitPageProps {
  lang: Lang
  csrf: string
  unit: Unit | null
  /** Agencies that may be chosen; empty for those who see their own alone. */
  units: readonly Unit[]
  view: TaskView
  page: Page<Task>
  counts: Record<TaskView, number> | null
  today: CivilDate
  /** Whom the head may put in charge; null: this person gives no work. */
  people: readonly { personId: string; name: string }[] | null
  names: ReadonlyMap<string, string>
  /** How many were given just now. */
  assigned?: number | undefined
  problems?: readonly { field: string; text: string }[] | undefined
  typed?: { tasks: readonly string[]; personId: string; reason: string } | undefined
}

/** "Việc của cơ quan". */
export function UnitPage(props: UnitPageProps) {
  const { lang, csrf, unit, units, view, page, counts, today, people, names, assigned, problems = [], typed } = props
  const words = text[lang].ofUnit
  const ofUnit: Record<string, string> = unit ? { 'don-vi': unit.id } : {}
  return (
    <>
      <PageHead title={words.title} lead={unit ? words.lead(unit.name) : words.noUnit} />
      <ErrorSummary problems={problems} />
      {assigned !== undefined && (
        <Notice tone="ok" live>
          {words.assigned(assigned)}
        </Notice>
      )}
      {units.length > 0 && (
        <form method="get" action={localPath(lang, paths.ofUnit)}>
          <Select
            name="don-vi"
            label={words.unit}
            items={units.map(({ id, name }) => ({ value: id, text: name }))}
            value={unit?.id}
            empty
          />
          <Button look="second">{words.show}</Button>
        </form>
      )}
      {unit && (
        <>
          <Tabs
            label={words.title}
            items={unitViews.map((one) => ({
              href: addressOf(lang, paths.ofUnit, one, ofUnit),
              text: viewName(lang, one),
              count: counts ? number(lang, counts[one]) : undefined,
              current: one === view,
              tone: one === 'late' && (counts?.late ?? 0) > 0 ? ('late' as const) : undefined,
            }))}
          />
          {people && page.items.some(({ status }) => status !== 'done') ? (
            <Form action={`${paths.ofUnit}?${new URLSearchParams({ xem: view, ...ofUnit })}`} lang={lang} csrf={csrf}>
              <TaskTable
                lang={lang}
                caption={viewName(lang, view)}
                tasks={page.items}
                today={today}
                names={names}
                chosen={typed?.tasks ?? []}
              />
              <h2>{words.assign}</h2>
              <p class="muted">{words.assignHint}</p>
              <Select
                name="personId"
                label={text[lang].fields['personId']!}
                items={people.map(({ personId, name }) => ({ value: personId, text: name }))}
                value={typed?.personId}
                error={problems.find(({ field }) => field === 'personId')?.text}
                empty
                required
              />
              <TextArea
                name="reason"
                label={text[lang].fields['reason']!}
                hint={text[lang].page.ownerReasonHint}
                value={typed?.reason}
                error={problems.find(({ field }) => field === 'reason')?.text}
                rows={2}
                required
              />
              <Button>{words.assign}</Button>
            </Form>
          ) : (
            <TaskTable lang={lang} caption={viewName(lang, view)} tasks={page.items} today={today} names={names} />
          )}
          <Pager next={page.next ? { href: addressOf(lang, paths.ofUnit, view, { ...ofUnit, after: page.next }) } : undefined} />
        </>
      )}
    </>
  )
}

interface TaskTableProps {
  lang: Lang
  caption: string
  tasks: readonly Task[]
  today: CivilDate
  /** Names of those in charge, where they are shown. */
  names?: ReadonlyMap<string, string> | undefined
  /** Codes that are ticked; absent: nothing is chosen here. */
  chosen?: readonly string[] | undefined
  /** Below the words of an empty list. */
  emptyHint?: ComponentChildren
}

function TaskTable({ lang, caption, tasks, today, names, chosen, emptyHint }: TaskTableProps) {
  const { own, ofUnit, page, status } = text[lang]
  // The first box is where the list of errors leads to.
  const first = tasks.find((task) => task.status !== 'done')
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      stack
      head={[
        { text: own.task },
        { text: own.due },
        { text: own.state },
        { text: own.evidence, numeric: true },
        ...(names ? [{ text: ofUnit.who }] : []),
      ]}
      rows={tasks.map((task) => {
        const late = isLate(task, today)
        const link = (
          <a class="any-break" href={localPath(lang, paths.officeTask(task.code))}>
            {task.title}
          </a>
        )
        return {
          tone: late ? ('late' as const) : undefined,
          cells: [
            chosen && task.status !== 'done' ? (
              <span class="pick-line">
                <label class="pick">
                  <input
                    type="checkbox"
                    id={task === first ? 'tasks' : undefined}
                    name="tasks"
                    value={task.code}
                    checked={chosen.includes(task.code)}
                  />
                  <span class="govuk-visually-hidden">{ofUnit.choose(task.title)}</span>
                </label>
                {link}
              </span>
            ) : (
              link
            ),
            <>
              {task.dueOn ? shortDate(task.dueOn) : page.noDue} {late && <Tag tone="late">{page.late}</Tag>}
            </>,
            status[task.status],
            number(lang, task.evidence),
            ...(names ? [(task.personId && names.get(task.personId)) || page.nobody] : []),
          ],
        }
      })}
      empty={<EmptyState title={own.none}>{emptyHint}</EmptyState>}
    />
  )
}

function viewName(lang: Lang, view: TaskView): string {
  const { ofUnit, status } = text[lang]
  const names: Record<TaskView, string> = {
    open: ofUnit.open,
    late: ofUnit.late,
    noEvidence: ofUnit.noEvidence,
    disputed: ofUnit.disputed,
    planned: status.planned,
    inProgress: status.inProgress,
    reported: status.reported,
    done: status.done,
  }
  return names[view]
}
