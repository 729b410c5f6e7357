import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longDate, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  BarChart,
  Breadcrumbs,
  ButtonLink,
  Notice,
  PageHead,
  Pager,
  SummaryList,
  type SummaryRow,
  Tabs,
  Tag,
} from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { PlanLinks } from '../../plan-links.tsx'
import { reportPaths } from '../../reports/paths.ts'
import { text as reportsText } from '../../reports/text.ts'
import type { PlanQuery, PlanView } from '../load-plan.ts'
import { text } from '../text.ts'
import { type View, views } from '../views.ts'
import { Agencies } from './agencies.tsx'
import { FigureTiles, ItemTable, Progress, viewHref } from './parts.tsx'

interface PlanPageProps {
  lang: Lang
  view: PlanView
  query: PlanQuery
  today: CivilDate
}

const itemKinds = ['task', 'measure', 'target'] as const

/** A plan, or an agency's programme: what it is, how far it has come, who does what. */
export function PlanPage({ lang, view, query, today }: PlanPageProps) {
  const { programme, figures, goals, items, next, agencies, unitNames } = view
  const words = text[lang]
  const path = paths.one(programme.slug)
  const hrefOf = (to: View) => viewHref(lang, path, to)
  const withKind = (kind: string | null) => viewHref(lang, path, query.view, { loai: kind })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.name }]} current={programme.title} />
      <PageHead
        title={programme.title}
        tags={
          <Tag tone={programme.status === 'ended' ? 'neutral' : 'ok'}>
            {words.programmeStatus[programme.status as 'published' | 'ended']}
          </Tag>
        }
      />
      {programme.status === 'ended' && <Notice>{words.plan.ended(shortDate(programme.endedOn ?? programme.publishedOn!))}</Notice>}
      <SummaryList rows={factsOf(lang, view)} />
      <FigureTiles lang={lang} figures={figures} hrefOf={hrefOf} />
      <p class="btn-row">
        <ButtonLink href={localPath(lang, paths.trace(programme.slug))}>{words.plan.trace}</ButtonLink>
        {programme.kind === 'plan' && (
          <ButtonLink look="second" href={localPath(lang, reportPaths.publicOfPlan(programme.slug))}>
            {reportsText[lang].plan.title}
          </ButtonLink>
        )}
      </p>
      <h2>{words.plan.progress}</h2>
      <Progress lang={lang} figures={figures} />
      {programme.kind === 'plan' && agencies.asked > 0 && <p class="small muted">{words.plan.inTree}</p>}
      {goals.length > 0 && (
        <>
          <h2>{words.plan.goals}</h2>
          <BarChart
            caption={words.plan.goals}
            captionHidden
            head={[words.plan.goalsHead[0]!, words.plan.goalsHead[1]!]}
            items={goals.map(({ goal, serving, done }) => ({
              label: goal.title,
              href: localPath(lang, paths.task(goal.code)),
              value: `${done}/${serving}`,
              share: serving === 0 ? 0 : done / serving,
            }))}
          />
        </>
      )}
      <h2 id="viec">{words.plan.items}</h2>
      <Tabs
        label={words.plan.views}
        items={views.map((one) => ({
          href: viewHref(lang, path, one, { loai: query.kind }),
          text: words.view[one],
          current: one === query.view,
        }))}
      />
      <Tabs
        label={words.plan.kinds}
        items={[
          { href: withKind(null), text: words.plan.allKinds, current: query.kind === null },
          ...itemKinds.map((kind) => ({ href: withKind(kind), text: words.kind[kind], current: kind === query.kind })),
        ]}
      />
      <ItemTable lang={lang} items={items} unitNames={unitNames} today={today} caption={words.plan.items} />
      <Pager next={next === null ? undefined : { href: viewHref(lang, path, query.view, { loai: query.kind, after: String(next) }) }} />
      {programme.kind === 'plan' && <Agencies lang={lang} slug={programme.slug} agencies={agencies} unitNames={unitNames} />}
      <PlanLinks lang={lang} slug={programme.slug} withCalendar />
    </>
  )
}

function factsOf(lang: Lang, { programme, paper, parent, unitNames }: PlanView): SummaryRow[] {
  const words = text[lang].plan
  const { startsOn, endsOn, unitId, publishedOn } = programme
  const runs =
    startsOn && endsOn
      ? words.until(shortDate(startsOn), shortDate(endsOn))
      : startsOn
        ? words.fromOn(shortDate(startsOn))
        : endsOn && words.untilOn(shortDate(endsOn))
  return [
    ...(paper ? [{ key: words.paper, value: <a href={localPath(lang, paper.href)}>{paper.text}</a> }] : []),
    ...(parent ? [{ key: words.parent, value: <a href={localPath(lang, paths.one(parent.slug))}>{parent.title}</a> }] : []),
    ...(unitId ? [{ key: words.agency, value: <a href={localPath(lang, paths.unit(unitId))}>{unitNames.get(unitId) ?? unitId}</a> }] : []),
    { key: words.published, value: longDate(lang, publishedOn!) },
    ...(runs ? [{ key: words.runs, value: runs }] : []),
  ]
}
