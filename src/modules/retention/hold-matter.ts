import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import { civilDateOf, daysBetween } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { appendEntry, type Facts, type Matter } from '../history/index.ts'
import { type HoldInput, labels } from './fields.ts'
import { LONGEST_REVIEW } from './hold.ts'
import { addHold, endHold, lockHold } from './hold-repository.ts'
import { holders } from './permissions.ts'
import type { Retained } from './source.ts'

export interface HoldOptions {
  db: Db
  now: () => Date
  retained: Retained
}

/**
 * Keeps one matter back, with ground, document and a day to look again; told in its history.
 * @throws InvalidInput · DomainError already_held 409; nothing is written then
 */
export async function placeHold({ db, now, retained }: HoldOptions, scope: Scope, actor: Actor, input: HoldInput): Promise<void> {
  const at = now()
  const { ground, documentNumber, reviewOn } = input
  const ahead = daysBetween(civilDateOf(at), reviewOn)
  if (ahead < 1) refuseInput([{ field: 'reviewOn', code: 'in_the_past' }], labels)
  if (ahead > LONGEST_REVIEW) refuseInput([{ field: 'reviewOn', code: 'too_far', params: { max: LONGEST_REVIEW } }], labels)
  const found = await retained.findByCode(db, scope, normaliseCode(input.code))
  if (!found) return refuseInput([{ field: 'code', code: 'unknown_reference' }], labels)
  await db.transaction().execute(async (trx) => {
    await retained.lock(trx, scope, found.matter)
    const placed = await addHold(trx, scope, { ...found, ground, documentNumber, reviewOn, placedBy: actor.personId }, at)
    if (!placed) throw new DomainError('already_held', 409)
    await tell(trx, scope, found.matter, actor, at, 'retentionHeld', { ground, reviewOn })
  })
}

/**
 * The ground is gone: the matter goes by its rule like any other, after an announcement of its own.
 * @throws NotFound when it is lifted already
 */
export async function liftHold({ db, now, retained }: HoldOptions, scope: Scope, actor: Actor, id: string): Promise<void> {
  const at = now()
  await db.transaction().execute(async (trx) => {
    const hold = await lockHold(trx, scope, id)
    if (!hold) throw new NotFound()
    await retained.lock(trx, scope, hold.matter)
    await endHold(trx, scope, id, actor.personId, at)
    await tell(trx, scope, hold.matter, actor, at, 'retentionLifted', { ground: hold.ground })
  })
}

async function tell(trx: Trx, scope: Scope, matter: Matter, actor: Actor, at: Date, what: string, facts: Facts): Promise<void> {
  const role = holders.find((one) => actor.roles.includes(one)) ?? null
  const entry = { type: `${matter.type}.${what}`, audience: 'internal' as const, facts }
  await appendEntry(trx, scope, matter, entry, { role, personId: actor.personId, at })
}
