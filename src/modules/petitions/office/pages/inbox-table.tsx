import { longDate, number, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { DataTable, type TableRow, Tag, type Tone } from '../../../../ui/index.ts'
import { behalfWords } from '../../behalf/behalf-card.tsx'
import { text as bulkText } from '../../bulk/text.ts'
import { text as followingText } from '../../following/text.ts'
import { isOpen, owesPromise, type Petition } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { dueWords } from '../due-words.ts'
import { text } from '../text.ts'
import { caseAddress } from './inbox-address.ts'
import type { InboxPageProps } from './inbox-page.tsx'

type TableProps = Pick<InboxPageProps, 'lang' | 'list' | 'units' | 'officers' | 'today' | 'filter' | 'behalves'> &
  Partial<Pick<InboxPageProps, 'reminded'>>

export function InboxTable({ lang, list, units, officers, today, filter, behalves, reminded }: TableProps) {
  const words = text[lang].inbox
  const unitNames = new Map(units.map((unit) => [unit.id, unit.shortName]))
  const rows = list.items.map((petition): TableRow => {
    const due = petition.dueOn && (isOpen(petition) || owesPromise(petition)) ? dueWords(lang, petition.dueOn, today) : null
    const behalf = behalves.get(petition.id)
    return {
      tone: due && due.tone !== 'neutral' ? due.tone : undefined,
      cells: [
        <>
          <label class="pick">
            <input type="checkbox" name="don" value={petition.code} />
            <span class="govuk-visually-hidden">{bulkText[lang].choose(petition.code)}</span>
          </label>
          <a href={caseAddress(lang, petition.code)}>{petition.code}</a>
        </>,
        <>
          <bdi>{petition.subject}</bdi>
          {petition.followers > 0 && (
            <>
              {' '}
              <Tag>{followingText[lang].office.mark(number(lang, petition.followers))}</Tag>
            </>
          )}
          {behalf && (
            <>
              <br />
              <Tag>{behalfWords(lang, behalf)}</Tag>
            </>
          )}
        </>,
        <span class="nowrap">{petitionText[lang].kind[petition.kind]}</span>,
        <Desk
          unit={petition.unitId ? (unitNames.get(petition.unitId) ?? '') : words.noUnit}
          officer={petition.officerId ? (officers.get(petition.officerId) ?? null) : petition.unitId ? words.noOfficer : null}
        />,
        due && petition.dueOn ? (
          <>
            {longDate(lang, petition.dueOn)} <Tag tone={due.tone}>{due.words}</Tag>
          </>
        ) : (
          <span class="muted">{words.receivedOn(shortDate(petition.receivedOn))}</span>
        ),
        <>
          <StateTag lang={lang} petition={petition} />
          {reminded?.has(petition.id) && (
            <>
              {' '}
              <Tag tone="soon">{bulkText[lang].remindedToday}</Tag>
            </>
          )}
        </>,
      ],
    }
  })
  const { columns } = words
  const caption = filter.sort
    ? words.captionFollowed(words.views[filter.view])
    : filter.view === 'all'
      ? words.captionNewest
      : words.caption(words.views[filter.view])
  const head = [columns.code, columns.subject, columns.kind, columns.desk, columns.due, columns.state].map((name) => ({ text: name }))
  return <DataTable caption={caption} captionHidden dense stack keys rowHeads head={head} rows={rows} />
}

function Desk({ unit, officer }: { unit: string; officer: string | null }) {
  return (
    <>
      {unit}
      {officer && (
        <>
          <br />
          <span class="muted">{officer}</span>
        </>
      )}
    </>
  )
}

const toneOf: Partial<Record<Petition['status'], Tone>> = { answered: 'ok', closed: 'ok', declined: 'soon', suspended: 'soon' }

/** The finer step while somebody works on it, else its status; and that the filer was asked for more. */
export function StateTag({ lang, petition }: { lang: Lang; petition: Petition }) {
  const words = petitionText[lang]
  const worked = isOpen(petition) && petition.status !== 'suspended'
  return (
    <>
      <Tag tone={toneOf[petition.status]}>{worked ? words.step[petition.step] : stateWords(lang, petition)}</Tag>
      {petition.awaitingSince && isOpen(petition) && (
        <>
          {' '}
          <Tag tone="soon">{text[lang].inbox.awaiting}</Tag>
        </>
      )}
    </>
  )
}

function stateWords(lang: Lang, { status, closedAs }: Petition): string {
  const words = petitionText[lang]
  return closedAs ? words.closing[closedAs] : words.status[status]
}
