import { number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { DataTable, EmptyState, Pager } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { AgencyPage, AgencyState } from '../load-agencies.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  slug: string
  agencies: AgencyPage
  unitNames: ReadonlyMap<string, string>
}

/** Who has the programme out that the plan asks for, who is late with it and by how many days. */
export function Agencies({ lang, slug, agencies: { asked, out, late, rows, next }, unitNames }: Props) {
  const words = text[lang].plan
  const head = words.agenciesHead
  return (
    <>
      <h2 id="co-quan">{words.agencies}</h2>
      {asked > 0 && <p>{words.agenciesCount(number(lang, out), number(lang, asked), number(lang, late))}</p>}
      <DataTable
        caption={words.agencies}
        captionHidden
        stack
        rowHeads
        empty={<EmptyState title={words.agenciesNone} />}
        head={[
          { text: head.unit },
          { text: head.programme },
          { text: head.items, numeric: true },
          { text: head.done, numeric: true },
          { text: head.late, numeric: true },
        ]}
        rows={rows.map(({ unitId, figures, ...state }) => ({
          tone: state.out === null && state.daysLate > 0 ? ('late' as const) : undefined,
          cells: [
            <a href={localPath(lang, paths.unit(unitId))}>{unitNames.get(unitId) ?? unitId}</a>,
            <ProgrammeState lang={lang} {...state} />,
            number(lang, figures.items),
            number(lang, figures.done),
            number(lang, figures.late),
          ],
        }))}
      />
      <Pager
        label={words.agencies}
        next={next ? { href: localPath(lang, `${paths.one(slug)}?sau-co-quan=${next}#co-quan`), text: words.moreAgencies } : undefined}
      />
    </>
  )
}

export function ProgrammeState({ lang, out, dueOn, daysLate }: { lang: Lang } & Pick<AgencyState, 'out' | 'dueOn' | 'daysLate'>) {
  const words = text[lang].plan
  if (out)
    return (
      <>
        <a href={localPath(lang, paths.one(out.slug))}>{words.out(shortDate(out.publishedOn!))}</a>
        {daysLate > 0 && words.outLate(daysLate)}
      </>
    )
  if (daysLate > 0) return <b>{words.notOutLate(daysLate)}</b>
  return <>{dueOn ? words.notOutBy(shortDate(dueOn)) : words.notOut}</>
}
