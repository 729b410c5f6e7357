import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, DataTable, EmptyState, Notice } from '../../../ui/index.ts'
import { type BookRow, columnsOf } from '../book-rows.ts'
import { paths } from '../paths.ts'
import type { Period } from '../sources.ts'
import { text } from '../text.ts'
import { periodWords } from './book-page.tsx'

export interface PrintPageProps {
  lang: Lang
  authority: string
  period: Period
  rows: readonly BookRow[]
  /** Most lines of a printed form; more are left to the file. */
  most: number
  cut: boolean
}

/** Form 03/TCD as it is printed: its heading, the twelve columns and their numbers. */
export function PrintPage({ lang, authority, period, rows, most, cut }: PrintPageProps) {
  const { form, book } = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.book), text: book.title }]} current={book.print} />
      <div class="print-form">
        <div class="print-head">
          <p>
            <b>{authority.toLocaleUpperCase('vi')}</b>
          </p>
          <p>
            <b>{form.motto[0]}</b>
            <br />
            <b>{form.motto[1]}</b>
          </p>
        </div>
        <h1>{form.title}</h1>
        <p class="print-sub">
          {form.source}
          <br />
          {periodWords(lang, period.from, period.to)}
        </p>
        {cut && <Notice tone="soon">{book.tooMany(most)}</Notice>}
        <p class="no-print">
          <button class="govuk-button" type="button" data-print hidden>
            {book.printNow}
          </button>
        </p>
        <DataTable
          caption={form.title}
          captionHidden
          dense
          head={form.columns.map((name, i) => ({ text: `(${i + 1}) ${name}` }))}
          rows={rows.map((row) => ({ cells: columnsOf(lang, row) }))}
          empty={<EmptyState title={book.none} />}
        />
      </div>
    </>
  )
}
