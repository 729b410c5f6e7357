import type { CivilDate } from '../../../shared/civil-date.ts'
import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Button,
  Card,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Radios,
  TextArea,
  TextField,
  WithAside,
} from '../../../ui/index.ts'
import { dayKey } from '../appointment.ts'
import { SUBJECT_MAX, WORDS_MAX } from '../fields.ts'
import { paths } from '../paths.ts'
import type { PublicationRule, ScheduledDay } from '../schedule-view.ts'
import { text } from '../text.ts'
import { dayName, hours } from './day-words.ts'

export interface SchedulePageProps {
  lang: Lang
  csrf: string
  days: readonly ScheduledDay[]
  today: CivilDate
  rule: PublicationRule
  clientToken: string
  refusal?: FormRefusal | undefined
}

/** The public schedule; its days are the choices of the form. */
export function SchedulePage(props: SchedulePageProps) {
  const { lang, days, rule } = props
  const words = text[lang].public
  const aside = (
    <Card title={words.details}>
      <p>
        <a href={localPath(lang, paths.calendar)}>{words.calendar}</a>
      </p>
      <p>
        <a href={localPath(lang, paths.track)}>{words.track}</a>
      </p>
      <p class="small muted">{words.rule(rule.limit, rule.basis, rule.sure)}</p>
      <p class="small muted">{words.privacy}</p>
    </Card>
  )
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <WithAside aside={aside}>
        {days.length === 0 ? <EmptyState title={words.none}>{words.noDay}</EmptyState> : <AskForm {...props} />}
      </WithAside>
    </>
  )
}

function AskForm({ lang, csrf, days, today, clientToken, refusal }: SchedulePageProps) {
  const words = text[lang].public
  const { fields } = text[lang]
  const common = days.every((day) => day.place === days[0]?.place) ? days[0]?.place : undefined
  const open = (day: ScheduledDay) => day.on > today && day.free > 0
  const field = (name: string) => ({ name, label: fields[name]!, value: typedOr(refusal, name), error: problemAt(refusal, name) })
  return (
    <>
      <ErrorSummary problems={refusal?.problems ?? []} />
      {!days.some(open) && <Notice tone="soon">{words.noDay}</Notice>}
      <Form action={paths.schedule} lang={lang} csrf={csrf}>
        <input type="hidden" name="clientToken" value={clientToken} />
        <Radios
          {...field('day')}
          label={words.schedule}
          hint={[common && words.place(common), words.dayHint].filter(Boolean).join(' ')}
          items={days.map((day) => ({
            value: dayKey(day),
            text: `${dayName(lang, day)}, ${hours(day)}`,
            hint: about(lang, day, today, common),
            disabled: !open(day),
          }))}
        />
        <TextField {...field('subject')} hint={words.subjectHint} maxlength={SUBJECT_MAX} required />
        <TextArea {...field('words')} hint={words.wordsHint} maxlength={WORDS_MAX} count required={false} />
        <TextField {...field('name')} autocomplete="name" maxlength={100} required />
        <TextField {...field('phone')} hint={words.phoneHint} type="tel" autocomplete="tel" width={20} required={false} />
        <p class="muted">{words.askLead}</p>
        <Button>{words.send}</Button>
      </Form>
    </>
  )
}

/** What there is to know of a day, in one line; the place where the days differ in it, the publication where it was late. */
function about(lang: Lang, day: ScheduledDay, today: CivilDate, common: string | undefined): string {
  const words = text[lang].public
  const left = day.on <= today ? words.today : day.free === 0 ? words.full : words.free(day.free)
  const late = day.late && `${words.published(shortDate(day.publishedOn))}, ${words.late}`
  return [left, day.leader, day.place !== common && day.place, late].filter(Boolean).join(' · ')
}
