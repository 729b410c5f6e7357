import type { Db, Trx } from '../../../platform/database.ts'
import { addJob } from '../../../platform/jobs.ts'
import { writeMany } from '../../../platform/write-many.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import type { Scope } from '../../accounts/index.ts'
import { findCalendarNews, loadCalendar, recallCalendar } from '../../clocks/index.ts'
import type { FilingOptions } from '../file-petition.ts'
import type { Petition } from '../petition.ts'
import { emptyFilings, lockOldest, lockWaiting, noteFailure, type WaitingRow } from './ledger.ts'
import { countsWrite, filingWrites, fromDocument, petitionOf, type Received } from './received.ts'

export interface SpreadOptions {
  db: Db
  now: () => Date
  afterFiling?: FilingOptions['afterFiling']
  dropPages: (tags: readonly string[]) => void
  log: { error: (details: object, message: string) => void }
}

/** Filings that are spread together: few statements for all, and a transaction of tens of milliseconds. */
export const BATCH = 200

/** Spreads these filings of an authority, as far as they wait: when this resolves each is spread, by whomever, or its failure is noted. */
export async function spreadFilings(options: SpreadOptions, scope: Scope, clientTokens: readonly string[]): Promise<void> {
  try {
    await spreadBatch(options, scope, (trx) => lockWaiting(trx, scope, clientTokens))
  } catch (error) {
    if (clientTokens.length === 1) return noteFailed(options, scope, clientTokens[0]!, error)
    // One that cannot be spread must not hold up the others.
    for (const token of clientTokens) await spreadFilings(options, scope, [token])
  }
}

/** Spreads all that waits in an authority: what a process left behind that ended between acknowledgement and spread. @returns how many */
export async function sweepFilings(options: SpreadOptions, scope: Scope): Promise<number> {
  let total = 0
  for (;;) {
    let tokens: string[] = []
    try {
      const spread = await spreadBatch(options, scope, async (trx) => {
        const rows = await lockOldest(trx, scope, options.now(), BATCH)
        tokens = rows.map(({ clientToken }) => clientToken)
        return rows
      })
      total += spread
      if (spread === 0) return total
    } catch (error) {
      if (tokens.length === 0) throw error
      for (const token of tokens) await spreadFilings(options, scope, [token])
    }
  }
}

async function spreadBatch(options: SpreadOptions, scope: Scope, lock: (trx: Trx) => Promise<WaitingRow[]>): Promise<number> {
  const spread = await options.db.transaction().execute(async (trx) => {
    const filings = (await lock(trx)).map((row) => ({ ...fromDocument(row), code: row.code }))
    if (filings.length === 0) return 0
    const petitions = filings.map(({ received, code }) => petitionOf(received, code))
    const writes = filings.flatMap(({ received }, place) => filingWrites(scope, received, petitions[place]!))
    await writeMany(trx, [...writes, countsWrite(scope, petitions)])
    await emptyFilings(
      trx,
      scope,
      filings.map(({ received }) => received.clientToken),
    )
    for (const [place, { received }] of filings.entries()) await tell(options, trx, scope, petitions[place]!, received)
    await followCalendar(trx, scope, filings)
    return filings.length
  })
  if (spread > 0) options.dropPages(['home'])
  return spread
}

async function tell({ afterFiling }: SpreadOptions, trx: Trx, scope: Scope, petition: Petition, { filer, lang }: Received): Promise<void> {
  if (filer.email) await afterFiling?.(trx, scope, petition, { filer, lang })
}

/**
 * A calendar that changed between acknowledgement and spread: the days are written as they were said, and then counted again by the job that
 * moves every running clock and tells why in each case's history. The job of the change itself may have looked before these cases were there.
 */
async function followCalendar(trx: Trx, scope: Scope, filings: readonly { received: Received; revision: string | null }[]): Promise<void> {
  await loadCalendar(trx, scope)
  const { revision: inForce } = await recallCalendar(trx, scope)
  const moved = filings.filter(({ revision }) => revision !== inForce)
  const since = moved.map(({ received }): CivilDate => civilDateOf(received.receivedAt)).toSorted()[0]
  const news = since && (await findCalendarNews(trx, scope))
  if (news) await addJob(trx, 'recomputeClocks', { ...scope, since, ...news })
}

async function noteFailed({ db, now, log }: SpreadOptions, scope: Scope, clientToken: string, error: unknown): Promise<void> {
  const { code, name } = error as { code?: unknown; name?: unknown }
  // Never the message: PostgreSQL quotes values in it.
  const said = String(code ?? name ?? 'unknown').slice(0, 60)
  log.error({ authorityId: scope.authorityId, filing: clientToken, code: said }, 'an acknowledged filing could not be spread; it waits')
  await noteFailure(db, scope, clientToken, { code: said, now: now() })
}
