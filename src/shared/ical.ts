import { addDays, type CivilDate } from './civil-date.ts'

export interface CalendarEvent {
  /** The same for the same event, always. */
  uid: string
  on: CivilDate
  /** Vietnamese clock time, HH:MM; null: the whole day. */
  hours: { starts: string; ends: string } | null
  summary: string
  place?: string
  url?: string
  description?: string
  /** Since when it stands in this form. */
  stampedOn: CivilDate
}

/** Events as an iCalendar file (RFC 5545); times in UTC, so that no zone needs to be described. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cong Dan//Calendar//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, on, hours, summary, place, url, description, stampedOn }: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${utc(stampedOn, '00:00')}`,
    ...(hours
      ? [`DTSTART:${utc(on, hours.starts)}`, `DTEND:${utc(on, hours.ends)}`]
      : [`DTSTART;VALUE=DATE:${on.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${addDays(on, 1).replaceAll('-', '')}`, 'TRANSP:TRANSPARENT']),
    `SUMMARY:${escaped(summary)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    'END:VEVENT',
  ]
}

/** `20261202T003000Z` for 07:30 in Vietnam. */
function utc(on: CivilDate, time: string): string {
  return new Date(`${on}T${time}:00+07:00`).toISOString().replace(/[-:]|\.000/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines hold 75 bytes; longer ones go on after a blank. A letter is never cut in two. */
function folded(line: string): string {
  let out = ''
  let room = 75
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (bytes > room) {
      out += '\r\n '
      room = 74
    }
    out += letter
    room -= bytes
  }
  return out
}
