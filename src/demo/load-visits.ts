import { type DemoVisit, demoVisits } from '../../db/demo/demo-data.ts'
import type { Actor, Scope } from '../modules/accounts/index.ts'
import { writeOnce } from '../modules/receptions/index.ts'
import type { Db } from '../platform/database.ts'
import { addDays, type CivilDate, civilDateOf, weekdayOf } from '../shared/civil-date.ts'
import { demoToken } from './demo-token.ts'

const FRIDAY = 5

export interface VisitOptions {
  db: Db
  appKey: Buffer
  now: Date
}

/** A visit is received on a working day: at weekends the Friday before. */
export function visitDay(now: Date, { daysAgo }: DemoVisit): CivilDate {
  const day = addDays(civilDateOf(now), -daysAgo)
  return addDays(day, -Math.max(0, weekdayOf(day) - FRIDAY))
}

/** Writes one visit of the demonstration town into the book; safe to run again. */
export async function loadVisit(options: VisitOptions, scope: Scope, officer: Actor, visit: DemoVisit): Promise<void> {
  const { db, appKey, now } = options
  const earlier = demoVisits.find(({ key }) => key === visit.previous)
  const root = earlier && (await writeVisit({ db, appKey, now }, scope, officer, earlier))
  await writeVisit({ db, appKey, now }, scope, officer, visit, root?.rootId)
}

function writeVisit({ db, appKey, now }: VisitOptions, scope: Scope, officer: Actor, visit: DemoVisit, rootId: string | null = null) {
  const receivedOn = visitDay(now, visit)
  const { name } = visit
  return writeOnce(
    db,
    scope,
    {
      receivedOn,
      occasion: visit.occasion,
      classification: visit.classification,
      people: visit.people,
      rootId,
      matter: null,
      settledBy: visit.settledBy ?? null,
      competent: visit.competent ?? false,
      guidedTo: visit.guidedTo ?? null,
      guidedDocument: null,
      transferredTo: visit.transferredTo ?? null,
      transferredDocument: visit.transferredDocument ?? null,
      person: name
        ? { name, address: visit.address ?? null, identity: visit.identity ?? null, representatives: visit.representatives ?? null }
        : null,
      words: { summary: visit.summary, followUp: visit.followUp },
      clientToken: demoToken(appKey, `visit:${visit.key}`),
    },
    { personId: officer.personId, at: new Date(`${receivedOn}T09:00:00+07:00`) },
  )
}
