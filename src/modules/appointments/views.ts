import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { findPeople, type Scope } from '../accounts/index.ts'
import { type Entry, listHistory } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import { listMessages, type Message } from '../messages/index.ts'
import type { Access } from './access.ts'
import { type Appointment, type Filer, matterOf, type OpenDay } from './appointment.ts'
import { findFiler } from './appointment-repository.ts'
import { type AppointmentAct, lifecycle } from './lifecycle.ts'
import { readsContacts, readsInOffice } from './rules.ts'

/** An appointment as one reader may see it; the same for the page and the API. */
export interface AppointmentView {
  appointment: Appointment
  inOffice: boolean
  filer: Filer | null
  history: Entry[]
  /** Minutes of the meeting: the office alone. */
  minutes: Message[]
  /** Names of the officers in the history, for the office. */
  people: ReadonlyMap<string, string>
  acts: AppointmentAct[]
}

export async function viewAppointment(db: Db, scope: Scope, { appointment, roles }: Access): Promise<AppointmentView> {
  const matter = matterOf(appointment)
  const inOffice = readsInOffice(roles)
  const [filer, history, minutes] = await Promise.all([
    readsContacts(roles) ? findFiler(db, scope, appointment.id) : undefined,
    listHistory(db, scope, matter, inOffice ? ['public', 'filer', 'internal'] : ['public', 'filer']),
    inOffice ? listMessages(db, scope, matter, { kinds: ['internal'] }) : [],
  ])
  const officers = history.map((entry) => entry.actorId).filter((id) => id !== null)
  return {
    appointment,
    inOffice,
    filer: filer ?? null,
    history,
    minutes,
    people: inOffice ? await findPeople(db, [...new Set(officers)]) : new Map(),
    acts: allowedActs(lifecycle, appointment, roles),
  }
}

/** Facts without personal text. The time is told where it was agreed. */
export function appointmentJson(appointment: Appointment) {
  const { code, status, on, part, at, place, wantedOn, wantedPart, askedAt, heldOn, promisedOn, version } = appointment
  const agreed = status === 'confirmed' || status === 'held' ? at : null
  return { code, status, on, part, at: agreed, place, wantedOn, wantedPart, askedAt: instantText(askedAt), heldOn, promisedOn, version }
}

export function viewJson({ appointment, filer, history, minutes, inOffice, people }: AppointmentView) {
  return {
    ...appointmentJson(appointment),
    subject: appointment.subject,
    words: appointment.words,
    filer: filer ?? undefined,
    history: history.map(({ seq, type, at, actorRole, facts, words }) => ({
      seq,
      type,
      at: instantText(at),
      by: actorRole,
      facts,
      reason: words['reason'],
    })),
    minutes: inOffice ? minutes.map(({ body, authorId }) => ({ words: body, by: authorId && people.get(authorId) })) : undefined,
  }
}

export function dayJson({ on, part, place, starts, ends, leader, capacity, free, publishedOn }: OpenDay) {
  return { on, part, place, starts, ends, leader, capacity, free, publishedOn }
}
