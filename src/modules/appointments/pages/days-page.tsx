import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Select,
  TextField,
  WithAside,
} from '../../../ui/index.ts'
import { parts } from '../appointment.ts'
import { paths } from '../paths.ts'
import type { DayPattern } from '../propose-days.ts'
import type { PublicationRule, ScheduledDay } from '../schedule-view.ts'
import { text } from '../text.ts'
import { dayName, hours } from './day-words.ts'

interface DaysPageProps {
  lang: Lang
  csrf: string
  days: readonly ScheduledDay[]
  pattern: DayPattern
  rule: PublicationRule
  /** Reads appointments too; the administrator keeps the schedule only. */
  mayRead: boolean
  refusal?: FormRefusal | undefined
  done?: string | undefined
}

/** The schedule as its keepers see it: every coming day, a form to add or change one, and the proposal of Wednesdays. */
export function DaysPage(props: DaysPageProps) {
  const { lang, csrf, days, rule, mayRead, refusal, done } = props
  const words = text[lang].schedule
  return (
    <>
      {mayRead && <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: text[lang].office.title }]} current={words.title} />}
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <p class="small muted">{text[lang].public.rule(rule.limit, rule.basis, rule.sure)}</p>
      <WithAside aside={<DayForm {...props} />}>
        <DataTable
          caption={words.title}
          captionHidden
          dense
          stack
          head={Object.entries(words.head).map(([key, name]) => ({ text: name, numeric: key === 'places' }))}
          rows={days.map((day) => ({
            cells: [
              <>
                {dayName(lang, day)}
                <br />
                {hours(day)}
              </>,
              [day.place, day.leader].filter(Boolean).join(' · '),
              day.capacity === 0 && day.taken === 0 ? words.closed : words.places(day.taken, day.capacity),
              `${shortDate(day.publishedOn)}${day.late ? ` (${words.lateWarning(shortDate(day.publishBy))})` : ''}`,
              day.capacity > 0 ? <CloseForm lang={lang} csrf={csrf} day={day} /> : '',
            ],
            tone: day.late ? ('soon' as const) : undefined,
          }))}
          empty={<EmptyState title={text[lang].public.none} />}
        />
        <Form action={paths.propose} lang={lang} csrf={csrf}>
          <p class="muted">{words.proposeHint}</p>
          <Button look="second">{words.propose}</Button>
        </Form>
      </WithAside>
    </>
  )
}

function CloseForm({ lang, csrf, day }: { lang: Lang; csrf: string; day: ScheduledDay }) {
  return (
    <Form action={paths.closeDay} lang={lang} csrf={csrf}>
      <input type="hidden" name="on" value={day.on} />
      <input type="hidden" name="part" value={day.part} />
      <Button look="quiet" small>
        {text[lang].schedule.close} <span class="govuk-visually-hidden">{dayName(lang, day)}</span>
      </Button>
    </Form>
  )
}

function DayForm({ lang, csrf, pattern, refusal }: DaysPageProps) {
  const words = text[lang].schedule
  const { fields, part } = text[lang]
  const field = (name: string, value = '') => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, value),
    error: problemAt(refusal, name),
  })
  return (
    <Card title={words.add}>
      <p class="muted">{words.addHint}</p>
      <Form action={paths.days} lang={lang} csrf={csrf}>
        <TextField {...field('on')} type="date" width={10} required />
        <Select {...field('part', 'morning')} items={parts.map((one) => ({ value: one, text: part[one] }))} />
        <TextField {...field('starts', '07:30')} width={10} maxlength={5} required />
        <TextField {...field('ends', '11:00')} width={10} maxlength={5} required />
        <TextField {...field('place', pattern.place)} maxlength={200} required />
        <TextField {...field('leader', pattern.leader ?? '')} maxlength={100} required={false} />
        <TextField
          {...field('capacity', number('en', pattern.capacity))}
          hint={words.capacityHint}
          inputmode="numeric"
          width={4}
          required
        />
        <Button>{words.save}</Button>
      </Form>
    </Card>
  )
}
