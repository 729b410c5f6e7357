import { type Lang, localPath } from '../../../../shared/lang.ts'
import type { InboxFilter } from '../../list-inbox.ts'
import { caseFilterNames } from '../../statistics/case-filter.ts'

/** Address of the inbox under these filters: what a person can keep, send on and go back to. */
export function inboxAddress(lang: Lang, filter: Partial<InboxFilter>, after?: string | null): string {
  const query = new URLSearchParams()
  for (const name of ['view', 'status', 'kind', 'unit', 'behalf', 'q', 'sort', ...caseFilterNames] as const)
    if (filter[name]) query.set(name, filter[name])
  if (after) query.set('after', after)
  return localPath(lang, query.size > 0 ? `/lam-viec?${query}` : '/lam-viec')
}

export function caseAddress(lang: Lang, code: string): string {
  return localPath(lang, `/lam-viec/don/${encodeURIComponent(code)}`)
}
