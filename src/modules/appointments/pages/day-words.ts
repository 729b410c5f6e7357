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

const isAgreed = ({ status }: Pick<Appointment, 'status'>) => status === 'confirmed' || status === 'held'

/** When it is: the day and part until the office has agreed to a time. */
export function whenWords(lang: Lang, appointment: Pick<Appointment, 'status' | 'on' | 'part' | 'at'>): string {
  return isAgreed(appointment) ? `${longDate(lang, appointment.on)}, ${appointment.at}` : dayName(lang, appointment)
}

/** The same, short, for lists. */
export function shortWhen(lang: Lang, appointment: Pick<Appointment, 'status' | 'on' | 'part' | 'at'>): string {
  const time = isAgreed(appointment) ? appointment.at : text[lang].part[appointment.part].toLowerCase()
  return `${shortDate(appointment.on)}, ${time}`
}

export const tones = { asked: 'soon', confirmed: 'ok', cancelled: 'neutral', held: 'neutral' } as const
