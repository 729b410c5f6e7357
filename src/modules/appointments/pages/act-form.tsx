import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Form, Select, TextArea, TextField } from '../../../ui/index.ts'
import type { Appointment, OpenDay } from '../appointment.ts'
import { WORDS_MAX } from '../fields.ts'
import type { AppointmentAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { dayName, hours } from './day-words.ts'

interface ActFormProps {
  lang: Lang
  csrf: string
  act: AppointmentAct
  appointment: Appointment
  days: readonly OpenDay[]
  refusal?: FormRefusal | undefined
}

/** The inputs of one act; the version tells whether somebody else was quicker. */
export function ActForm({ lang, csrf, act, appointment, days, refusal }: ActFormProps) {
  const { fields, office } = text[lang]
  const field = (name: string, value = '') => ({
    name,
    id: `${act}-${name}`,
    label: fields[name]!,
    value: typedOr(refusal, name, value),
    error: problemAt(refusal, name),
  })
  return (
    <Form action={paths.act(appointment.code, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={appointment.version} />
      {act === 'confirm' && (
        <>
          <Select {...field('on', appointment.on)} hint={office.confirmHint} items={dayChoices(lang, days, appointment)} />
          <TextField {...field('at', appointment.at)} width={10} maxlength={5} required />
          <TextField {...field('place', appointment.place)} maxlength={200} required />
          <TextArea {...field('reason')} hint={office.reasonHint} rows={2} required={false} />
        </>
      )}
      {act === 'cancel' && <TextArea {...field('reason')} hint={office.cancelReasonHint} rows={3} required />}
      {act === 'hold' && (
        <>
          <TextArea {...field('words')} hint={office.wordsHint} maxlength={WORDS_MAX} rows={6} required />
          <TextField {...field('promisedOn')} hint={office.promisedHint} type="date" width={10} required={false} />
        </>
      )}
      <Button look={act === 'cancel' ? 'danger' : 'main'}>{text[lang].act[act]}</Button>
    </Form>
  )
}

/** Each day once, with its hours and what is left; the day as it stands is among them even when it is full. */
function dayChoices(lang: Lang, days: readonly OpenDay[], appointment: Appointment) {
  const words = text[lang].public
  const byDay = Map.groupBy(days, (day) => day.on)
  return [...byDay].map(([on, parts]) => ({
    value: on,
    text: parts
      .map((day) => `${dayName(lang, day)} ${hours(day)} (${day.free > 0 || on === appointment.on ? words.free(day.free) : words.full})`)
      .join(' · '),
  }))
}
