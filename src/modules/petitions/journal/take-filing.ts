import { civilDateOf } from '../../../shared/civil-date.ts'
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
  const { revision, calendar } = await recallCalendar(options.db, scope)
  const clocks: PlannedClock[] = []
  for (const stage of firstStages) {
    const rule = clockOf({ kind: input.kind, instance, outcome: null, promisedOn: null }, stage, filing.site.remote)
    if (!rule || !('rule' in rule)) continue
    const start = { matter: matterOf({ id }), stage, ...rule, startEvent: 'received', on: civilDateOf(receivedAt) }
    const clock = await planClock(options.db, scope, start, calendar)
    if (clock) clocks.push(clock)
  }
  const atCounter = channel === 'counter'
  const { name, phone, email, address, identityNumber } = input.filer
  const received: Received = {
    ...{ id, receivedAt, kind: input.kind, instance, subject: input.subject, body: input.body, publish: input.publish, channel },
    hamletId,
    hamletText: hamletId ? null : input.hamlet,
    lat: input.location?.lat ?? null,
    lon: input.location?.lon ?? null,
    filer: { name, phone, email, address, identityNumber, accountId: atCounter ? null : (accountId ?? actor?.personId ?? null) },
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
