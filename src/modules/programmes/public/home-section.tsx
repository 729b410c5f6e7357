import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Card, EmptyState, Section, Tag, WithAside } from '../../../ui/index.ts'
import type { Scope } from '../../accounts/index.ts'
import { paths } from '../paths.ts'
import type { Programme } from '../programme.ts'
import type { Task } from '../task.ts'
import { tasksOf } from '../task-repository.ts'
import { type Figures, figuresOf, owners } from './figures.ts'
import { unitNamesOf } from './load-plan.ts'
import { DueTag, FigureLine, StatusTag } from './pages/parts.tsx'
import { listShown } from './read-programmes.ts'
import { text } from './text.ts'
import { whereView } from './views.ts'

const PLANS = 3
const ITEMS = 3

export interface Promises {
  plans: readonly { plan: Programme; figures: Figures }[]
  /** Of the newest plan: what was done last, and what is late. */
  items: readonly Task[]
  unitNames: ReadonlyMap<string, string>
}

/** What the front page tells of plans: kept figures, and three items to look at. */
export async function loadPromises(db: Db, scope: Scope, today: CivilDate): Promise<Promises> {
  const { items: plans } = await listShown(db, scope, 'plan', null, PLANS)
  const newest = plans[0]
  const [figures, late, done, unitNames] = await Promise.all([
    figuresOf(
      db,
      scope,
      plans.map(({ id }) => owners.tree(id)),
      today,
    ),
    newest ? ofPlan(db, scope, newest.id, 'late', today) : [],
    newest ? ofPlan(db, scope, newest.id, 'done', today) : [],
    unitNamesOf(db, scope),
  ])
  // Two late ones and one that was done, or whatever there is of either.
  const shownDone = done.slice(0, Math.max(1, ITEMS - late.length))
  return {
    plans: plans.map((plan) => ({ plan, figures: figures(owners.tree(plan.id)) })),
    items: [...late.slice(0, ITEMS - shownDone.length), ...shownDone],
    unitNames,
  }
}

function ofPlan(db: Db, scope: Scope, programmeId: string, view: 'late' | 'done', today: CivilDate): Promise<Task[]> {
  return tasksOf(db, scope)
    .where('programme_id', '=', programmeId)
    .where((eb) => whereView(eb, view, today))
    .orderBy(view === 'late' ? 'late_from' : 'done_on', 'desc')
    .orderBy('id')
    .limit(ITEMS)
    .execute()
}

/** "Lời hứa và việc làm" on the front page. */
export function PromisesSection({ lang, promises, today }: { lang: Lang; promises: Promises; today: CivilDate }) {
  const words = text[lang]
  const { plans, items, unitNames } = promises
  const list = plans.map(({ plan, figures }) => (
    <Card
      level={3}
      title={plan.title}
      href={localPath(lang, paths.one(plan.slug))}
      tags={
        figures.items > 0 && <Tag tone={figures.late > 0 ? 'late' : 'ok'}>{figures.late > 0 ? words.home.late : words.home.onTime}</Tag>
      }
    >
      <p class="small muted">{words.list.from(shortDate(plan.publishedOn!))}</p>
      <FigureLine lang={lang} figures={figures} />
    </Card>
  ))
  const beside = items.map((item) => (
    <Card
      level={3}
      title={item.title}
      href={localPath(lang, paths.task(item.code))}
      tags={
        <>
          {item.status === 'done' && <StatusTag lang={lang} status={item.status} />}
          <DueTag lang={lang} item={item} today={today} />
        </>
      }
    >
      <p class="small muted">{(item.unitId && unitNames.get(item.unitId)) ?? item.leadWords ?? words.item.nobody}</p>
    </Card>
  ))
  return (
    <Section title={words.name} lead={words.home.lead} more={{ href: localPath(lang, paths.list), text: words.home.more }}>
      {plans.length === 0 ? (
        <EmptyState title={words.home.none} />
      ) : items.length === 0 ? (
        list
      ) : (
        <WithAside aside={<section aria-label={words.home.lately}>{beside}</section>}>{list}</WithAside>
      )}
    </Section>
  )
}
