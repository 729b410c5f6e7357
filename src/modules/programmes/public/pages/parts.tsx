import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longDate, number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Bar, BarChart, DataTable, EmptyState, type StatTile, StatTiles, Tag, type Tone } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { sayingOf } from '../../rules.ts'
import type { Task } from '../../task.ts'
import { dueOf } from '../due.ts'
import type { Figures } from '../figures.ts'
import { text } from '../text.ts'
import { type View, viewAddress } from '../views.ts'

const toneOf: Record<Task['status'], Tone> = {
  draft: 'neutral',
  planned: 'neutral',
  inProgress: 'soon',
  reported: 'soon',
  done: 'ok',
  cancelled: 'neutral',
}

export function StatusTag({ lang, status }: { lang: Lang; status: Task['status'] }) {
  return <Tag tone={toneOf[status]}>{text[lang].status[status]}</Tag>
}

type Timed = Pick<Task, 'status' | 'lateFrom' | 'dueOn' | 'doneOn' | 'dueWords' | 'every'>

/** "Trễ 3 ngày", "Còn 12 ngày"; nothing where there is nothing to wait for. */
export function DueTag({ lang, item, today }: { lang: Lang; item: Pick<Task, 'status' | 'lateFrom' | 'doneOn'>; today: CivilDate }) {
  const due = dueOf(item, today)
  const words = text[lang].due
  if (due.state === 'late') return <Tag tone="late">{words.late(due.days)}</Tag>
  if (due.state === 'soon' || due.state === 'running')
    return <Tag tone={due.state === 'soon' ? 'soon' : 'neutral'}>{words.left(due.days)}</Tag>
  return null
}

/** "Thứ hai, 30/11/2026", or what the paper says instead. */
export function dueDay(lang: Lang, item: Timed): string {
  const words = text[lang]
  if (item.dueOn) return longDate(lang, item.dueOn)
  return item.dueWords ?? (item.every ? words.every[item.every] : words.due.none)
}

/** "đã làm 3 · một phần 1 · chưa 0" */
export function saidLine(lang: Lang, item: Pick<Task, 'saidDone' | 'saidPartly' | 'saidNot'>): string {
  const { said } = text[lang]
  if (sayingOf(item) === 'none') return said.none
  return said.line(number(lang, item.saidDone), number(lang, item.saidPartly), number(lang, item.saidNot))
}

export function proofLine(lang: Lang, evidence: number): string {
  const { proof } = text[lang]
  return evidence === 0 ? proof.none : proof.some(number(lang, evidence))
}

/** The five great figures; each leads to its items where `hrefOf` says how. */
export function FigureTiles({ lang, figures, hrefOf }: { lang: Lang; figures: Figures; hrefOf?: (view: View) => string }) {
  const words = text[lang].figures
  const tile = (view: View, label: string, n: number, tone?: StatTile['tone']): StatTile => ({
    value: number(lang, n),
    label,
    tone: n > 0 ? tone : undefined,
    href: hrefOf?.(view),
  })
  return (
    <StatTiles
      items={[
        tile('all', words.items, figures.items),
        tile('done', words.done, figures.done, 'ok'),
        tile('late', words.late, figures.late, 'late'),
        tile('unproven', words.unproven, figures.unproven, 'soon'),
        tile('disputed', words.disputed, figures.disputed, 'late'),
      ]}
    />
  )
}

/** Items by state: the bars and the table of figures are one. */
export function Progress({ lang, figures }: { lang: Lang; figures: Figures }) {
  const words = text[lang]
  const share = (n: number) => (figures.items === 0 ? 0 : n / figures.items)
  const row = (status: 'done' | 'reported' | 'inProgress' | 'planned', tone: 'kept' | 'running' | 'paused') => ({
    label: words.status[status],
    value: number(lang, figures[status]),
    share: share(figures[status]),
    tone,
  })
  return (
    <BarChart
      caption={words.plan.progressLabel}
      captionHidden
      head={[words.plan.progressHead[0]!, words.plan.progressHead[1]!]}
      items={[row('done', 'kept'), row('reported', 'running'), row('inProgress', 'running'), row('planned', 'paused')]}
    />
  )
}

/** How much of a plan is done, in a line under its title. */
export function FigureLine({ lang, figures }: { lang: Lang; figures: Figures }) {
  const words = text[lang].figures
  if (figures.items === 0) return <p class="small muted">{words.none}</p>
  const parts = [
    words.doneOf(number(lang, figures.done), number(lang, figures.items)),
    ...(figures.late > 0 ? [words.lateOf(number(lang, figures.late))] : []),
    ...(figures.unproven > 0 ? [words.unprovenOf(number(lang, figures.unproven))] : []),
    ...(figures.disputed > 0 ? [words.disputedOf(number(lang, figures.disputed))] : []),
  ]
  return (
    <>
      <Bar share={figures.done / figures.items} tone={figures.late > 0 ? 'running' : 'kept'} />
      <p class="small muted">{parts.join(' · ')}</p>
    </>
  )
}

interface ItemTableProps {
  lang: Lang
  items: readonly Task[]
  unitNames: ReadonlyMap<string, string>
  today: CivilDate
  caption: string
}

export function ItemTable({ lang, items, unitNames, today, caption }: ItemTableProps) {
  const words = text[lang]
  const head = words.plan.itemsHead
  return (
    <DataTable
      caption={caption}
      captionHidden
      stack
      rowHeads
      empty={<EmptyState title={words.plan.noItems} />}
      head={[head.item, head.unit, head.due, head.state, head.proof, head.people].map((name) => ({ text: name }))}
      rows={items.map((item) => ({
        tone: dueOf(item, today).state === 'late' ? ('late' as const) : undefined,
        cells: [
          <>
            <a class="any-break" href={localPath(lang, paths.task(item.code))}>
              {item.title}
            </a>
            <br />
            <span class="small muted">
              {words.kind[item.kind]} · {item.code}
            </span>
          </>,
          item.unitId ? (
            <a href={localPath(lang, paths.unit(item.unitId))}>{unitNames.get(item.unitId) ?? item.unitId}</a>
          ) : (
            <span class="any-break">{item.leadWords ?? words.item.nobody}</span>
          ),
          <>
            {item.dueOn ? shortDate(item.dueOn) : dueDay(lang, item)} <DueTag lang={lang} item={item} today={today} />
          </>,
          <StatusTag lang={lang} status={item.status} />,
          proofLine(lang, item.evidence),
          saidLine(lang, item),
        ],
      }))}
    />
  )
}

/** The address of a list of items in a view. */
export function viewHref(lang: Lang, path: string, view: View, more: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams()
  if (view !== 'all') query.set('xem', viewAddress[view])
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value)
  const asked = query.toString()
  return `${localPath(lang, path)}${asked ? `?${asked}` : ''}#viec`
}
