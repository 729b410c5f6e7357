import { number, shortDate } from '../../../../shared/format.ts'
import type { Page } from '../../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ButtonLink, DataTable, EmptyState, PageHead, Pager, Tabs, Tag } from '../../../../ui/index.ts'
import { text as overviewText } from '../../overview/text.ts'
import { paths } from '../../paths.ts'
import { type Programme, type ProgrammeKind, type ProgrammeStatus, programmeStatuses } from '../../programme.ts'
import { text } from '../text.ts'

interface ListPageProps {
  lang: Lang
  kind: ProgrammeKind
  status: ProgrammeStatus
  page: Page<Programme>
  counts: ReadonlyMap<string, number>
  /** Programmes of the officer's own agency. */
  own: readonly Programme[]
  unitNames: ReadonlyMap<string, string>
  mayMake: boolean
  /** Chairman, auditor, heads of agencies. */
  seesOverview: boolean
}

/** The officer's own first, then plans, or programmes of agencies, of one status. */
export function ListPage({ lang, kind, status, page, counts, own, unitNames, mayMake, seesOverview }: ListPageProps) {
  const { office, status: statusWords } = text[lang]
  const address = (change: { loai?: ProgrammeKind; xem?: ProgrammeStatus; after?: string }) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ loai: kind, xem: status, ...change }).toString()}`)
  const make = mayMake && <ButtonLink href={localPath(lang, paths.create)}>{office.make}</ButtonLink>
  return (
    <>
      <PageHead title={office.title} lead={office.lead} aside={make} />
      {seesOverview && (
        <p>
          <ButtonLink look="second" href={localPath(lang, paths.overview)}>
            {overviewText[lang].title}
          </ButtonLink>
        </p>
      )}
      {own.length > 0 && (
        <>
          <h2>{office.own}</h2>
          <Programmes lang={lang} items={own} unitNames={unitNames} caption={office.own} />
        </>
      )}
      <Tabs
        label={office.title}
        items={(['plan', 'agency'] as const).map((one) => ({
          href: address({ loai: one }),
          text: office.kinds[one],
          current: one === kind,
        }))}
      />
      <Tabs
        label={office.head.status}
        items={programmeStatuses.map((one) => ({
          href: address({ xem: one }),
          text: statusWords[one],
          count: number(lang, counts.get(one) ?? 0),
          current: one === status,
        }))}
      />
      <Programmes lang={lang} items={page.items} unitNames={unitNames} caption={`${office.kinds[kind]}: ${statusWords[status]}`} />
      <Pager next={page.next ? { href: address({ after: page.next }) } : undefined} />
    </>
  )
}

function Programmes(props: { lang: Lang; items: readonly Programme[]; unitNames: ReadonlyMap<string, string>; caption: string }) {
  const { lang, items, unitNames, caption } = props
  const { office, status } = text[lang]
  const { head } = office
  return (
    <DataTable
      caption={caption}
      captionHidden
      dense
      stack
      head={[{ text: head.status }, { text: head.title }, { text: head.unit }, { text: head.due }]}
      rows={items.map((programme) => ({
        cells: [
          <Tag>{status[programme.status]}</Tag>,
          <a href={localPath(lang, paths.officeOne(programme.slug))}>{programme.title}</a>,
          programme.unitId === null ? office.committee : (unitNames.get(programme.unitId) ?? '–'),
          programme.dueOn ? shortDate(programme.dueOn) : '–',
        ],
      }))}
      empty={<EmptyState title={office.none} />}
    />
  )
}
