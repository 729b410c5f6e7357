import { longInstant, number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Button,
  ButtonLink,
  Checkbox,
  DataTable,
  Details,
  EmptyState,
  FilterPanel,
  Form,
  KeyboardHelp,
  Notice,
  PageHead,
  Pager,
  Prose,
  Select,
  type TableRow,
  Tabs,
  Tag,
} from '../../../ui/index.ts'
import type { ItemFilter } from '../list-items.ts'
import { reasons, type View, views } from '../moderation.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { QueueRow } from '../views.ts'
import { ApproveForm, itemHref, Pictures, RemoveForm, RestoreForm, Score } from './parts.tsx'

export interface QueuePageProps {
  lang: Lang
  csrf: string
  filter: ItemFilter
  rows: readonly QueueRow[]
  next: Page<unknown>['next']
  counts: readonly { bucket: string; n: number }[]
  /** False for the auditor, who reads. */
  decides: boolean
  /** What a press on many came to. */
  done?: { approved: number; refused: number } | undefined
  problem?: string | undefined
}

const BULK_FORM = 'duyet-nhieu'

export function queueQuery({ view, suspect, reason }: ItemFilter, after?: string): string {
  const asked = { view, ...(suspect ? { suspect: 'yes' } : {}), ...(reason ? { reason } : {}), ...(after ? { after } : {}) }
  return `?${new URLSearchParams(asked).toString()}`
}

/** The queue: what waits longest stands on top, and each line can be decided at once. */
export function QueuePage(props: QueuePageProps) {
  const { lang, csrf, filter, rows, next, counts, decides, done, problem } = props
  const words = text[lang]
  const { queue } = words
  const address = (change: Partial<ItemFilter>, after?: string) =>
    localPath(lang, `${paths.queue}${queueQuery({ ...filter, ...change }, after)}`)
  const countOf = (view: View) =>
    number(
      lang,
      counts.reduce((sum, { bucket, n }) => (bucket === view ? sum + n : sum), 0),
    )
  const canBulk = decides && (filter.view === 'waiting' || filter.view === 'unread')
  return (
    <>
      <PageHead
        title={queue.title}
        lead={decides ? queue.lead : queue.leadAuditor}
        aside={
          decides && (
            <ButtonLink href={localPath(lang, paths.settings)} look="second">
              {queue.settings}
            </ButtonLink>
          )
        }
      />
      {problem && (
        <Notice tone="late" live>
          <p>{problem}</p>
        </Notice>
      )}
      {done && (
        <Notice tone={done.refused > 0 ? 'soon' : 'ok'} live>
          <p>{queue.bulkDone(number(lang, done.approved))}</p>
          {done.refused > 0 && <p>{queue.bulkRefused(number(lang, done.refused))}</p>}
        </Notice>
      )}
      <Tabs
        label={queue.title}
        items={views.map((view) => ({
          href: localPath(lang, `${paths.queue}${queueQuery({ view })}`),
          text: words.view[view],
          count: countOf(view),
          current: view === filter.view,
        }))}
      />
      <Filters lang={lang} filter={filter} address={address} />
      <DataTable
        caption={queue.caption[filter.view]}
        captionHidden
        dense
        stack
        keys
        head={[{ text: queue.head.text }, { text: queue.head.score }, { text: queue.head.sent }, { text: queue.head.do }]}
        rows={rows.map((row) => lineOf(props, row, canBulk))}
        empty={<EmptyState title={queue.empty[filter.view]} />}
      />
      {canBulk && rows.length > 0 && (
        <Form action={paths.bulk} lang={lang} csrf={csrf} id={BULK_FORM}>
          <input type="hidden" name="from" value={queueQuery(filter)} />
          <fieldset class="bulk">
            <legend>{queue.bulk}</legend>
            <p class="muted">{queue.bulkHint}</p>
            <Button look="second" small>
              {queue.bulkSubmit}
            </Button>
          </fieldset>
        </Form>
      )}
      <Pager next={next ? { href: address({}, next) } : undefined} />
      <KeyboardHelp
        keys={[
          { key: 'j', does: queue.keys.down },
          { key: 'k', does: queue.keys.up },
          { key: 'Enter', does: queue.keys.open },
          { key: '?', does: queue.keys.help },
        ]}
      />
    </>
  )
}

function lineOf({ lang, csrf, filter, decides }: QueuePageProps, row: QueueRow, canBulk: boolean): TableRow {
  const { item, body, described } = row
  const words = text[lang]
  const author = described?.author ?? '–'
  const from = queueQuery(filter)
  return {
    tone: item.suspect && item.step === 'unread' ? 'late' : undefined,
    cells: [
      <>
        <div class="pick-line">
          {canBulk && (
            <label class="pick">
              <input type="checkbox" name="items" value={`${item.id}:${item.version}`} form={BULK_FORM} />
              <span class="govuk-visually-hidden">{words.queue.choose(author)}</span>
            </label>
          )}
          <a href={itemHref(lang, item)}>
            <bdi>{words.queue.by(author)}</bdi>
          </a>
        </div>
        {described && <p class="muted">{words.queue.about(described.about)}</p>}
        {described?.answers && (
          <Details summary={words.queue.answers}>
            <Prose text={described.answers} />
          </Details>
        )}
        {body === null ? <p class="muted">{words.queue.erased}</p> : <Prose text={body} />}
        <Pictures described={described} />
        {item.reason && <Tag tone="late">{words.reason[item.reason]}</Tag>}
      </>,
      <Score lang={lang} item={item} />,
      longInstant(lang, item.sentAt),
      decides ? <Decisions lang={lang} csrf={csrf} item={item} from={from} /> : words.view[filter.view],
    ],
  }
}

function Decisions({ lang, csrf, item, from }: Parameters<typeof ApproveForm>[0]) {
  const words = text[lang]
  const given = { lang, csrf, item, from }
  return (
    <>
      {item.step === 'unread' && <ApproveForm {...given} look="second" />}
      {(item.status === 'waiting' || item.status === 'shown') && (
        <Details summary={words.queue.removeOpen}>
          <RemoveForm {...given} />
        </Details>
      )}
      {item.status === 'removed' && <RestoreForm {...given} />}
      {item.status === 'withdrawn' && words.view.withdrawn}
    </>
  )
}

interface FiltersProps {
  lang: Lang
  filter: ItemFilter
  address: (change: Partial<ItemFilter>) => string
}

function Filters({ lang, filter, address }: FiltersProps) {
  const words = text[lang]
  const applied = [
    ...(filter.suspect ? [{ text: words.queue.suspect, removeHref: address({ suspect: undefined }) }] : []),
    ...(filter.reason ? [{ text: words.reason[filter.reason], removeHref: address({ reason: undefined }) }] : []),
  ]
  return (
    <FilterPanel
      action={localPath(lang, paths.queue)}
      title={words.queue.filter}
      applied={applied}
      clearHref={address({ suspect: undefined, reason: undefined })}
      open={false}
    >
      <input type="hidden" name="view" value={filter.view} />
      <Checkbox name="suspect" label={words.queue.suspect} value="yes" checked={filter.suspect ?? false} />
      {filter.view === 'removed' && (
        <Select
          name="reason"
          label={words.fields['reason']!}
          items={reasons.map((reason) => ({ value: reason, text: words.reason[reason] }))}
          value={filter.reason}
          empty={words.queue.anyReason}
        />
      )}
    </FilterPanel>
  )
}
