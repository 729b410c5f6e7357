import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Card, DataTable, ErrorSummary, Form, Notice, PageHead, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { Cutoff } from '../periods.ts'
import { text } from '../text.ts'

export interface CutoffPageProps {
  lang: Lang
  csrf: string
  cutoffs: readonly Cutoff[]
  refusal?: FormRefusal | undefined
  done: boolean
}

/** From which day the reporting months run, and by which document. */
export function CutoffPage({ lang, csrf, cutoffs, refusal, done }: CutoffPageProps) {
  const words = text[lang].cutoff
  const field = (name: 'validFrom' | 'startDay' | 'documentNumber') => ({
    name,
    label: text[lang].fields[name]!,
    hint: words.hints[name],
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
    required: true,
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec/quan-tri'), text: words.admin }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && !refusal && (
        <Notice tone="ok" live>
          <p>{words.saved}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <h2>{words.current}</h2>
      <DataTable
        caption={words.current}
        captionHidden
        stack
        rowHeads
        head={[words.head.from, words.head.runs, words.head.document].map((name) => ({ text: name }))}
        rows={cutoffs.map(({ validFrom, startDay, documentNumber }) => ({
          cells: [`${validFrom.slice(5, 7)}/${validFrom.slice(0, 4)}`, words.runs(startDay), documentNumber],
        }))}
        empty={<p>{words.none}</p>}
      />
      <Card title={words.set}>
        <Form action={paths.cutoff} lang={lang} csrf={csrf}>
          <TextField {...field('validFrom')} width={10} maxlength={7} exact />
          <TextField {...field('startDay')} inputmode="numeric" width={4} />
          <TextField {...field('documentNumber')} width={20} maxlength={60} exact />
          <Button>{words.save}</Button>
        </Form>
      </Card>
    </>
  )
}
