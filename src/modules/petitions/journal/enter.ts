import type { Db } from '../../../platform/database.ts'
import { type Entry, enterFilings } from './ledger.ts'

/** Rows of one statement: each number of rows is a statement of its own to prepare. */
const MOST_TOGETHER = 32

interface Waiter {
  entry: Entry
  resolve: (code: string | null) => void
  reject: (error: unknown) => void
}

/** By connection pool: who comes while a statement is under way goes with the next one. */
const queues = new WeakMap<Db, Waiter[]>()

/**
 * Acknowledges one filing, together with those of the same moment: one round trip and one commit for them all.
 * @returns its code; null when its token stands in the ledger already, or the calendar is another one by now
 */
export function enterFiling(db: Db, entry: Entry): Promise<string | null> {
  const { promise, resolve, reject } = Promise.withResolvers<string | null>()
  const queue = queues.get(db)
  if (queue) queue.push({ entry, resolve, reject })
  else {
    const first: Waiter[] = [{ entry, resolve, reject }]
    queues.set(db, first)
    // Once everybody who goes on at this moment has come as far as here.
    process.nextTick(() => void enterAll(db, first))
  }
  return promise
}

async function enterAll(db: Db, queue: Waiter[]): Promise<void> {
  while (queue.length > 0) await enterSome(db, queue.splice(0, MOST_TOGETHER))
  queues.delete(db)
}

/** Never throws: each who waits is told. */
async function enterSome(db: Db, waiters: readonly Waiter[]): Promise<void> {
  try {
    const codes = await enterFilings(
      db,
      waiters.map(({ entry }) => entry),
    )
    for (const { entry, resolve } of waiters) {
      resolve(codes.get(entry.clientToken) ?? null)
      // Of two with the same token the second was not entered.
      codes.delete(entry.clientToken)
    }
  } catch (error) {
    if (waiters.length === 1) return waiters[0]!.reject(error)
    // One that cannot be entered must not turn the others away; what was entered after all is found by its token.
    for (const waiter of waiters) await enterSome(db, [waiter])
  }
}
