import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { longInstant } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  PageHead,
  Pager,
  Prose,
  Tabs,
  TextArea,
} from '../../../ui/index.ts'
import type { Article } from '../article.ts'
import { paths } from '../paths.ts'
import { text as newsText } from '../text.ts'
import type { Report } from './report-repository.ts'
import { text } from './text.ts'

interface ReportPageProps {
  lang: Lang
  csrf: string
  article: Article
  /** What the reader had marked. */
  quote: string
  clientToken: string
  refusal?: FormRefusal | undefined
}

/** A reader says what is wrong; nothing about the reader is asked. */
export function ReportPage({ lang, csrf, article, quote, clientToken, refusal }: ReportPageProps) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.list), text: newsText[lang].public.title },
          { href: localPath(lang, paths.article(article.slug)), text: article.title },
        ]}
        current={words.title}
      />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={words.title} lead={words.lead} />
      <Form action={paths.report(article.slug)} lang={lang} csrf={csrf}>
        <input type="hidden" name="clientToken" value={typedOr(refusal, 'clientToken', clientToken)} />
        <TextArea
          name="quote"
          label={words.fields['quote']!}
          hint={words.quoteHint}
          value={typedOr(refusal, 'quote', quote)}
          error={problemAt(refusal, 'quote')}
          rows={3}
          required={false}
        />
        <TextArea
          name="words"
          label={words.fields['words']!}
          hint={words.wordsHint}
          value={typedOr(refusal, 'words')}
          error={problemAt(refusal, 'words')}
          rows={5}
          required
        />
        <Button>{words.send}</Button>
      </Form>
    </>
  )
}

export function ThanksPage({ lang, article }: { lang: Lang; article: Article }) {
  const words = text[lang]
  return (
    <>
      <PageHead title={words.thanks} lead={words.thanksLead} />
      <ButtonLink href={localPath(lang, paths.article(article.slug))} look="second">
        {words.back}
      </ButtonLink>
    </>
  )
}

interface ReportsPageProps {
  lang: Lang
  csrf: string
  isResolved: boolean
  page: Page<Report>
  mayResolve: boolean
}

export function ReportsPage({ lang, csrf, isResolved, page, mayResolve }: ReportsPageProps) {
  const words = text[lang].office
  const address = (resolved: boolean, after?: string) =>
    localPath(lang, `${paths.reports}?${new URLSearchParams({ xem: resolved ? 'da-xem' : 'cho', ...(after ? { after } : {}) })}`)
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: newsText[lang].office.title }]} current={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Tabs
        label={words.title}
        items={[false, true].map((resolved) => ({
          href: address(resolved),
          text: words.views[resolved ? 'resolved' : 'open'],
          current: resolved === isResolved,
        }))}
      />
      <DataTable
        caption={words.title}
        captionHidden
        dense
        stack
        head={[{ text: words.head.when }, { text: words.head.article }, { text: words.head.what }, { text: words.head.act }]}
        rows={page.items.map((report) => ({
          cells: [
            longInstant(lang, report.reportedAt),
            <>
              <a href={localPath(lang, paths.one(report.articleId))}>{report.title}</a>
              <br />
              <span class="muted small">{newsText[lang].office.edition(report.edition)}</span>
            </>,
            <>
              {report.quote && (
                <q>
                  <bdi>{report.quote}</bdi>
                </q>
              )}
              <Prose text={report.words} />
            </>,
            mayResolve && !isResolved ? (
              <Form action={paths.resolveReport(report.id)} lang={lang} csrf={csrf}>
                <Button look="second" small>
                  {words.resolve} <span class="govuk-visually-hidden">{shortened(report.title)}</span>
                </Button>
              </Form>
            ) : (
              ''
            ),
          ],
        }))}
        empty={<EmptyState title={words.none} />}
      />
      <Pager next={page.next ? { href: address(isResolved, page.next) } : undefined} />
    </>
  )
}

/** Enough to tell rows apart; a long hidden line would widen the page. */
function shortened(title: string): string {
  const letters = [...title]
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : title
}
