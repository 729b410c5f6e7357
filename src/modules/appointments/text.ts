import type { Lang } from '../../shared/lang.ts'
import type { AppointmentStatus, Part } from './appointment.ts'
import type { AppointmentAct } from './lifecycle.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

export interface AppointmentsText {
  status: Record<AppointmentStatus, string>
  part: Record<Part, string>
  act: Record<AppointmentAct, string>
  /** Stands in place of erased words. */
  erased: string
  /** The same, when the time of keeping was over. */
  erasedInTime: string
  /** Sentence of each kind of history entry. */
  event: Record<string, string>
  role: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  public: {
    title: string
    lead: string
    schedule: string
    none: string
    place: (place: string) => string
    leader: string
    /** `còn 6 chỗ` */
    free: (n: number) => string
    full: string
    today: string
    published: (date: string) => string
    late: string
    /** What the law wants of the schedule, and how sure we are of it. */
    rule: (limit: string, basis: string, sure: string) => string
    calendar: string
    ask: string
    askLead: string
    noDay: string
    details: string
    dayHint: string
    subjectHint: string
    wordsHint: string
    phoneHint: string
    send: string
    privacy: string
    track: string
  }
  done: {
    title: string
    code: string
    secret: string
    keep: string
    next: readonly string[]
    see: string
    another: string
  }
  track: {
    title: string
    lead: string
    codeHint: string
    secretHint: string
    submit: string
    wrong: string
    /** What the filer should know in each status. */
    now: Record<AppointmentStatus, string>
    cancelTitle: string
    cancelLead: string
    close: string
    closeHint: string
    cancelled: string
  }
  shared: {
    wanted: string
    agreed: string
    reason: string
    promised: (date: string) => string
    history: string
    facts: string
    noContacts: string
  }
  office: {
    title: string
    lead: string
    views: Record<'asked' | 'confirmed' | 'all', string>
    head: Record<'when' | 'code' | 'subject' | 'status', string>
    none: string
    schedule: string
    book: string
    dataRequests: string
    enter: string
    minutes: string
    acts: string
    noActs: string
    done: string
    confirmHint: string
    wordsHint: string
    reasonHint: string
    promisedHint: string
    cancelReasonHint: string
  }
  schedule: {
    title: string
    lead: string
    head: Record<'day' | 'place' | 'places' | 'published' | 'acts', string>
    places: (taken: number, capacity: number) => string
    add: string
    addHint: string
    save: string
    saved: string
    close: string
    closed: string
    propose: string
    proposeHint: string
    proposed: (n: number) => string
    lateWarning: (date: string) => string
    capacityHint: string
  }
}

export const text: Record<Lang, AppointmentsText> = { vi, en }
