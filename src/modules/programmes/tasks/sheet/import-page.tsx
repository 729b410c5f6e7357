import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  DataTable,
  ErrorSummary,
  FileField,
  Form,
  Notice,
  PageHead,
} from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import type { Programme } from '../../programme.ts'
import { text } from '../text.ts'
import type { CellProblem } from './check-rows.ts'

interface ImportPageProps {
  lang: Lang
  csrf: string
  programme: Programme
  /** How many items were added just now. */
  added?: number | undefined
  cells?: readonly CellProblem[] | undefined
  /** Why the file as a whole was not taken. */
  problems?: readonly { field: string; text: string }[] | undefined
}

/** Items of a draft from a spreadsheet, with what is wrong line by line. */
export function ImportPage({ lang, csrf, programme, added = 0, cells = [], problems = [] }: ImportPageProps) {
  const words = text[lang].import
  const said = cells.length === 0 ? words.added(added) : added > 0 ? words.skipped(cells.length) : words.wrong(cells.length)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.officeOne(programme.slug)), text: programme.title }]} />
      <PageHead title={words.title} lead={words.lead} />
      <ErrorSummary problems={problems} />
      {(added > 0 || cells.length > 0) && (
        <Notice tone={cells.length > 0 ? 'late' : 'ok'} live>
          {said}
        </Notice>
      )}
      {cells.length > 0 && (
        <DataTable
          caption={words.wrong(cells.length)}
          captionHidden
          stack
          head={[{ text: words.row, numeric: true }, { text: words.column }, { text: words.what }]}
          rows={cells.map(({ row, column, code }) => ({
            cells: [String(row), words.columns[column], words.problem[code] ?? words.problem['invalid_value']!],
          }))}
        />
      )}
      <p>
        <ButtonLink href={localPath(lang, paths.importTemplate(programme.slug))} look="second">
          {words.template}
        </ButtonLink>
      </p>
      <Form action={paths.importItems(programme.slug)} lang={lang} csrf={csrf} enctype="multipart/form-data">
        <FileField
          name="files"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx"
          error={problems.find(({ field }) => field === 'files')?.text}
          required
        />
        <Checkbox name="onlyRight" label={words.onlyRight} value="yes" />
        <Button>{words.submit}</Button>
      </Form>
    </>
  )
}
