import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { DataTable, EmptyState, PageHead, Pager } from '../../../ui/index.ts'
import type { Batch } from '../batch.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { RetentionTabs } from './retention-tabs.tsx'

/** What is announced, or what is done; no names, so that a look at the list is no look at people. */
export function BatchesPage({ lang, name, page }: { lang: Lang; name: 'next' | 'done'; page: Page<Batch> }) {
  const words = text[lang]
  const { batchHead: head } = words
  const link = (batch: Batch) => <a href={localPath(lang, paths.batch(batch.code))}>{batch.code}</a>
  const isNext = name === 'next'
  return (
    <>
      <PageHead title={words[name].title} lead={words[name].lead} />
      <RetentionTabs lang={lang} current={name} />
      <DataTable
        caption={words[name].title}
        captionHidden
        dense
        stack
        head={
          isNext
            ? [{ text: head.from }, { text: head.code }, { text: head.rule }, { text: head.n, numeric: true }, { text: head.announced }]
            : [
                { text: head.done },
                { text: head.code },
                { text: head.rule },
                { text: head.erased, numeric: true },
                { text: head.takenOut, numeric: true },
              ]
        }
        rows={page.items.map((batch) => ({
          cells: isNext
            ? [
                shortDate(batch.eraseFrom),
                link(batch),
                words.rule[batch.rule].name,
                number(lang, batch.waiting),
                shortDate(batch.announcedOn),
              ]
            : [
                batch.doneOn ? shortDate(batch.doneOn) : '–',
                link(batch),
                words.rule[batch.rule].name,
                number(lang, batch.erased),
                number(lang, batch.takenOut),
              ],
        }))}
        empty={<EmptyState title={words[name].none} />}
      />
      <Pager next={page.next ? { href: localPath(lang, `${paths[name]}?after=${encodeURIComponent(page.next)}`) } : undefined} />
    </>
  )
}
