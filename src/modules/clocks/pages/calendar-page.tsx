import { longDate, longInstant, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Card, DataTable, Form, Radios, Tag, TextField } from '../../../ui/index.ts'
import type { CalendarDay } from '../calendar.ts'
import type { FormProblem } from '../form-problems.ts'
import type { Moved } from '../list-moved.ts'
import type { ClockText } from '../text.ts'
import { AdminFrame } from './admin-frame.tsx'

export const CALENDAR = '/lam-viec/quan-tri/lich'

export interface CalendarPageProps {
  text: ClockText
  lang: Lang
  csrf: string
  year: number
  decided: boolean
  /** Numbers of the notices that decided the year. */
  notices: string
  days: readonly CalendarDay[]
  typed: Readonly<Record<string, unknown>>
  problems: readonly FormProblem[]
  /** A sentence on what was saved. */
  done: string | null
  /** What calendar changes moved, newest first. */
  moved: readonly Moved[]
}

/** The office calendar of one year, and the forms that change it by a notice. */
export function CalendarPage(props: CalendarPageProps) {
  const { text, lang, year, decided, notices, days, problems, done } = props
  const words = text.calendarPage
  const yearLink = (other: number, label: string) => <a href={localPath(lang, `${CALENDAR}?nam=${other}`)}>{label}</a>
  return (
    <AdminFrame text={text} lang={lang} title={words.title(year)} lead={words.lead} problems={problems} done={done}>
      <p>
        {yearLink(year - 1, words.previousYear(year - 1))} · {yearLink(year + 1, words.nextYear(year + 1))}
      </p>
      <p>
        {!decided && <Tag tone="soon">{text.provisional}</Tag>} {decided ? words.decided : words.undecided}
        {notices && ` ${words.notices}: ${notices}.`}
      </p>
      <DataTable
        caption={words.title(year)}
        captionHidden
        dense
        stack
        rowHeads
        head={[
          { text: words.dateColumn },
          { text: words.kindLabel },
          { text: words.nameColumn },
          { text: words.kindColumn },
          { text: words.noticeColumn },
          { text: words.sureColumn },
        ]}
        rows={days.map((day) => ({
          cells: [
            longDate(lang, day.date),
            day.off ? words.off : words.worked,
            text.dayName(day),
            text.dayKinds[day.kind],
            day.notice ? `${day.notice.number}${day.notice.on ? `, ${shortDate(day.notice.on)}` : ''}` : '',
            text.sure(day.sure),
          ],
        }))}
        empty={<p>{words.none}</p>}
      />
      <DayForm {...props} />
      <ClearForm {...props} />
      {!decided && <ConfirmForm {...props} />}
      <p class="govuk-hint">{words.recompute}</p>
      {props.moved.length > 0 && <MovedTable {...props} />}
    </AdminFrame>
  )
}

/** Each due date that moved, with the page that explains it. */
function MovedTable({ text, lang, moved }: CalendarPageProps) {
  const words = text.calendarPage
  return (
    <DataTable
      caption={words.movedTitle}
      dense
      stack
      head={[{ text: words.movedStage }, { text: words.movedFrom }, { text: words.movedTo }, { text: words.movedAt }]}
      rows={moved.map((clock) => ({
        cells: [
          <a href={localPath(lang, `/han/${clock.clockId}`)}>{text.stages(clock.stage)}</a>,
          longDate(lang, clock.oldDueOn),
          longDate(lang, clock.newDueOn),
          longInstant(lang, clock.at),
        ],
      }))}
    />
  )
}

/** What was typed goes back into the form it came from; the other forms stay empty. */
function formOf({ typed, problems }: CalendarPageProps, act: string) {
  const mine = typed['act'] === act
  return {
    value: (field: string) => (mine && typeof typed[field] === 'string' ? typed[field] : ''),
    error: (field: string) => (mine ? problems.find((problem) => problem.field === field)?.text : undefined),
    // The failed form has the plain ids, which the error summary links to.
    id: (field: string) => (mine || (act === 'set' && typed['act'] === undefined) ? field : `${act}-${field}`),
  }
}

function NoticeFields(props: CalendarPageProps & { act: string }) {
  const words = props.text.calendarPage
  const { value, error, id } = formOf(props, props.act)
  return (
    <>
      <TextField
        name="noticeNumber"
        id={id('noticeNumber')}
        label={words.noticeNumberLabel}
        value={value('noticeNumber')}
        error={error('noticeNumber')}
        width={20}
      />
      <TextField
        name="noticeOn"
        id={id('noticeOn')}
        type="date"
        label={words.noticeOnLabel}
        value={value('noticeOn')}
        error={error('noticeOn')}
        width={10}
        required={false}
      />
    </>
  )
}

function DayForm(props: CalendarPageProps) {
  const { text, lang, csrf, year } = props
  const words = text.calendarPage
  const { value, error, id } = formOf(props, 'set')
  return (
    <Card title={words.addTitle}>
      <Form action={`${CALENDAR}?nam=${year}`} lang={lang} csrf={csrf}>
        <input type="hidden" name="act" value="set" />
        <TextField name="date" id={id('date')} type="date" label={words.dateLabel} value={value('date')} error={error('date')} width={10} />
        <Radios
          name="kind"
          id={id('kind')}
          label={words.kindLabel}
          items={[
            { value: 'off', text: words.kindOff },
            { value: 'worked', text: words.kindWorked },
          ]}
          value={value('kind')}
          error={error('kind')}
        />
        <TextField name="name" id={id('name')} label={words.nameLabel} value={value('name')} error={error('name')} />
        <NoticeFields {...props} act="set" />
        <Button>{words.addButton}</Button>
      </Form>
    </Card>
  )
}

function ClearForm(props: CalendarPageProps) {
  const { text, lang, csrf, year } = props
  const words = text.calendarPage
  const { value, error, id } = formOf(props, 'clear')
  return (
    <Card title={words.removeButton}>
      <Form action={`${CALENDAR}?nam=${year}`} lang={lang} csrf={csrf}>
        <input type="hidden" name="act" value="clear" />
        <TextField name="date" id={id('date')} type="date" label={words.dateLabel} value={value('date')} error={error('date')} width={10} />
        <NoticeFields {...props} act="clear" />
        <Button look="second">{words.removeButton}</Button>
      </Form>
    </Card>
  )
}

function ConfirmForm(props: CalendarPageProps) {
  const { text, lang, csrf, year } = props
  const words = text.calendarPage
  return (
    <Card title={words.confirmTitle(year)}>
      <p>{words.confirmLead}</p>
      <Form action={`${CALENDAR}?nam=${year}`} lang={lang} csrf={csrf}>
        <input type="hidden" name="act" value="confirm" />
        <input type="hidden" name="year" value={String(year)} />
        <NoticeFields {...props} act="confirm" />
        <Button look="second">{words.confirmButton}</Button>
      </Form>
    </Card>
  )
}
