import type { CivilDate } from '../../../shared/civil-date.ts'
import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Pager,
  Radios,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { grounds, type RetentionHold } from '../hold.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { RetentionTabs } from './retention-tabs.tsx'

interface HoldsPageProps {
  lang: Lang
  csrf: string
  page: Page<RetentionHold>
  today: CivilDate
  mayHold: boolean
  code: string
  refusal?: FormRefusal | undefined
  done?: 'placed' | 'lifted' | undefined
}

/** Single matters that are kept back, and the form that keeps one more back. */
export function HoldsPage({ lang, csrf, page, today, mayHold, code, refusal, done }: HoldsPageProps) {
  const words = text[lang]
  const { holds, fields } = words
  const { head } = holds
  const field = (name: string, known = '') => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, known),
    error: problemAt(refusal, name),
    required: true,
  })
  return (
    <>
      <ErrorSummary problems={refusal?.problems ?? []} />
      {done && !refusal && (
        <Notice tone="ok" live>
          <p>{holds[done]}</p>
        </Notice>
      )}
      <PageHead title={holds.title} lead={holds.lead} />
      <RetentionTabs lang={lang} current="holds" />
      <DataTable
        caption={holds.title}
        captionHidden
        stack
        head={[head.code, head.ground, head.document, head.review, ...(mayHold ? [head.act] : [])].map((name) => ({ text: name }))}
        rows={page.items.map((hold) => ({
          cells: [
            hold.code,
            words.ground[hold.ground],
            hold.documentNumber,
            <>
              {shortDate(hold.reviewOn)} {hold.reviewOn < today && <Tag tone="late">{holds.overdue}</Tag>}
            </>,
            ...(mayHold
              ? [
                  <Form action={paths.lift(hold.id)} lang={lang} csrf={csrf}>
                    <Button look="second" small>
                      {holds.lift}
                      <span class="govuk-visually-hidden"> {hold.code}</span>
                    </Button>
                  </Form>,
                ]
              : []),
          ],
        }))}
        empty={<EmptyState title={holds.none} />}
      />
      <Pager next={page.next ? { href: localPath(lang, `${paths.holds}?after=${encodeURIComponent(page.next)}`) } : undefined} />
      {mayHold && (
        <section class="part">
          <Card title={holds.place}>
            <Form action={paths.holds} lang={lang} csrf={csrf}>
              <TextField {...field('code', code)} hint={holds.codeHint} width={20} exact />
              <Radios {...field('ground')} items={grounds.map((ground) => ({ value: ground, text: words.ground[ground] }))} />
              <TextField {...field('documentNumber')} width={20} maxlength={60} exact />
              <TextField {...field('reviewOn')} type="date" hint={holds.reviewHint} width={20} />
              <Button>{holds.submit}</Button>
            </Form>
          </Card>
        </section>
      )}
    </>
  )
}
