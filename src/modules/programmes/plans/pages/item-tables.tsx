import { number, shortDate } from '../../../../shared/format.ts'
import { localPath } from '../../../../shared/lang.ts'
import { DataTable, EmptyState, Pager, Tag } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { isLate } from '../../rules.ts'
import type { Task } from '../../task.ts'
import { text as core } from '../../text.ts'
import { text } from '../text.ts'
import type { OnePageProps } from './one-page.tsx'

/** Goals first, then what serves each, then the rest by kind. */
export function ItemTables(props: OnePageProps) {
  const { lang, tasks, nextTask, goalTasks, count, programme } = props
  const { office } = text[lang]
  const { kinds } = core[lang]
  const goals = tasks.filter(({ kind }) => kind === 'objective')
  const served = goalTasks.map((goal) => ({ caption: office.ofGoal(goal.title), items: tasks.filter(({ goalId }) => goalId === goal.id) }))
  const rest = (['task', 'measure', 'target'] as const).map((kind) => ({
    caption: kinds[kind].charAt(0).toLocaleUpperCase('vi') + kinds[kind].slice(1),
    items: tasks.filter((task) => task.kind === kind && task.goalId === null),
  }))
  const groups = [{ caption: office.goals, items: goals }, ...served, ...rest].filter(({ items }) => items.length > 0)
  return (
    <>
      <h2 id="viec">{office.items(number(lang, count))}</h2>
      {count === 0 && <EmptyState title={office.noItems} />}
      {groups.map(({ caption, items }) => (
        <ItemTable {...props} caption={caption} items={items} />
      ))}
      <Pager
        label={office.pages}
        next={nextTask === null ? undefined : { href: localPath(lang, `${paths.officeOne(programme.slug)}?sau=${nextTask}#viec`) }}
      />
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
    [...new Set([task.dueOn ? shortDate(task.dueOn) : task.dueWords, task.every && every[task.every]])].filter(Boolean).join('; ') || '–'
  return (
    <DataTable
      caption={caption}
      dense
      stack
      head={[{ text: head.place }, { text: head.title }, { text: head.lead }, { text: head.due }, { text: head.status }]}
      rows={items.map((task) => ({
        cells: [
          number(lang, task.place),
          <span class="any-break">{href(task) ? <a href={localPath(lang, href(task)!)}>{task.title}</a> : task.title}</span>,
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
