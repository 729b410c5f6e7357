import type { Db, Trx } from '../../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { findPeople, listAuthorities, listUnits, listWorkMail, type Scope } from '../../accounts/index.ts'
import { isOff, loadCalendar, type OfficeCalendar } from '../../clocks/index.ts'
import { queueNotice } from '../../notices/index.ts'
import { dueThings, type NamedThing, officeOn } from './collect-due.ts'
import { keepTold, listPartnerNews, type PartnerNews } from './partner-news.ts'
import { REMINDER, reminderMail } from './reminder-mail.ts'
import './clock.table.ts'
import { firstSilentDay, type Telling, whoIsTold } from './who-is-told.ts'

export interface RemindOptions {
  db: Db
  /** Null: mails carry no links. */
  publicUrl: string | null
  now: () => Date
}

export interface Told {
  thing: NamedThing
  telling: Telling
}
interface Morning {
  told: Told[]
  news: PartnerNews[]
}

/**
 * The morning's mail of plans and programmes: one a person and working day, with what is new to tell. What was told is kept by stage,
 * written in the transaction that queues the mail: nothing is told twice, and a morning on which nothing ran is made up for by the next.
 * @returns how many mails were queued
 */
export async function remindOfDueDays({ db, publicUrl, now }: RemindOptions, scope: Scope): Promise<number> {
  const today = civilDateOf(now())
  const calendar = await loadCalendar(db, scope)
  if (isOff(calendar, today)) return 0
  const mornings = await collect(db, scope, calendar, today)
  const ids = [...mornings.keys()]
  const [mails, names, units, authorities] = await Promise.all([
    listWorkMail(db, scope, ids),
    findPeople(db, ids),
    listUnits(db, scope),
    listAuthorities(db),
  ])
  const facts = {
    calendar,
    today,
    publicUrl,
    authority: authorities.find(({ id }) => id === scope.authorityId)?.name ?? '',
    units: new Map(units.map(({ id, shortName }) => [id, shortName])),
  }
  let queued = 0
  for (const [personId, { email, beforeDue }] of mails) {
    const { told, news } = mornings.get(personId)!
    const wanted = beforeDue ? told : told.filter(({ telling }) => telling.section !== 'soon')
    if (wanted.length === 0 && news.length === 0) continue
    const done = await db
      .transaction()
      .execute(async (trx) => {
        const fresh = await keepStages(trx, scope, personId, wanted, today)
        await keepTold(trx, scope, news, today)
        const mail = reminderMail({ name: names.get(personId) ?? '', told: fresh, news }, facts)
        if (!mail) return false
        const key = `${REMINDER}:${personId}:${today}`
        const notice = {
          matter: { type: 'person', id: personId },
          kind: REMINDER,
          key,
          lang: 'vi',
          to: email,
          manner: 'work',
          ...mail,
        } as const
        const id = await queueNotice(trx, scope, notice)
        // This morning's mail went already: what came since waits for the next morning.
        if (id === null) throw new AlreadyWritten()
        return true
      })
      .catch((error: unknown) => {
        if (error instanceof AlreadyWritten) return false
        throw error
      })
    if (done) queued++
  }
  return queued
}

class AlreadyWritten extends Error {}

async function collect(db: Db, scope: Scope, calendar: OfficeCalendar, today: CivilDate): Promise<Map<string, Morning>> {
  const office = await officeOn(db, scope, today)
  const mornings = new Map<string, Morning>()
  const of = (personId: string) => {
    const morning = mornings.get(personId) ?? { told: [], news: [] }
    mornings.set(personId, morning)
    return morning
  }
  for await (const thing of dueThings(db, scope, calendar, firstSilentDay(calendar, today)))
    for (const [personId, telling] of whoIsTold(office, calendar, thing, today)) of(personId).told.push({ thing, telling })
  for (const news of await listPartnerNews(db, scope))
    for (const personId of office.headsOf.get(news.unitId) ?? []) of(personId).news.push(news)
  return mornings
}

/** Writes down what is told now. @returns what this person was not told before */
async function keepStages(trx: Trx, scope: Scope, personId: string, told: readonly Told[], today: CivilDate): Promise<Told[]> {
  const fresh = new Set<string>()
  for (let i = 0; i < told.length; i += 1_000) {
    const rows = await trx
      .insertInto('programme_reminders')
      .values(
        told.slice(i, i + 1_000).map(({ thing, telling }) => ({
          authority_id: scope.authorityId,
          thing_id: thing.id,
          person_id: personId,
          late_from: thing.lateFrom,
          stage: telling.stage,
          told_on: today,
        })),
      )
      .onConflict((conflict) => conflict.columns(['authority_id', 'thing_id', 'person_id', 'late_from', 'stage']).doNothing())
      .returning('thing_id')
      .execute()
    for (const { thing_id } of rows) fresh.add(thing_id)
  }
  return told.filter(({ thing }) => fresh.has(thing.id))
}
