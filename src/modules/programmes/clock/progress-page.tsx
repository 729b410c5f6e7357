import { type CivilDate, dayNumber } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, PageHead, Pager } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import { isLate } from '../rules.ts'
import type { Task } from '../task.ts'
import { clockPaths } from './paths.ts'
import { text } from './text.ts'

export interface ProgressPageProps {
  lang: Lang
  programme: Programme
  /** One page of those that have a due day. */
  tasks: readonly Task[]
  /** Place after which the next page begins. */
  next: number | null
  today: CivilDate
  statuses: Readonly<Record<Task['status'], string>>
}

/** Items of a programme on a line of time: each row says in words what its bar shows, so the table is whole without the bars. */
export function ProgressPage({ lang, programme, tasks, next, today, statuses }: ProgressPageProps) {
  const words = text[lang].progress
  const start = (task: Task) => task.startsOn ?? programme.startsOn ?? programme.publishedOn ?? task.dueOn!
  const from = [today, ...tasks.map(start)].toSorted()[0]!
  const to = [today, ...tasks.map(({ dueOn }) => dueOn!)].toSorted().at(-1)!
  const length = Math.max(1, dayNumber(to) - dayNumber(from))
  const at = (day: CivilDate) => Math.round(((dayNumber(day) - dayNumber(from)) / length) * 1000) / 10
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.officeOne(programme.slug)), text: programme.title }]} />
      <PageHead title={words.title} lead={words.lead(shortDate(from), shortDate(to))} />
      <DataTable
        caption={words.title}
        captionHidden
        dense
        stack
        head={[{ text: words.head.item }, { text: words.head.days }, { text: words.head.status }, { text: words.head.bar }]}
        rows={tasks.map((task) => {
          const late = isLate(task, today)
          const [x, end] = [at(start(task)), at(task.dueOn!)]
          return {
            tone: late ? ('late' as const) : undefined,
            cells: [
              <>
                <a href={localPath(lang, paths.officeTask(task.code))}>{task.code}</a> <span class="any-break">{task.title}</span>
              </>,
              `${shortDate(start(task))} – ${shortDate(task.dueOn!)}`,
              `${statuses[task.status]}${late ? `, ${words.late}` : ''}`,
              <svg viewBox="0 0 100 12" width="100%" height="18" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect x="0" y="5" width="100" height="2" fill="currentColor" opacity="0.15" />
                <rect
                  x={Math.min(x, 99)}
                  y="2"
                  width={Math.max(1, end - x)}
                  height="8"
                  fill={late ? '#b3261e' : task.status === 'done' ? '#1b6e3c' : '#5b6470'}
                />
                <rect x={Math.min(at(today), 99.5)} y="0" width="0.5" height="12" fill="currentColor" />
              </svg>,
            ],
          }
        })}
        empty={<EmptyState title={words.none} />}
      />
      <Pager next={next === null ? undefined : { href: localPath(lang, `${clockPaths.progress(programme.slug)}?sau=${next}`) }} />
    </>
  )
}
