import type { Lang } from '../../../shared/lang.ts'
import type { Unit } from '../../accounts/index.ts'
import type { RegisterFilter } from '../list-petitions.ts'
import { text as petitionText } from '../text.ts'
import { text } from './text.ts'

export const pageSizes = [20, 50, 100] as const

/** The address of a list: only what differs from the ordinary, always in one order. */
export function registerPath(path: string, query: RegisterFilter & { after?: string | null; limit?: number }): string {
  const params = new URLSearchParams()
  for (const field of ['q', 'kind', 'status', 'unit', 'after'] as const) if (query[field]) params.set(field, query[field])
  if (query.limit !== undefined && query.limit !== pageSizes[0]) params.set('limit', String(query.limit))
  const search = params.toString()
  return search === '' ? path : `${path}?${search}`
}

export interface AppliedFilter {
  field: keyof RegisterFilter
  text: string
}

/** What the list is filtered by, in words. */
export function appliedFilters(lang: Lang, filter: RegisterFilter, units: readonly Pick<Unit, 'id' | 'shortName'>[]): AppliedFilter[] {
  const words = petitionText[lang]
  return [
    ...(filter.q ? [{ field: 'q' as const, text: text[lang].register.q(filter.q) }] : []),
    ...(filter.kind ? [{ field: 'kind' as const, text: words.kind[filter.kind] }] : []),
    ...(filter.status ? [{ field: 'status' as const, text: words.status[filter.status] }] : []),
    ...(filter.unit ? [{ field: 'unit' as const, text: units.find((unit) => unit.id === filter.unit)?.shortName ?? filter.unit }] : []),
  ]
}

export function filterText(lang: Lang, filter: RegisterFilter, units: readonly Pick<Unit, 'id' | 'shortName'>[]): string {
  return appliedFilters(lang, filter, units)
    .map((applied) => applied.text)
    .join(', ')
}
