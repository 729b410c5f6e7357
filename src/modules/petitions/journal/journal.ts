import { listAuthorities, type Scope } from '../../accounts/index.ts'
import type { FilingKey } from './ledger.ts'
import { forgetSpreader, rememberSpreader } from './on-demand.ts'
import { BATCH, type SpreadOptions, spreadFilings, sweepFilings } from './spread.ts'

/** A filing beyond so many that wait in this process waits itself. */
const MOST_WAITING = 2_000
/** The spread begins when no filing came for this long, */
const PAUSE_MS = 25
/** and at the latest when the oldest has waited this long. */
const LATEST_MS = 500

/** What one process has acknowledged and not yet spread. A copy: what counts stands in the ledger. */
export interface Journal {
  /** True while something of this process waits. */
  readonly waits: boolean
  /** Resolves when one more filing may be acknowledged. */
  room: () => Promise<void>
  /** To be called after each acknowledgement. */
  add: (key: FilingKey) => void
  /** Spreads what has been acknowledged here up to now: who asks afterwards sees it. */
  flush: () => Promise<void>
  /** Spreads one filing, whoever acknowledged it. */
  spread: (scope: Scope, clientToken: string) => Promise<void>
  /** Spreads what ended processes left. */
  sweep: () => Promise<number>
  /** Spreads what waits, and takes no more. */
  close: () => Promise<void>
}

/** Opens the journal of a process; look-ups through the same pool then find what waits, too. */
export function openJournal(options: SpreadOptions, mostWaiting = MOST_WAITING): Journal {
  const queue: FilingKey[] = []
  let [added, done, newestAt, oldestAt] = [0, 0, 0, 0]
  let running: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let batchEnded = Promise.withResolvers<void>()

  const run = () => {
    running ??= spreadQueue().finally(() => {
      running = null
      if (queue.length > 0) watch()
    })
    return running
  }

  async function spreadQueue(): Promise<void> {
    while (queue.length > 0) {
      const { authorityId } = queue[0]!
      const end = queue.findIndex((key, place) => key.authorityId !== authorityId || place === BATCH)
      const batch = queue.splice(0, end === -1 ? queue.length : end)
      oldestAt = performance.now()
      try {
        await spreadFilings(
          options,
          { authorityId },
          batch.map(({ clientToken }) => clientToken),
        )
      } catch (error) {
        // The database is away. They stand in the ledger, and the sweep of a worker takes them up.
        options.log.error(
          { code: (error as { code?: string }).code ?? 'unknown', filings: batch.length },
          'filings wait for the next sweep',
        )
      }
      done += batch.length
      batchEnded.resolve()
      batchEnded = Promise.withResolvers()
    }
  }

  function watch(): void {
    timer ??= setTimeout(() => {
      timer = null
      const now = performance.now()
      if (queue.length === 0) return
      if (now - newestAt >= PAUSE_MS || now - oldestAt >= LATEST_MS - PAUSE_MS) void run()
      else watch()
    }, PAUSE_MS)
  }

  const journal: Journal = {
    get waits() {
      return done < added
    },
    room: async () => {
      while (queue.length >= mostWaiting) {
        void run()
        await batchEnded.promise
      }
    },
    add: (key) => {
      newestAt = performance.now()
      if (queue.length === 0) oldestAt = newestAt
      queue.push(key)
      added++
      if (!running) watch()
    },
    flush: async () => {
      const upTo = added
      while (done < upTo) await run()
    },
    spread: (scope, clientToken) => spreadFilings(options, scope, [clientToken]),
    sweep: () => sweepAll(options),
    close: async () => {
      if (timer) clearTimeout(timer)
      timer = null
      await journal.flush()
      forgetSpreader(options.db, journal.spread)
    },
  }
  rememberSpreader(options.db, journal.spread)
  return journal
}

/** For the worker: the same in every authority. @returns how many filings were spread */
export async function sweepAll(options: SpreadOptions): Promise<number> {
  let total = 0
  for (const { id } of await listAuthorities(options.db)) total += await sweepFilings(options, { authorityId: id })
  return total
}
