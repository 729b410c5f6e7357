import type { ComponentChildren } from 'preact'
import { instantText } from '../../../shared/civil-date.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  ButtonLink,
  ButtonRow,
  Card,
  EmptyState,
  ErrorSummary,
  Notice,
  PageHead,
  SummaryList,
  Timeline,
  WithAside,
} from '../../../ui/index.ts'
import type { GuardedFile } from '../article-files.ts'
import type { ArticleAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { personalFindings } from '../rules.ts'
import { text } from '../text.ts'
import type { OfficeView } from '../views.ts'
import { newsTime } from '../when-words.ts'
import { ActForm, type FormAct } from './act-form.tsx'
import { StatusTag } from './article-parts.tsx'
import { DocumentView, type ShownFiles } from './document-view.tsx'
import { EditionList } from './edition-list.tsx'
import { FilePanel } from './file-panel.tsx'
import { PersonalNotice } from './personal-notice.tsx'

interface OnePageProps {
  lang: Lang
  csrf: string
  view: OfficeView
  files: ShownFiles
  ownFiles: readonly GuardedFile[]
  /** Files that were just refused. */
  fileProblems?: readonly string[] | undefined
  /** What readers rated; filled by another feature. */
  ratings?: ComponentChildren
  attempt?: { act: ArticleAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

const isForm = (act: ArticleAct): act is FormAct => !['save', 'revise', 'publishDue'].includes(act)

/** One article for the office: as readers will see it, what happened, and a form for each act that is lawful now. */
export function OnePage({ lang, csrf, view, files, ownFiles, fileProblems, ratings, attempt, done }: OnePageProps) {
  const { article, acts } = view
  const words = text[lang].office
  const mayEdit = acts.includes('save') || acts.includes('revise')
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: words.title }]} current={article.title} />
      <ErrorSummary
        problems={attempt?.refusal.problems.map(({ field, text }) => ({ field: field && `${attempt.act}-${field}`, text })) ?? []}
      />
      {done && (
        <Notice tone="ok" live>
          <p>{words.done}</p>
        </Notice>
      )}
      <PageHead
        title={article.title}
        tags={<StatusTag lang={lang} status={article.status} />}
        meta={article.scheduledAt ? words.scheduledFor(newsTime(lang, article.scheduledAt)) : undefined}
        lead={article.lead}
        aside={
          <ButtonRow>
            {mayEdit && <ButtonLink href={localPath(lang, paths.edit(article.id))}>{words.edit}</ButtonLink>}
            {article.status === 'published' && (
              <ButtonLink href={localPath(lang, paths.article(article.slug))} look="second">
                {words.onSite}
              </ButtonLink>
            )}
          </ButtonRow>
        }
      />
      <WithAside aside={<Aside lang={lang} csrf={csrf} acts={acts.filter(isForm)} article={article} attempt={attempt} />}>
        <h2>{words.preview}</h2>
        {article.body.content.length === 0 ? <EmptyState title={words.empty} /> : <DocumentView doc={article.body} files={files} />}
        <FilePanel lang={lang} csrf={csrf} article={article} files={ownFiles} mayChange={mayEdit} problems={fileProblems} />
        <Facts lang={lang} view={view} />
        {ratings}
        <EditionList lang={lang} view={view} />
        <History lang={lang} view={view} />
      </WithAside>
    </>
  )
}

interface AsideProps extends Pick<OnePageProps, 'lang' | 'csrf' | 'attempt'> {
  acts: readonly FormAct[]
  article: OfficeView['article']
}

function Aside({ lang, csrf, acts, article, attempt }: AsideProps) {
  const words = text[lang].office
  const personal = article.status === 'published' ? [] : personalFindings(article)
  return (
    <>
      <PersonalNotice lang={lang} findings={personal} />
      <h2>{words.acts}</h2>
      {acts.length === 0 && <p>{words.noActs}</p>}
      {acts.map((act) => (
        <Card title={text[lang].act[act]} level={3}>
          <ActForm
            lang={lang}
            csrf={csrf}
            act={act}
            article={article}
            refusal={attempt?.act === act ? attempt.refusal : undefined}
            asks={personal.length > 0}
          />
        </Card>
      ))}
    </>
  )
}

function Facts({ lang, view: { article, categories } }: { lang: Lang; view: OfficeView }) {
  const { fields, office } = text[lang]
  const category = categories.find(({ id }) => id === article.categoryId)
  const rows = [
    { key: fields['categoryId']!, value: category?.name },
    { key: fields['tags']!, value: article.tags.join(', ') },
    { key: fields['author']!, value: article.author },
    { key: fields['source']!, value: article.source },
    { key: office.head.shown, value: article.publishedAt && newsTime(lang, article.publishedAt) },
  ]
  return (
    <>
      <h2>{office.facts}</h2>
      <SummaryList rows={rows.filter((row) => row.value)} />
    </>
  )
}

function History({ lang, view: { history, people } }: { lang: Lang; view: OfficeView }) {
  const { event, role, office } = text[lang]
  return (
    <>
      <h2>{office.history}</h2>
      <Timeline
        items={history.toReversed().map((entry) => {
          const who = (entry.actorId && people.get(entry.actorId)) ?? role[entry.actorRole ?? ''] ?? ''
          const edition = entry.facts['edition']
          const reason = entry.words['reason']
          return {
            title: [event[entry.type] ?? entry.type, edition && office.edition(Number(edition))].filter(Boolean).join(' · '),
            when: [longInstant(lang, entry.at), who].filter(Boolean).join(' · '),
            dateTime: instantText(entry.at),
            children: reason && (
              <p>
                {text[lang].public.reason}: {reason}
              </p>
            ),
          }
        })}
      />
    </>
  )
}
