import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, PageHead, Pager, Tabs, Tag, type Tone } from '../../../../ui/index.ts'
import { documentPaths, type Passage } from '../../../documents/index.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import { pathWith } from '../addresses.ts'
import { text } from '../text.ts'
import { countOf, type ItemRow, type Reach, rowsOf, type SentenceRow, type Trace, type TraceView, traceViews } from '../trace.ts'
import { traceViewAddress } from '../trace-views.ts'
import type { Slim } from '../views.ts'
import { proofLine, StatusTag, saidLine } from './parts.tsx'
import { TracePicture } from './trace-picture.tsx'

const ROWS = 40
/** Items named in a row of a sentence. */
const NAMED = 5

interface TracePageProps {
  lang: Lang
  programme: Programme
  trace: Trace
  view: TraceView
  /** Place of the last row of the page before. */
  after: number
  /** The page of the document, where sentences stand. */
  paper: string | null
  /** Kept count of the plan with all programmes of agencies. */
  unproven: number
}

const toneOf: Record<Reach, Tone> = { sentence: 'late', item: 'soon', evidence: 'neutral', disputed: 'late', agreed: 'ok' }

/** The chain both ways: a picture of the whole, and rows of the view that is asked for. */
export function TracePage({ lang, programme, trace, view, after, paper, unproven }: TracePageProps) {
  const words = text[lang]
  const t = words.trace
  const path = paths.trace(programme.slug)
  const hrefOf = (to: TraceView, place: string | null = null) =>
    `${localPath(lang, pathWith(path, { xem: to === 'sentences' ? null : traceViewAddress[to], after: place }))}#doi-chieu`
  const rows = rowsOf(trace, view)
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.list), text: words.name },
          { href: localPath(lang, paths.one(programme.slug)), text: programme.title },
        ]}
        current={t.title}
      />
      <PageHead title={t.titleOf(programme.title)} lead={t.lead} />
      {trace.sentences.length === 0 ? <EmptyState title={t.none} /> : <TracePicture lang={lang} sentences={trace.sentences} />}
      {programme.kind === 'plan' && unproven > 0 && <p>{t.agenciesUnproven(number(lang, unproven))}</p>}
      <div id="doi-chieu">
        <Tabs
          label={t.views}
          items={traceViews.map((one) => ({
            href: hrefOf(one),
            text: t.view[one],
            count: number(lang, countOf(trace, one)),
            current: one === view,
            tone: one !== 'sentences' && one !== 'items' && countOf(trace, one) > 0 ? ('late' as const) : undefined,
          }))}
        />
      </div>
      {'sentences' in rows ? (
        <SentenceRows lang={lang} rows={rows.sentences} after={after} paper={paper} hrefOf={(place) => hrefOf(view, place)} />
      ) : (
        <ItemRows lang={lang} rows={rows.items} after={after} paper={paper} hrefOf={(place) => hrefOf(view, place)} />
      )}
      <p>
        <a href={localPath(lang, paths.one(programme.slug))}>{t.back}</a> ·{' '}
        <a href={`/api/v1/programmes/${programme.slug}/trace`}>{t.api}</a>
      </p>
    </>
  )
}

interface RowsProps<Row> {
  lang: Lang
  rows: readonly Row[]
  after: number
  paper: string | null
  hrefOf: (place: string) => string
}

/** The rows of one page, walked by their places. */
function pageAfter<Row>(
  rows: readonly Row[],
  after: number,
  placeOf: (row: Row) => number,
): { shown: readonly Row[]; next: string | null } {
  const rest = rows.filter((row) => placeOf(row) > after)
  const shown = rest.slice(0, ROWS)
  return { shown, next: rest.length > ROWS ? String(placeOf(shown.at(-1)!)) : null }
}

function SentenceRows({ lang, rows, after, paper, hrefOf }: RowsProps<SentenceRow>) {
  const t = text[lang].trace
  const { shown, next } = pageAfter(rows, after, ({ passage }) => passage.place)
  return (
    <>
      <DataTable
        caption={t.title}
        captionHidden
        stack
        rowHeads
        empty={<EmptyState title={t.noRows} />}
        head={[t.head.sentence, t.head.items, t.head.proof, t.head.people, t.head.state].map((name) => ({ text: name }))}
        rows={shown.map(({ passage, items, reach }) => ({
          tone: reach === 'sentence' ? ('late' as const) : undefined,
          cells: [
            <Sentence lang={lang} passage={passage} paper={paper} />,
            items.length === 0 ? <b>{t.noItem}</b> : <ItemLinks lang={lang} items={items} />,
            items.length === 0
              ? '–'
              : t.proofOf(number(lang, items.filter(({ evidence }) => evidence > 0).length), number(lang, items.length)),
            items.length === 0 ? '–' : saidLine(lang, sumOf(items)),
            <Tag tone={toneOf[reach]}>{t.reach[reach]}</Tag>,
          ],
        }))}
      />
      <Pager next={next ? { href: hrefOf(next) } : undefined} />
    </>
  )
}

function ItemRows({ lang, rows, after, paper, hrefOf }: RowsProps<ItemRow>) {
  const t = text[lang].trace
  const { shown, next } = pageAfter(rows, after, ({ item }) => item.place)
  return (
    <>
      <DataTable
        caption={t.title}
        captionHidden
        stack
        rowHeads
        empty={<EmptyState title={t.noRows} />}
        head={[t.head.items, t.head.sentence, t.head.proof, t.head.people].map((name) => ({ text: name }))}
        rows={shown.map(({ item, sentences }) => ({
          cells: [
            <ItemLinks lang={lang} items={[item]} />,
            sentences.length === 0 ? t.noSentence : sentences.map((passage) => <Sentence lang={lang} passage={passage} paper={paper} />),
            proofLine(lang, item.evidence),
            saidLine(lang, item),
          ],
        }))}
      />
      <Pager next={next ? { href: hrefOf(next) } : undefined} />
    </>
  )
}

function Sentence({ lang, passage, paper }: { lang: Lang; passage: Passage; paper: string | null }) {
  return (
    <span class="any-break">
      {paper && <a href={`${localPath(lang, paper)}#${documentPaths.anchor(passage.anchorId)}`}>{passage.path}</a>} {passage.text}
    </span>
  )
}

function ItemLinks({ lang, items }: { lang: Lang; items: readonly Slim[] }) {
  const more = items.length - NAMED
  return (
    <span>
      {items.slice(0, NAMED).map((item, i) => (
        <>
          {i > 0 && <br />}
          <a class="any-break" href={localPath(lang, paths.task(item.code))}>
            {item.title}
          </a>{' '}
          <StatusTag lang={lang} status={item.status} />
        </>
      ))}
      {more > 0 && ` ${text[lang].trace.more(number(lang, more))}`}
    </span>
  )
}

function sumOf(items: readonly Slim[]): Pick<Slim, 'saidDone' | 'saidPartly' | 'saidNot'> {
  const sum = (name: 'saidDone' | 'saidPartly' | 'saidNot') => items.reduce((all, item) => all + item[name], 0)
  return { saidDone: sum('saidDone'), saidPartly: sum('saidPartly'), saidNot: sum('saidNot') }
}
