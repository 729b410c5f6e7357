import type { Db } from '../../../platform/database.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { isUuid, newId } from '../../../shared/ids.ts'
import { type PlannedClock, planClock, recallCalendar } from '../../clocks/index.ts'
import type { Filing, FilingOptions } from '../file-petition.ts'
import { matterOf, type Stage } from '../petition.ts'
import type { AppealOf } from '../petition-repository.ts'
import { clockOf } from '../rules.ts'
import { tokenFingerprint } from '../secret.ts'
import type { Received } from './received.ts'

export interface FilingKeys {
  secretHash: Buffer
  /** For a complaint settled once already. */
  instance?: 1 | 2
  appealOf?: AppealOf
  /** The filer's account, when it is not the caller's. */
  accountId?: string | null
}

/** Clocks that start when a petition comes in. */
const firstStages: readonly Stage[] = ['initialResult', 'acceptance']

/** Works out what a filing is to become; nothing is written. @returns also the revision of the calendar by which its clocks were counted */
export async function takeFiling(
  options: Pick<FilingOptions, 'db' | 'now' | 'hamletExists'>,
  filing: Filing,
  { secretHash, instance = 1, appealOf, accountId }: FilingKeys,
): Promise<{ received: Received; revision: string | null }> {
  const { scope, input, channel, actor } = filing
  const receivedAt = options.now()
  const id = newId(receivedAt.getTime())
  const hamletId = input.hamlet && isUuid(input.hamlet) && (await options.hamletExists(scope, input.hamlet)) ? input.hamlet : null
  const { revision, clocks } = await firstClocks(options.db, filing, { id, instance, receivedOn: civilDateOf(receivedAt) })
  const atCounter = channel === 'counter'
  const { name, phone, email, address, identityNumber } = input.filer
  const received: Received = {
    ...{ id, receivedAt, kind: input.kind, instance, subject: input.subject, body: input.body, publish: input.publish, channel },
    hamletId,
    hamletText: hamletId ? null : input.hamlet,
    lat: input.location?.lat ?? null,
    lon: input.location?.lon ?? null,
    filer: { name, phone, email, address, identityNumber, accountId: atCounter ? null : (accountId ?? actor?.personId ?? null) },
    represented: input.represented,
    group: input.group,
    officerId: atCounter ? (actor?.personId ?? null) : null,
    asked: filing.asked ?? false,
    lang: filing.lang ?? 'vi',
    clientToken: tokenFingerprint(input.clientToken),
    secretHash,
    appealOf: appealOf ?? null,
    clocks,
  }
  return { received, revision }
}

/** Clocks of the filings of a day: all of a kind have the same, but for their ids. */
const planned = new Map<string, PlannedClock[]>()

async function firstClocks(
  db: Db,
  { scope, site, input }: Filing,
  { id, instance, receivedOn }: { id: string; instance: 1 | 2; receivedOn: CivilDate },
): Promise<{ clocks: PlannedClock[]; revision: string | null }> {
  const { revision, calendar } = await recallCalendar(db, scope)
  const key = [scope.authorityId, input.kind, instance, site.remote, receivedOn, revision].join()
  let clocks = planned.get(key)
  if (!clocks) {
    clocks = []
    let lasting = true
    for (const stage of firstStages) {
      const rule = clockOf({ kind: input.kind, instance, outcome: null, promisedOn: null }, stage, site.remote)
      if (!rule || !('rule' in rule)) continue
      const start = { matter: matterOf({ id }), stage, ...rule, startEvent: 'received', on: receivedOn }
      const clock = await planClock(db, scope, start, calendar)
      if (clock) clocks.push(clock)
      // A local target may be set at any moment, and no revision tells of it.
      if (!clock || clock.local) lasting = false
    }
    if (planned.size > 100) planned.clear()
    if (lasting) planned.set(key, clocks)
  }
  return { revision, clocks: clocks.map((clock) => ({ ...clock, id: newId(), matter_id: id })) }
}
