import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { newId } from '../../shared/ids.ts'

/** A thing whose views are counted: `{ type: 'article', id }`. */
export interface Subject {
  type: string
  id: string
}

export interface DayCount {
  visits: number
  pages: number
  robotPages: number
}

/** Minute of a visit and whether it was signed in, as its cookie said and as it is now. */
export interface SeenVisit {
  from: number
  fromMember: boolean
  minute: number
  member: boolean
}

/** What one process has seen since its last writing, for one authority. */
export interface Batch {
  id: string
  /** By the day of each request, not of the writing. */
  days: Map<CivilDate, DayCount>
  /** New visits by their minute. */
  arrivals: Map<number, number>
  /** Of these, those who were signed in already. */
  memberArrivals: Map<number, number>
  /** Views that are certain to be the first of their visit, and those of robots. */
  views: Map<string, { subject: Subject; views: number; robotViews: number }>
  /** Visits seen again, by hash: what their cookie said, and the newest. */
  seen: Map<string, SeenVisit>
  /** Views after the first page of a visit: the database says whether they are new. */
  laterViews: Map<string, { visit: string; subject: Subject }>
}

export function newBatch(): Batch {
  return {
    id: newId(),
    days: new Map(),
    arrivals: new Map(),
    memberArrivals: new Map(),
    views: new Map(),
    seen: new Map(),
    laterViews: new Map(),
  }
}

export const minuteOf = (instant: Date): number => Math.floor(instant.getTime() / 60_000)

/** The day of an instant, worked out once a day: this is asked with each page. */
export function dayClock(): (instant: Date) => CivilDate {
  let day: CivilDate = '1900-01-01'
  let from = 0
  return (instant) => {
    const ms = instant.getTime()
    if (ms < from || ms >= from + 86_400_000) {
      day = civilDateOf(instant)
      from = Date.parse(`${day}T00:00:00+07:00`)
    }
    return day
  }
}

export function dayIn(batch: Batch, day: CivilDate): DayCount {
  let count = batch.days.get(day)
  if (!count) {
    count = { visits: 0, pages: 0, robotPages: 0 }
    batch.days.set(day, count)
  }
  return count
}

export function addView(batch: Pick<Batch, 'views'>, subject: Subject, by: { views?: number; robotViews?: number }): void {
  const key = keyOf(subject)
  let count = batch.views.get(key)
  if (!count) {
    count = { subject, views: 0, robotViews: 0 }
    batch.views.set(key, count)
  }
  count.views += by.views ?? 0
  count.robotViews += by.robotViews ?? 0
}

export const keyOf = ({ type, id }: Subject): string => `${type}:${id}`
