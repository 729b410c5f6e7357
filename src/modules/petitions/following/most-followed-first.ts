import { sql } from 'kysely'
import { DomainError } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, encodeCursor, type Page } from '../../../shared/keyset.ts'
import type { PetitionQuery } from '../list-petitions.ts'
import type { Petition } from '../petition.ts'
import { petitionColumns } from '../petition-repository.ts'

/** In the cursor in place of a number: the followed ones are through, and what follows is the cursor of the rest. */
const REST = 'rest'
const isPlace = (part: string) => part === REST || /^\d{1,9}$/.test(part)
const isShort = (part: string) => part.length <= 150

/**
 * A list with the cases of most followers on top, and below them those that nobody follows, in the order that the list has else.
 * Few cases are followed: they alone stand in an index of their own, so that a filing has none to write.
 */
export async function mostFollowedFirst(
  query: PetitionQuery,
  rest: (after: string | null, limit: number) => Promise<Page<Petition>>,
  after: string | null,
  limit: number,
): Promise<Page<Petition>> {
  const [place, key] = after ? decodeCursor(after, [isPlace, isShort]) : []
  if (place === REST) return placed([], await rest(key || null, limit))
  if (place !== undefined && !isUuid(key!)) throw new DomainError('bad_cursor', 422)
  let followed = query.where('followers', '>', 0)
  if (place !== undefined) followed = followed.where(sql<boolean>`(followers, petitions.id) < (${Number(place)}, ${key}::uuid)`)
  const rows = (await followed
    .select(petitionColumns)
    .orderBy('followers', 'desc')
    .orderBy('petitions.id', 'desc')
    .limit(limit + 1)
    .execute()) as unknown as Petition[]
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  if (rows.length > limit && last) return { items, next: encodeCursor([String(last.followers), last.id]) }
  if (items.length < limit) return placed(items, await rest(null, limit - items.length))
  // The followed ones end with this page: whether anything comes after them.
  return { items, next: (await rest(null, 1)).items.length > 0 ? encodeCursor([REST, '']) : null }
}

function placed(before: readonly Petition[], { items, next }: Page<Petition>): Page<Petition> {
  return { items: [...before, ...items], next: next && encodeCursor([REST, next]) }
}
