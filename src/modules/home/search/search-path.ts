import { text } from '../text.ts'
import { type SearchKind, searchKinds } from './search-kind.ts'

/** Address of a search; the group is named in Vietnamese, as all addresses are. */
export function searchPath(words: string, kind: SearchKind | null, after: string | null = null): string {
  const query = new URLSearchParams({
    ...(words ? { q: words } : {}),
    ...(kind ? { loai: text.vi.search.addresses[kind] } : {}),
    ...(after ? { after } : {}),
  }).toString()
  return query ? `/tim-kiem?${query}` : '/tim-kiem'
}

/** Null: all groups, also for a name that nobody knows. */
export function kindAt(name: string | undefined): SearchKind | null {
  return searchKinds.find((kind) => text.vi.search.addresses[kind] === name) ?? null
}
