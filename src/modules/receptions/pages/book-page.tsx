import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  ButtonLink,
  ButtonRow,
  Card,
  DataTable,
  EmptyState,
  PageHead,
  Pager,
  SearchBox,
  Select,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { type BookRow, columnsOf, summaryOf, whoCame } from '../book-rows.ts'
import { GROUP } from '../entry.ts'
import { paths, withQuery } from '../paths.ts'
import { text } from '../text.ts'
import { RegisterTabs } from './register-tabs.tsx'

/** Which part of the book is open. */
export interface BookView {
  year: number
  /** Null: the whole year. */
  month: number | null
  q: string | null
}

export interface BookPageProps {
  lang: Lang
  view: BookView
  page: Page<BookRow>
  today: CivilDate
  /** Not the first page. */
  continued: boolean
  readsPeople: boolean
  writes: boolean
  alarmed: number | null
}

/** Sổ tiếp công dân: one line a visit, the columns of form 03/TCD in six groups; the twelve stand on the printed form and in the file. */
export function BookPage(props: BookPageProps) {
  const { lang, view, page, continued, readsPeople, writes, alarmed } = props
  const words = text[lang].book
  return (
    <>
      <PageHead
        title={words.title}
        lead={readsPeople ? words.lead : words.leadAuditor}
        aside={
          <ButtonRow>
            {writes && <ButtonLink href={localPath(lang, paths.write)}>{words.write}</ButtonLink>}
            <ButtonLink href={localPath(lang, withQuery(paths.print, { nam: view.year, thang: view.month }))} look="second">
              {words.print}
            </ButtonLink>
          </ButtonRow>
        }
      />
      <RegisterTabs lang={lang} current="book" alarmed={alarmed} />
      <Choices {...props} />
      <DataTable
        caption={text[lang].form.title}
        captionHidden
        dense
        stack
        keys
        head={Object.values(words.head).map((name) => ({ text: name }))}
        rows={page.items.map((row) => ({ cells: cellsOf(lang, row) }))}
        empty={
          <EmptyState title={words.none}>
            <p>{words.noneHint}</p>
          </EmptyState>
        }
      />
      <Pager
        previous={continued ? { href: address(lang, view) } : undefined}
        next={page.next ? { href: address(lang, view, page.next) } : undefined}
      />
      <FileForm {...props} />
    </>
  )
}

function address(lang: Lang, { year, month, q }: BookView, after?: string): string {
  return localPath(lang, withQuery(paths.book, { nam: year, thang: month, q, after }))
}

function cellsOf(lang: Lang, row: BookRow) {
  const words = text[lang].book
  const { entry, person } = row
  const [, day, , identity, , classification, people, settledBy, competent, guided, transferred, followUp] = columnsOf(lang, row)
  const handling = [
    competent && words.competent,
    settledBy && words.settledBy(settledBy),
    guided && words.guided(guided),
    transferred && words.transferred(transferred),
  ].filter((line) => line !== '')
  return [
    <>
      <a href={localPath(lang, paths.one(entry))}>{entry.number}</a> · <span class="nowrap">{day}</span>
    </>,
    person ? (
      <>
        <bdi>{whoCame(lang, row)}</bdi>
        {identity && <div class="small muted">{identity}</div>}
      </>
    ) : (
      <span class="muted">{whoCame(lang, row)}</span>
    ),
    <bdi>{summaryOf(lang, row)}</bdi>,
    <>
      {classification}{' '}
      {entry.people > 1 && (
        <Tag tone={entry.people < GROUP.people ? 'neutral' : 'soon'}>
          {entry.people < GROUP.people ? words.people(entry.people) : people}
        </Tag>
      )}
    </>,
    handling.join('. '),
    followUp,
  ]
}

function Choices({ lang, view, today, readsPeople }: BookPageProps) {
  const words = text[lang].book
  const hint = readsPeople ? words.searchHint : words.searchHintAuditor
  const thisYear = Number(today.slice(0, 4))
  const years = [...new Set([...Array.from({ length: 6 }, (_, i) => thisYear - i), view.year])].toSorted((a, b) => b - a)
  const numbered = (values: readonly number[]) => values.map((value) => ({ value: String(value), text: String(value) }))
  const keep = { nam: String(view.year), ...(view.month ? { thang: String(view.month) } : {}) }
  return (
    <>
      <SearchBox
        action={localPath(lang, paths.book)}
        name="q"
        label={`${words.search}: ${hint}`}
        placeholder={hint}
        submit={words.searchButton}
        value={view.q ?? undefined}
        keep={keep}
      />
      <form method="get" action={localPath(lang, paths.book)} class="filter-form">
        <Select name="nam" label={words.year} items={numbered(years)} value={String(view.year)} />
        <Select
          name="thang"
          label={words.month}
          items={numbered(Array.from({ length: 12 }, (_, i) => i + 1))}
          value={view.month ? String(view.month) : ''}
          empty={words.wholeYear}
        />
        <button class="govuk-button btn-2" type="submit">
          {words.show}
        </button>
      </form>
    </>
  )
}

function FileForm({ lang, view, today }: BookPageProps) {
  const words = text[lang].book
  const month = view.month ? String(view.month).padStart(2, '0') : null
  const from = `${view.year}-${month ?? '01'}-01`
  const last = month ? new Date(Date.UTC(view.year, view.month!, 0)).toISOString().slice(0, 10) : `${view.year}-12-31`
  return (
    <Card title={words.file}>
      <p class="muted">{words.fileHint}</p>
      <form method="get" action={localPath(lang, paths.file)} class="filter-form">
        <TextField name="tu" label={words.fileFrom} type="date" value={from} width={10} />
        <TextField name="den" label={words.fileTo} type="date" value={last > today ? today : last} width={10} />
        <button class="govuk-button btn-2" type="submit">
          {words.download}
        </button>
      </form>
    </Card>
  )
}

/** `Tháng 11 năm 2026` would need its own grammar: the days say it in both languages. */
export function periodWords(lang: Lang, from: CivilDate, to: CivilDate): string {
  return text[lang].form.period(shortDate(from), shortDate(to))
}
