import { isUuid } from '../../../shared/ids.ts'

/** A place in a plan as an address has it; what is none is the beginning. */
export const placeFrom = (asked: unknown) => (typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : 0)
export const cursorFrom = (asked: unknown) => (typeof asked === 'string' && asked !== '' ? asked : null)
/** An agency by its id; what is none is the beginning. */
export const unitFrom = (asked: unknown) => (typeof asked === 'string' && isUuid(asked) ? asked : null)

/** An address with what is asked of it, in one order whatever the visitor wrote. */
export function pathWith(path: string, query: Readonly<Record<string, string | null>>): string {
  const asked = new URLSearchParams(Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)).toString()
  return asked ? `${path}?${asked}` : path
}
