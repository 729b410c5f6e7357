import { localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, EmptyState, PageHead, Pager } from '../../../../ui/index.ts'
import { text } from '../text.ts'
import type { InboxPageProps } from './inbox-page.tsx'
import { InboxTable } from './inbox-table.tsx'

export const DEPUTY = '/lam-viec/ky-thay'

/** What waits for the signature, for the one who signs instead of the chairman. */
export function DeputyPage(props: Pick<InboxPageProps, 'lang' | 'list' | 'units' | 'officers' | 'behalves' | 'today' | 'filter'>) {
  const { lang, list } = props
  const words = text[lang].deputy
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: text[lang].case.inbox }]} current={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      {list.items.length > 0 ? <InboxTable {...props} /> : <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      <Pager next={list.next ? { href: localPath(lang, `${DEPUTY}?after=${encodeURIComponent(list.next)}`) } : undefined} />
    </>
  )
}
