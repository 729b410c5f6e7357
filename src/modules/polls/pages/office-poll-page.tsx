import type { ComponentChildren } from 'preact'
import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { longInstant, number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Details, ErrorSummary, Form, Notice, PageHead, SummaryList, Tag, TextArea } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { PollAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import type { Poll, PollOption } from '../poll.ts'
import { isShown } from '../rules.ts'
import { text } from '../text.ts'
import { PollFields } from './poll-fields.tsx'

interface OfficePollPageProps {
  lang: Lang
  csrf: string
  poll: Poll
  options: readonly PollOption[]
  history: readonly Entry[]
  acts: readonly PollAct[]
  attempt?: { act: PollAct; refusal: FormRefusal }
  done?: boolean
}

/** A poll at the editor's desk. No result stands here: the office sees it when readers do. */
export function OfficePollPage(props: OfficePollPageProps) {
  const { lang, poll, options, history, acts, attempt, done } = props
  const words = text[lang]
  const { office, fields } = words
  const row = (key: string, value: ComponentChildren) => ({ key, value })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.office), text: office.title }]} />
      <PageHead title={poll.question} tags={<Tag>{words.status[poll.status]}</Tag>} />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          {office.done}
        </Notice>
      )}
      <h2>{office.facts}</h2>
      <SummaryList
        rows={[
          row(
            fields['options']!,
            <ol>
              {options.map((option) => (
                <li>{option.words}</li>
              ))}
            </ol>,
          ),
          row(fields['mostChoices']!, number(lang, poll.mostChoices)),
          row(office.head.days, `${shortDate(poll.opensOn)} – ${shortDate(poll.closesOn)}`),
          row(fields['whoVotes']!, words.whoVotes[poll.whoVotes]),
          row(fields['resultsShown']!, words.resultsShown[poll.resultsShown]),
        ]}
      />
      {isShown(poll) && (
        <p>
          <a href={localPath(lang, paths.one(poll.slug))}>{office.seeAsReader}</a>
        </p>
      )}
      <h2>{office.acts}</h2>
      {acts.length === 0 && <p>{office.noActs}</p>}
      {acts.map((act) => (
        <ActForm {...props} act={act} />
      ))}
      <h2>{office.history}</h2>
      <ul>
        {history.map((entry) => (
          <li>
            {longInstant(lang, entry.at)}: {words.event[entry.type]} ({words.role[entry.actorRole ?? ''] ?? '–'})
            {entry.words['reason'] && <> – {entry.words['reason']}</>}
          </li>
        ))}
      </ul>
    </>
  )
}

function ActForm({ lang, csrf, poll, options, act, attempt }: OfficePollPageProps & { act: PollAct }) {
  const words = text[lang]
  const refusal = attempt?.act === act ? attempt.refusal : undefined
  const values = {
    question: poll.question,
    options: options.map((option) => option.words).join('\n'),
    mostChoices: String(poll.mostChoices),
    opensOn: poll.opensOn,
    closesOn: poll.closesOn,
    whoVotes: poll.whoVotes,
    resultsShown: poll.resultsShown,
  }
  const reason = { name: 'reason', label: words.fields['reason']!, hint: words.office.reasonHint }
  const form = (
    <Form action={paths.act(poll.slug, act)} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={poll.version} />
      {act === 'edit' && <PollFields lang={lang} values={values} refusal={refusal} />}
      {act === 'withdraw' && (
        <TextArea {...reason} rows={3} value={typedOr(refusal, 'reason')} error={problemAt(refusal, 'reason')} required />
      )}
      <Button look={act === 'schedule' ? 'main' : act === 'edit' ? 'second' : 'danger'}>{words.act[act]}</Button>
    </Form>
  )
  return act === 'edit' || act === 'withdraw' ? (
    <Details summary={words.act[act]} open={refusal !== undefined}>
      {form}
    </Details>
  ) : (
    form
  )
}
