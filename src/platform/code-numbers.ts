import { sql } from 'kysely'
import type { Db } from './database.ts'

interface Waiter {
  resolve: (number: number) => void
  reject: (error: unknown) => void
}

/** Callers of the same moment, by connection pool and series: one query serves them all. */
const waiting = new WeakMap<Db, Map<string, Waiter[]>>()

/**
 * Next number of a series of codes in a year, of one authority; handed out without a lock: may skip, never doubles.
 * @param series lower-case letters, one name a feature: `petition`, `appointment`
 */
export function nextNumber(db: Db, scope: { authorityId: number }, series: string, year: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const queues = waiting.get(db) ?? new Map<string, Waiter[]>()
  waiting.set(db, queues)
  const key = `${series} ${scope.authorityId} ${year}`
  const queue = queues.get(key)
  if (queue) queue.push({ resolve, reject })
  else {
    queues.set(key, [{ resolve, reject }])
    setImmediate(async () => {
      const waiters = queues.get(key) ?? []
      queues.delete(key)
      try {
        const { rows } = await sql<{
          n: number
        }>`select next_number(${series}, ${scope.authorityId}, ${year}) as n from generate_series(1, ${waiters.length}::int)`.execute(db)
        for (const [place, waiter] of waiters.entries()) waiter.resolve(rows[place]!.n)
      } catch (error) {
        for (const waiter of waiters) waiter.reject(error)
      }
    })
  }
  return promise
}

/** By connection pool: series whose sequence is known to be there. */
const ready = new WeakMap<Db, Set<string>>()

/** The sequence of a series, for a statement that takes its numbers itself. */
export async function readySeries(db: Db, scope: { authorityId: number }, series: string, year: number): Promise<string> {
  const known = ready.get(db) ?? new Set()
  ready.set(db, known)
  const name = `${series}_numbers_${scope.authorityId}_${year}`
  if (!known.has(name)) {
    await sql`select ready_series(${series}, ${scope.authorityId}, ${year})`.execute(db)
    known.add(name)
  }
  return name
}

/** What people read out: `PL-2026-00128`. */
export function codeOf(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(5, '0')}`
}

/** As people type a code: any case, spaces around. */
export function normaliseCode(typed: string): string {
  return typed.trim().toUpperCase().replace(/\s+/g, '')
}
