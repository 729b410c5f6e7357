import { sql } from 'kysely'
import { type CivilDate, isCivilDate } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, type Page, pageOf } from '../../../shared/keyset.ts'
import type { PetitionQuery } from '../list-petitions.ts'
import type { Petition } from '../petition.ts'
import { petitionColumns } from '../petition-repository.ts'

/** Answered cases, the newest answer first; promised ones, the soonest promise first. The filter leaves only cases that have the day. */
export async function listByDay(
  query: PetitionQuery,
  day: 'answered_on' | 'promised_on',
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  const descending = day === 'answered_on'
  const column = sql.ref(day)
  let page = query
  if (after) {
    const [on, id] = decodeCursor(after, [isCivilDate, isUuid])
    page = page.where(sql<boolean>`(${column}, petitions.id) ${sql.raw(descending ? '<' : '>')} (${on}::date, ${id}::uuid)`)
  }
  const direction = descending ? 'desc' : 'asc'
  const rows = (await page
    .select(petitionColumns)
    .orderBy(day, direction)
    .orderBy('petitions.id', direction)
    .limit(limit + 1)
    .execute()) as unknown as Petition[]
  const dayOf = (petition: Petition): CivilDate => (descending ? petition.answeredOn : petition.promisedOn)!
  return pageOf(rows, limit, (row) => [dayOf(row), row.id])
}
