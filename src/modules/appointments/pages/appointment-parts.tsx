import { instantText } from '../../../shared/civil-date.ts'
import { longDate, longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Prose, SummaryList, Tag, Timeline } from '../../../ui/index.ts'
import type { Appointment } from '../appointment.ts'
import { text } from '../text.ts'
import type { AppointmentView } from '../views.ts'
import { dayName, tones, whenWords } from './day-words.ts'

export function StatusTag({ lang, appointment }: { lang: Lang; appointment: Appointment }) {
  return <Tag tone={tones[appointment.status]}>{text[lang].status[appointment.status]}</Tag>
}

/** What was asked for and what was agreed. */
export function Facts({ lang, view }: { lang: Lang; view: AppointmentView }) {
  const { appointment, filer } = view
  const { fields, shared } = text[lang]
  const agreed = appointment.status === 'confirmed' || appointment.status === 'held'
  return (
    <SummaryList
      rows={[
        ...(agreed ? [{ key: shared.agreed, value: <b>{whenWords(lang, appointment)}</b> }] : []),
        ...(agreed ? [{ key: fields['place']!, value: appointment.place }] : []),
        { key: shared.wanted, value: dayName(lang, { on: appointment.wantedOn, part: appointment.wantedPart }) },
        { key: fields['subject']!, value: appointment.subject },
        ...(appointment.words ? [{ key: fields['words']!, value: <Prose text={appointment.words} /> }] : []),
        ...(filer ? [{ key: fields['name']!, value: filer.name }] : []),
        ...(filer?.phone ? [{ key: fields['phone']!, value: filer.phone }] : []),
        ...(view.inOffice && !filer ? [{ key: fields['filer']!, value: <span class="muted">{shared.noContacts}</span> }] : []),
        ...(appointment.promisedOn ? [{ key: fields['promisedOn']!, value: longDate(lang, appointment.promisedOn) }] : []),
      ]}
    />
  )
}

export function HistoryList({ lang, view }: { lang: Lang; view: AppointmentView }) {
  const { event, role, shared } = text[lang]
  return (
    <>
      <h2>{shared.history}</h2>
      <Timeline
        items={view.history.toReversed().map((entry) => {
          const who =
            (entry.actorId && view.people.get(entry.actorId)) ?? (entry.actorRole ? (role[entry.actorRole] ?? entry.actorRole) : '')
          const reason = entry.words['reason']
          return {
            title: event[entry.type] ?? entry.type,
            when: [longInstant(lang, entry.at), who].filter(Boolean).join(' · '),
            dateTime: instantText(entry.at),
            children: reason && (
              <p>
                {shared.reason}: {reason}
              </p>
            ),
          }
        })}
      />
    </>
  )
}
