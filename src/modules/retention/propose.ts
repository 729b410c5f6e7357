import { sql } from 'kysely'
import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { newId } from '../../shared/ids.ts'
import { listAuthorities, type Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { type ItemState, matterOf } from './batch.ts'
import { announcedKeys } from './batch-repository.ts'
import { addMonths, decide } from './decide.ts'
import { examine } from './examine.ts'
import { type RuleId, rulesOn, type Switch } from './rule.ts'
import type { Resting, Retained } from './source.ts'
import { currentSwitches } from './switch-repository.ts'
import { tellPerson } from './tell-person.ts'
import './retention.table.ts'

export interface NightOptions {
  db: Db
  now: () => Date
  publicUrl: string | null
  retained: Retained
  /** Most things of one batch. */
  most?: number
}

const MOST = 500
/** Read at once from a source. */
const STRIDE = 200

interface Chosen {
  key: string
  resting: Resting
}

/**
 * The first half of the night: announces, for each rule that is on, what may go. Safe with any number of workers at once:
 * one proposes, the others find it proposed.
 * @returns how many things were announced
 */
export async function proposeBatches(options: NightOptions, scope: Scope): Promise<number> {
  let announced = 0
  for (const rule of rulesOn(civilDateOf(options.now())))
    announced += await options.db.transaction().execute((trx) => proposeOne(trx, options, scope, rule.id))
  return announced
}

async function proposeOne(trx: Trx, options: NightOptions, scope: Scope, rule: RuleId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`retention:${scope.authorityId}:${rule}`}, 0))`.execute(trx)
  const applied = (await currentSwitches(trx, scope)).get(rule)
  if (!applied?.isOn) return 0
  const at = options.now()
  const chosen = await choose(trx, options, scope, applied, civilDateOf(at))
  if (chosen.length === 0) return 0
  await announce(trx, options, scope, applied, chosen, at)
  return chosen.length
}

async function choose(
  trx: Trx,
  { retained, most = MOST }: NightOptions,
  scope: Scope,
  applied: Switch,
  today: CivilDate,
): Promise<Chosen[]> {
  const source = retained.of[applied.rule]
  const chosen: Chosen[] = []
  const until = addMonths(today, -applied.keepMonths)
  let after: string | null = null
  for (;;) {
    const candidates = await source.list(trx, scope, until, after, STRIDE)
    const waiting = await announcedKeys(
      trx,
      scope,
      applied.rule,
      candidates.map(({ key }) => key),
    )
    for (const { key } of candidates) {
      const resting = waiting.has(key) ? undefined : await source.find(trx, scope, key, false)
      if (!resting || !decide(applied, await examine(trx, scope, retained, resting, today), today).goes) continue
      chosen.push({ key, resting })
      if (chosen.length === most) return chosen
    }
    const last = candidates.at(-1)
    if (!last || candidates.length < STRIDE) return chosen
    after = last.cursor
  }
}

async function announce(
  trx: Trx,
  options: NightOptions,
  scope: Scope,
  applied: Switch,
  chosen: readonly Chosen[],
  at: Date,
): Promise<void> {
  const today = civilDateOf(at)
  const year = Number(today.slice(0, 4))
  const prefix = (await listAuthorities(trx)).find(({ id }) => id === scope.authorityId)!.codePrefix
  const code = codeOf(`${prefix}-HL`, year, await nextNumber(trx, scope, 'retention', year))
  const id = newId(at.getTime())
  const eraseFrom = addDays(today, applied.announceDays)
  const n = chosen.reduce((sum, { resting }) => sum + resting.n, 0)
  await trx
    .insertInto('retention_batches')
    .values({
      authority_id: scope.authorityId,
      id,
      code,
      rule: applied.rule,
      switch_id: applied.id,
      status: 'announced',
      announced_on: today,
      erase_from: eraseFrom,
      waiting: n,
      done_on: null,
    })
    .execute()
  await trx
    .insertInto('retention_items')
    .values(
      chosen.map(({ key, resting }, i) => ({
        authority_id: scope.authorityId,
        batch_id: id,
        position: i + 1,
        rule: applied.rule,
        key,
        code: resting.code,
        rested_on: resting.restedOn,
        n: resting.n,
        state: 'announced' satisfies ItemState as ItemState,
        because: null,
        decided_at: null,
      })),
    )
    .execute()
  await appendEntry(
    trx,
    scope,
    matterOf({ id }),
    {
      type: 'retention.announced',
      audience: 'internal',
      facts: { code, rule: applied.rule, document: applied.id, keepMonths: applied.keepMonths, eraseFrom, n },
    },
    { role: null, personId: null, at },
  )
  for (const { resting } of chosen) await tellPerson(trx, scope, { resting, batchId: id, eraseFrom, publicUrl: options.publicUrl })
}
