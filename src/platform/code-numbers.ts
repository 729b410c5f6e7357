import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * Next number of a series of codes in a year, of one authority; handed out without a lock: may skip, never doubles.
 * @param series lower-case letters, one name a feature: `petition`, `appointment`
 */
export async function nextNumber(db: Db, scope: { authorityId: number }, series: string, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select next_number(${series}, ${scope.authorityId}, ${year}) as n`.execute(db)
  return rows[0]!.n
}

/** What people read out: `PL-2026-00128`. */
export function codeOf(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(5, '0')}`
}

/** As people type a code: any case, spaces around. */
export function normaliseCode(typed: string): string {
  return typed.trim().toUpperCase().replace(/\s+/g, '')
}
