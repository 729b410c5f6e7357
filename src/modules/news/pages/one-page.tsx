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
  Tag,
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
import { wordsFor } from '../words-for.ts'
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
  const words = wordsFor(lang, article.kind).office
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
        tags={
          <>
            <StatusTag lang={lang} status={article.status} />
            {article.kind === 'page' && <Tag>{words.pageTag}</Tag>}
          </>
        }
        meta={article.scheduledAt ? words.scheduledFor(newsTime(lang, article.scheduledAt)) : undefined}
        lead={article.lead}
        aside={
          <ButtonRow>
            {mayEdit && <ButtonLink href={localPath(lang, paths.edit(article.id))}>{words.edit}</ButtonLink>}
            {article.status === 'published' && (
              <ButtonLink href={localPath(lang, paths.shown(article))} look="second">
                {words.onSite}
              </ButtonLink>
            )}
          </ButtonRow>
        }
      />
      <WithAside
        aside={<Aside lang={lang} csrf={csrf} acts={acts.filter(isForm)} barred={view.barred} article={article} attempt={attempt} />}
      >
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
  barred: OfficeView['barred']
  article: OfficeView['article']
}

function Aside({ lang, csrf, acts, barred, article, attempt }: AsideProps) {
  const { office: words, act: names } = wordsFor(lang, article.kind)
  const personal = article.status === 'published' ? [] : personalFindings(article)
  return (
    <>
      <PersonalNotice lang={lang} findings={personal} />
      <h2>{words.acts}</h2>
      {acts.length === 0 && barred.length === 0 && <p>{words.noActs}</p>}
      <Barred lang={lang} article={article} barred={barred} />
      {acts.map((act) => (
        <Card title={names[act]} level={3}>
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

/** What a rule of the office keeps from this very person: said, not just left out. */
function Barred({ lang, article, barred }: Pick<AsideProps, 'lang' | 'article' | 'barred'>) {
  const { office, act: names } = wordsFor(lang, article.kind)
  if (barred.length === 0) return null
  const own = barred.filter(({ code }) => code === 'four_eyes_needed').map(({ act }) => names[act])
  return (
    <Notice title={office.barred.title}>
      {own.length > 0 && <p>{office.barred.four_eyes_needed(own.join(', '), article.edition)}</p>}
      {barred.some(({ code }) => code === 'four_eyes_correction') && <p>{office.barred.four_eyes_correction}</p>}
      <p>
        <a href={localPath(lang, paths.settings)}>{text[lang].settings.title}</a>
      </p>
    </Notice>
  )
}

function Facts({ lang, view: { article, categories } }: { lang: Lang; view: OfficeView }) {
  const { fields, office } = wordsFor(lang, article.kind)
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

function History({ lang, view: { article, history, people } }: { lang: Lang; view: OfficeView }) {
  const { event, role, office, public: said } = wordsFor(lang, article.kind)
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
                {said.reason}: {reason}
              </p>
            ),
          }
        })}
      />
    </>
  )
}
