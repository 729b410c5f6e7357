import { number, shortDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { DataTable, EmptyState } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { AgencyState } from '../load-plan.ts'
import { text } from '../text.ts'

/** Agencies shown at first; the rest by one press. */
const FIRST = 20

interface Props {
  lang: Lang
  slug: string
  agencies: readonly AgencyState[]
  unitNames: ReadonlyMap<string, string>
  all: boolean
}

/** Who has the programme out that the plan asks for, who is late with it and by how many days. */
export function Agencies({ lang, slug, agencies, unitNames, all }: Props) {
  const words = text[lang].plan
  const head = words.agenciesHead
  const out = agencies.filter((agency) => agency.out).length
  const late = agencies.filter((agency) => !agency.out && agency.daysLate > 0).length
  const shown = all ? agencies : agencies.slice(0, FIRST)
  return (
    <>
      <h2 id="co-quan">{words.agencies}</h2>
      {agencies.length > 0 && <p>{words.agenciesCount(number(lang, out), number(lang, agencies.length), number(lang, late))}</p>}
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
        rows={shown.map(({ unitId, figures, ...state }) => ({
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
      {shown.length < agencies.length && (
        <p>
          <a href={localPath(lang, `${paths.one(slug)}?co-quan=tat-ca#co-quan`)}>{words.allAgencies(number(lang, agencies.length))}</a>
        </p>
      )}
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
