import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, Card, ErrorSummary, Notice, PageHead, Prose, Tag, WithAside } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { PollView } from '../views.ts'
import { Ballot } from './ballot.tsx'
import { Results } from './results.tsx'

export interface PollPageProps {
  lang: Lang
  view: PollView
  csrf: string
  isSignedIn: boolean
  /** A vote was sent just now, and it is recorded. */
  justVoted: boolean
  refusal?: FormRefusal | undefined
  chosen: readonly string[]
}

/** One poll: the ballot while it is open and this reader has not voted, and the results as far as this reader may see them. */
export function PollPage(props: PollPageProps) {
  const { lang, view, justVoted } = props
  const { poll, status, counts, hasVoted, reason } = view
  const words = text[lang]
  const aside = (
    <Card title={words.vote.about}>
      <p>{words.vote.days(shortDate(poll.opensOn), shortDate(poll.closesOn))}</p>
      <p>
        {words.whoVotes[poll.whoVotes]}. {words.resultsShown[poll.resultsShown]}.
      </p>
      <p class="small muted">{words.vote.privacy}</p>
      {counts && (
        <p>
          <a href={`${paths.data}.csv?poll=${poll.slug}`}>{words.results.csv}</a>
        </p>
      )}
    </Card>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.list.title }]} />
      <PageHead title={poll.question} tags={<Tag tone={status === 'open' ? 'ok' : 'neutral'}>{words.status[status]}</Tag>} />
      <ErrorSummary problems={props.refusal?.problems ?? []} />
      {status === 'withdrawn' && (
        <Notice tone="soon" title={words.results.withdrawn}>
          {reason && <Prose text={reason} />}
        </Notice>
      )}
      {status === 'closed' && <Notice>{words.results.closed(shortDate(poll.closesOn))}</Notice>}
      {hasVoted && status !== 'withdrawn' && (
        <Notice tone="ok" live={justVoted}>
          {justVoted ? words.vote.recorded : words.vote.again}
        </Notice>
      )}
      <WithAside aside={aside}>
        {status === 'open' && !hasVoted && <Voting {...props} />}
        <section id="ket-qua" class="section">
          <h2>{words.results.title}</h2>
          <ResultsOrWhy {...props} />
        </section>
      </WithAside>
    </>
  )
}

function Voting({ lang, view, csrf, isSignedIn, refusal, chosen }: PollPageProps) {
  const { poll, options } = view
  const words = text[lang].vote
  if (poll.whoVotes === 'accounts' && !isSignedIn) {
    const back = new URLSearchParams({ tiep: localPath(lang, paths.one(poll.slug)) }).toString()
    return (
      <p>
        <ButtonLink href={localPath(lang, `/dang-nhap?${back}`)}>{words.signIn}</ButtonLink>
      </p>
    )
  }
  const error = refusal?.problems[0]?.text
  const label = poll.mostChoices > 1 ? words.submit : words.one
  return <Ballot lang={lang} poll={poll} options={options} csrf={csrf} label={label} chosen={chosen} error={error} />
}

function ResultsOrWhy({ lang, view: { poll, status, options, counts } }: PollPageProps) {
  const words = text[lang].results
  if (counts) return <Results lang={lang} poll={poll} options={options} counts={counts} />
  if (status === 'withdrawn') return <p>{words.withdrawn}</p>
  return <p>{words.hidden[poll.resultsShown === 'afterVoting' ? 'afterVoting' : 'afterClosing']}</p>
}
