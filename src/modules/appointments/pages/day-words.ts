import { longDate, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Appointment, ReceptionDay } from '../appointment.ts'
import { text } from '../text.ts'

/** `Thứ tư, 02/12/2026, buổi sáng` */
export function dayName(lang: Lang, { on, part }: Pick<ReceptionDay, 'on' | 'part'>): string {
  return `${longDate(lang, on)}, ${text[lang].part[part].toLowerCase()}`
}

/** `07:30–11:00` */
export function hours({ starts, ends }: Pick<ReceptionDay, 'starts' | 'ends'>): string {
  return `${starts}–${ends}`
}

/** When it is: the day and part until the office confirms, then the time. */
export function whenWords(lang: Lang, appointment: Pick<Appointment, 'status' | 'on' | 'part' | 'at'>): string {
  return appointment.status === 'asked' ? dayName(lang, appointment) : `${longDate(lang, appointment.on)}, ${appointment.at}`
}

/** The same, short, for lists. */
export function shortWhen(lang: Lang, appointment: Pick<Appointment, 'status' | 'on' | 'part' | 'at'>): string {
  const time = appointment.status === 'asked' ? text[lang].part[appointment.part].toLowerCase() : appointment.at
  return `${shortDate(appointment.on)}, ${time}`
}

export const tones = { asked: 'soon', confirmed: 'ok', cancelled: 'neutral', held: 'neutral' } as const
