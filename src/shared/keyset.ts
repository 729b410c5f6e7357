import { DomainError } from './errors.ts'

/** One page of a list that is walked by key, never by offset. */
export interface Page<T> {
  items: T[]
  /** Cursor of the next page; null on the last. */
  next: string | null
}

/** The key of the last row shown, as the `after` of an address. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * The parts of a cursor; each is checked before it comes near a query.
 * @throws DomainError bad_cursor 422 when it was not made here
 */
export function decodeCursor(cursor: string, checks: readonly ((part: string) => boolean)[]): string[] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown
    if (
      Array.isArray(parts) &&
      parts.length === checks.length &&
      checks.every((isRight, i) => typeof parts[i] === 'string' && isRight(parts[i]))
    )
      return parts as string[]
  } catch {
    // Falls through to the refusal below.
  }
  throw new DomainError('bad_cursor', 422)
}

/** A page from rows of which one more than `limit` was asked for. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => string[]): Page<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? encodeCursor(keyOf(last)) : null }
}
