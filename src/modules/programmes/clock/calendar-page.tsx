import { addDays, type CivilDate, lastDayOfMonth } from '../../../shared/civil-date.ts'
import { longInstant, shortDate, weekdayName } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ButtonRow, DataTable, EmptyState, Form, Notice, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { DueItem } from './due-items.ts'
import { weeksOf } from './month.ts'
import { clockPaths } from './paths.ts'
import { text } from './text.ts'

export interface CalendarPageProps {
  lang: Lang
  csrf: string
  /** First day of the month. */
  month: CivilDate
  today: CivilDate
  items: readonly DueItem[]
  feeds: readonly { unitId: string | null; madeAt: Date }[]
  unitId: string | null
  /** The address that was made just now: shown this once. */
  made?: string | undefined
}

/** A person's due days of a month, as a calendar and as a list, and the secret address for calendar programs. */
export function CalendarPage(props: CalendarPageProps) {
  const { lang, month, items, today, made } = props
  const words = text[lang].calendar
  const monthName = (first: CivilDate) => `${first.slice(5, 7)}/${first.slice(0, 4)}`
  const link = (first: CivilDate) => (
    <a href={localPath(lang, `${clockPaths.own}?thang=${first.slice(0, 7)}`)}>{words.month(monthName(first))}</a>
  )
  const onDay = Map.groupBy(items, ({ dueOn }) => dueOn)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.own), text: words.back }]} />
      <PageHead title={words.title} lead={words.lead} />
      {made && (
        <Notice tone="ok" title={words.made} live>
          <p>{words.madeHint}</p>
          <p class="any-break">
            <code>{made}</code>
          </p>
        </Notice>
      )}
      <h2>{words.month(monthName(month))}</h2>
      <p>
        {link(addDays(month, -1))} · {link(addDays(lastDayOfMonth(month), 1))}
      </p>
      <DataTable
        caption={words.month(monthName(month))}
        captionHidden
        head={weeksOf(month)[0]!.map((day) => ({ text: words.shortDays[Number(weeksOf(month)[0]!.indexOf(day))]! }))}
        rows={weeksOf(month).map((week) => ({
          cells: week.map((day) => {
            const due = onDay.get(day) ?? []
            if (day.slice(0, 7) !== month.slice(0, 7)) return ''
            const name = Number(day.slice(8))
            return (
              <>
                {day === today ? <b aria-current="date">{name}</b> : name}
                {due.length > 0 && (
                  <>
                    {' '}
                    <a href={`#d-${day}`} aria-label={words.dueOn(due.length, shortDate(day))}>
                      ({due.length})
                    </a>
                  </>
                )}
              </>
            )
          }),
        }))}
      />
      {items.length === 0 && <EmptyState title={words.none} />}
      {[...onDay].map(([day, due]) => (
        <>
          <h3 id={`d-${day}`}>
            {weekdayName(lang, day)}, {shortDate(day)}
          </h3>
          <ul>
            {due.map((item) => (
              <li>
                <a href={localPath(lang, paths.officeTask(item.code))}>{item.code}</a> {item.title}
                {item.lateFrom !== null && item.lateFrom <= today && ` – ${words.late}`}
              </li>
            ))}
          </ul>
        </>
      ))}
      <Addresses {...props} />
    </>
  )
}

function Addresses({ lang, csrf, feeds, unitId }: CalendarPageProps) {
  const words = text[lang].calendar
  const whose = [
    { of: 'own', id: null as string | null, name: words.own },
    ...(unitId ? [{ of: 'unit', id: unitId as string | null, name: words.unitFeed }] : []),
  ]
  return (
    <>
      <h2>{words.addresses}</h2>
      <p>{words.addressHint}</p>
      {whose.map(({ of, id, name }) => {
        const feed = feeds.find((one) => one.unitId === id)
        return (
          <>
            <h3>{name}</h3>
            <p>{feed ? words.madeAt(longInstant(lang, feed.madeAt)) : words.noAddress}</p>
            <ButtonRow>
              <Form action={clockPaths.address} lang={lang} csrf={csrf}>
                <input type="hidden" name="of" value={of} />
                <Button look="second">{feed ? words.again : words.make}</Button>
              </Form>
              {feed && (
                <Form action={clockPaths.revoke} lang={lang} csrf={csrf}>
                  <input type="hidden" name="of" value={of} />
                  <Button look="danger">{words.revoke}</Button>
                </Form>
              )}
            </ButtonRow>
          </>
        )
      })}
    </>
  )
}
