import { number, percent } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { BarChart, Breadcrumbs, ColumnChart, DataTable, EmptyState, Notice, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text as plansText } from '../plans/text.ts'
import { FigureTiles, Progress, viewHref } from '../public/pages/parts.tsx'
import type { View } from '../public/views.ts'
import type { Overview } from './load-overview.ts'
import { type Sort, sortAddress, sorts } from './sorts.ts'
import { text } from './text.ts'

/** On time, late, without evidence, disputed: of all and agency by agency, each figure the way to its items. */
export function OverviewPage({ lang, overview, sort }: { lang: Lang; overview: Overview; sort: Sort }) {
  const t = text[lang]
  const { all, units, next, latest, ahead, only } = overview
  const most = latest[0]?.late ?? 1
  const sortedBy = (one: Sort, after?: string) =>
    localPath(lang, `${paths.overview}?sap-xep=${sortAddress[one]}${after ? `&after=${after}` : ''}`)
  const monthText = (month: string) => `${Number(month.slice(5))}/${month.slice(0, 4)}`
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: plansText[lang].office.title }]} />
      <PageHead title={t.title} lead={t.lead} />
      {only === undefined ? <Notice>{t.noUnit}</Notice> : only !== null && <p>{t.ofUnit(only)}</p>}
      <FigureTiles lang={lang} figures={all} />
      <h2>{t.progress}</h2>
      <Progress lang={lang} figures={all} />
      <h2>{t.ahead}</h2>
      <ColumnChart
        label={t.aheadLabel}
        series={[{ name: t.aheadHead[1]!, tone: 'running' }]}
        items={ahead.map(({ month, n }) => ({ label: String(Number(month.slice(5))), under: month.slice(0, 4), values: [n] }))}
        numbered={(n) => number(lang, n)}
      />
      <DataTable
        caption={t.ahead}
        captionHidden
        rowHeads
        head={[{ text: t.aheadHead[0]! }, { text: t.aheadHead[1]!, numeric: true }]}
        rows={ahead.map(({ month, n }) => ({ cells: [monthText(month), number(lang, n)] }))}
      />
      {only === null && (
        <>
          <h2>{t.latest}</h2>
          {latest.length === 0 ? (
            <p>{t.noLate}</p>
          ) : (
            <BarChart
              caption={t.latest}
              captionHidden
              head={[t.latestHead[0]!, t.latestHead[1]!]}
              items={latest.map(({ id, name, late }) => ({
                label: name,
                href: viewHref(lang, paths.unit(id), 'late'),
                value: number(lang, late),
                share: late / most,
                tone: 'late' as const,
              }))}
            />
          )}
        </>
      )}
      <h2 id="co-quan">{t.units}</h2>
      {only === null && <p>{t.ledByNone}</p>}
      <Tabs
        label={t.sort}
        items={sorts.map((one) => ({
          href: sortedBy(one),
          text: t.head[one],
          current: one === sort,
        }))}
      />
      <DataTable
        caption={t.units}
        captionHidden
        dense
        stack
        keys
        rowHeads
        empty={<EmptyState title={t.none} />}
        head={[
          { text: t.head.name },
          ...(['items', 'done', 'late', 'unproven', 'disputed'] as const).map((one) => ({ text: t.head[one], numeric: true })),
        ]}
        rows={units.map(({ id, name, figures }) => {
          const cell = (view: View, n: number) => (n === 0 ? '0' : <a href={viewHref(lang, paths.unit(id), view)}>{number(lang, n)}</a>)
          return {
            tone: figures.late > 0 ? ('late' as const) : undefined,
            cells: [
              <a href={localPath(lang, paths.unit(id))}>{name}</a>,
              cell('all', figures.items),
              <>
                {cell('done', figures.done)}{' '}
                <span class="muted">({percent(lang, figures.items === 0 ? 0 : figures.done / figures.items)})</span>
              </>,
              cell('late', figures.late),
              cell('unproven', figures.unproven),
              cell('disputed', figures.disputed),
            ],
          }
        })}
      />
      <Pager next={next ? { href: `${sortedBy(sort, next)}#co-quan`, text: t.more } : undefined} />
    </>
  )
}
