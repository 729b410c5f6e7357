import type { CivilDate } from '../../../../shared/civil-date.ts'
import type { Page } from '../../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, EmptyState, PageHead, Pager, SummaryList, Tabs } from '../../../../ui/index.ts'
import type { Unit } from '../../../accounts/index.ts'
import { paths } from '../../paths.ts'
import type { Task } from '../../task.ts'
import type { Figures } from '../figures.ts'
import type { AgencyState } from '../load-agencies.ts'
import { text } from '../text.ts'
import { type View, views } from '../views.ts'
import { ProgrammeState } from './agencies.tsx'
import { FigureTiles, ItemTable, viewHref } from './parts.tsx'

export interface UnitPageProps {
  lang: Lang
  unit: Pick<Unit, 'id' | 'name'>
  figures: Figures
  programmes: readonly { title: string; state: Omit<AgencyState, 'unitId'> }[]
  page: Page<Task>
  view: View
  today: CivilDate
}

/** What one agency promised and did, in all plans. */
export function UnitPage({ lang, unit, figures, programmes, page, view, today }: UnitPageProps) {
  const words = text[lang]
  const path = paths.unit(unit.id)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.name }]} current={unit.name} />
      <PageHead title={unit.name} lead={words.unit.lead} />
      <FigureTiles lang={lang} figures={figures} hrefOf={(to) => viewHref(lang, path, to)} />
      <h2>{words.unit.programmes}</h2>
      {programmes.length === 0 ? (
        <EmptyState title={words.unit.noProgrammes} />
      ) : (
        <SummaryList rows={programmes.map(({ title, state }) => ({ key: title, value: <ProgrammeState lang={lang} {...state} /> }))} />
      )}
      <h2 id="viec">{words.plan.items}</h2>
      <Tabs
        label={words.plan.views}
        items={views.map((one) => ({ href: viewHref(lang, path, one), text: words.view[one], current: one === view }))}
      />
      <ItemTable lang={lang} items={page.items} unitNames={new Map([[unit.id, unit.name]])} today={today} caption={words.plan.items} />
      <Pager next={page.next ? { href: viewHref(lang, path, view, { after: page.next }) } : undefined} />
    </>
  )
}
