import { instantText } from '../../../shared/civil-date.ts'
import { longInstant, number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, DataTable, EmptyState, PageHead, Pager, SummaryList, Tag, Timeline } from '../../../ui/index.ts'
import type { Batch, Item } from '../batch.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface BatchPageProps {
  lang: Lang
  batch: Batch
  items: Page<Item>
  history: readonly { type: string; at: Date }[]
  mayHold: boolean
}

const tones = { announced: 'soon', erased: 'neutral', takenOut: 'ok' } as const

/** One batch: what goes, by which rule, from which day, and what became of each thing. */
export function BatchPage({ lang, batch, items, history, mayHold }: BatchPageProps) {
  const words = text[lang]
  const { batch: own, batchHead: head } = words
  return (
    <>
      <Breadcrumbs
        items={[{ href: localPath(lang, paths[batch.status === 'done' ? 'done' : 'next']), text: words.title }]}
        current={batch.code}
      />
      <PageHead
        title={own.title(batch.code)}
        tags={<Tag tone={batch.status === 'done' ? 'ok' : 'soon'}>{words.batchStatus[batch.status]}</Tag>}
        lead={own.announced(batch.announcedOn, batch.eraseFrom)}
      />
      <SummaryList
        rows={[
          { key: head.rule, value: `${words.rule[batch.rule].name}. ${own.by(batch.keepMonths, batch.documentNumber)}` },
          { key: words.rules.goes, value: words.rule[batch.rule].goes },
          { key: words.itemState.announced, value: number(lang, batch.waiting) },
          { key: head.erased, value: number(lang, batch.erased) },
          { key: head.takenOut, value: number(lang, batch.takenOut) },
        ]}
      />
      {batch.status === 'announced' && <p>{own.how}</p>}
      {batch.status === 'announced' && mayHold && (
        <ButtonLink href={localPath(lang, paths.holds)} look="second">
          {own.hold}
        </ButtonLink>
      )}
      <DataTable
        caption={own.title(batch.code)}
        captionHidden
        dense
        stack
        head={[{ text: own.head.code }, { text: own.head.rested }, { text: own.head.n, numeric: true }, { text: own.head.state }]}
        rows={items.items.map((item) => ({
          cells: [
            item.code ?? own.noCode,
            shortDate(item.restedOn),
            number(lang, item.n),
            <>
              <Tag tone={tones[item.state]}>{words.itemState[item.state]}</Tag>
              {item.because && ` ${words.because[item.because]}`}
            </>,
          ],
        }))}
        empty={<EmptyState title={own.none} />}
      />
      <Pager
        next={items.next ? { href: localPath(lang, `${paths.batch(batch.code)}?after=${encodeURIComponent(items.next)}`) } : undefined}
      />
      <h2>{own.history}</h2>
      <Timeline
        items={history.toReversed().map(({ type, at }) => ({
          title: words.event[type] ?? type,
          when: longInstant(lang, at),
          dateTime: instantText(at),
        }))}
      />
    </>
  )
}
