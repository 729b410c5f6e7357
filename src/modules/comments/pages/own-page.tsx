import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Card,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Prose,
  SummaryList,
  Tag,
  TextArea,
  WithAside,
} from '../../../ui/index.ts'
import { moderationText } from '../../moderation/index.ts'
import { ChoiceForm } from '../../notices/index.ts'
import { MOST_LETTERS } from '../comment.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { OwnView } from '../views.ts'

interface OwnPageProps {
  lang: Lang
  csrf: string
  view: OwnView
  /** Right after sending: what opens it again. */
  keep?: { secret: string; link: string } | undefined
  saved?: boolean | undefined
  refusal?: FormRefusal | undefined
}

const tones = { waiting: 'soon', shown: 'ok', removed: 'late', withdrawn: 'neutral' } as const

/** The comment as its writer sees it: where it stands, why, and the words themselves, whatever became of them. */
export function OwnPage(props: OwnPageProps) {
  const { lang, csrf, view, keep, saved, refusal } = props
  const { comment, about, body, name, words: officerWords, version, acts } = view
  const { own } = text[lang]
  const refused = comment.status === 'removed' && comment.firstShownAt === null
  const crumb = about ? [{ href: localPath(lang, about.href), text: about.title }] : []
  const aside = (
    <>
      {acts.includes('withdraw') && (
        <Card title={own.withdraw}>
          <p>{own.withdrawHint}</p>
          <Form action={paths.withdraw(comment.code)} lang={lang} csrf={csrf}>
            <input type="hidden" name="version" value={version} />
            <Button look="danger">{own.withdraw}</Button>
          </Form>
        </Card>
      )}
      <p>
        {own.erase} <a href={localPath(lang, '/du-lieu-ca-nhan')}>{own.eraseLink}</a>
      </p>
    </>
  )
  return (
    <>
      <Breadcrumbs items={crumb} current={own.title(comment.code)} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {saved && !keep && (
        <Notice tone="ok" live>
          <p>{own.saved}</p>
        </Notice>
      )}
      <PageHead
        title={own.title(comment.code)}
        tags={<Tag tone={tones[comment.status]}>{own.status[comment.status]}</Tag>}
        lead={refused ? own.refused : own.now[comment.status]}
      />
      {keep && (
        <Notice tone="ok">
          <p>{own.keep}</p>
          <SummaryList
            rows={[
              { key: own.facts.code, value: <b class="num">{comment.code}</b> },
              { key: own.facts.secret, value: <b class="num">{keep.secret}</b> },
              { key: own.link, value: <a href={keep.link}>{keep.link}</a> },
            ]}
          />
        </Notice>
      )}
      <WithAside aside={aside}>
        {comment.reason && (
          <Notice tone="late" title={own.reason}>
            <p>{moderationText[lang].reason[comment.reason]}</p>
            {officerWords && (
              <>
                <h3>{own.wordsOf}</h3>
                <Prose text={officerWords} />
              </>
            )}
          </Notice>
        )}
        <SummaryList
          rows={[
            { key: own.facts.name, value: <bdi>{name ?? text[lang].nameErased}</bdi> },
            { key: own.facts.about, value: about?.title ?? text[lang].subjectGone },
            { key: own.facts.sent, value: longInstant(lang, comment.sentAt) },
          ]}
        />
        <section class="part">
          <h2>{own.yours}</h2>
          {body === null ? <p>{own.erased}</p> : <Prose text={body} />}
          {comment.status === 'shown' && about && (
            <p>
              <a href={localPath(lang, `${about.href}#${paths.anchor(comment.id)}`)}>{own.see}</a>
            </p>
          )}
        </section>
        {acts.includes('resend') && body !== null && <EditForm lang={lang} csrf={csrf} view={view} refusal={refusal} />}
        {view.mail && (
          <ChoiceForm
            lang={lang}
            csrf={csrf}
            action={paths.mail(comment.code)}
            choice={view.mail}
            about={text[lang].mail.choice}
            id="choice"
            error={problemAt(refusal, 'choice')}
          />
        )}
      </WithAside>
    </>
  )
}

function EditForm({ lang, csrf, view: { comment, body, version }, refusal }: OwnPageProps) {
  const { own, fields, form } = text[lang]
  return (
    <section class="part">
      <h2>{own.edit}</h2>
      <p>{own.editHint}</p>
      <Form action={paths.edit(comment.code)} lang={lang} csrf={csrf}>
        <input type="hidden" name="version" value={version} />
        <TextArea
          name="body"
          label={fields['body']!}
          hint={form.bodyHint(number(lang, MOST_LETTERS))}
          value={typedOr(refusal, 'body', body ?? '')}
          error={problemAt(refusal, 'body')}
          rows={6}
          maxlength={MOST_LETTERS}
          count
          required
        />
        <Button>{own.editSend}</Button>
      </Form>
    </section>
  )
}
