import { type Lang, localPath } from '../../../shared/lang.ts'
import { Card, Section } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { Poll, PollOption } from '../poll.ts'
import { text } from '../text.ts'
import { Ballot } from './ballot.tsx'

/** What a page needs to show a poll that is on. */
export interface PollOnPage {
  poll: Poll
  options: readonly PollOption[]
}

/** "Thăm dò ý kiến" with the poll that is on, below other things; nothing while none is. Kept pages as of `PollBlock`. */
export function PollSection({ lang, poll }: { lang: Lang; poll: PollOnPage | undefined }) {
  if (!poll) return null
  return (
    <Section title={text[lang].list.title}>
      <PollBlock lang={lang} {...poll} />
    </Section>
  )
}

/** A poll beside other things, on pages that are kept: no count, no token, the same for everybody. */
export function PollBlock({ lang, poll, options }: PollOnPage & { lang: Lang }) {
  const { vote } = text[lang]
  const address = localPath(lang, paths.one(poll.slug))
  return (
    <Card>
      {poll.whoVotes === 'accounts' ? (
        <>
          <h2 class="card-title">{poll.question}</h2>
          <p>{text[lang].whoVotes.accounts}.</p>
          <p>
            <a href={address}>{vote.submit}</a>
          </p>
        </>
      ) : (
        <Ballot lang={lang} poll={poll} options={options} label={poll.question} more={{ href: `${address}#ket-qua`, text: vote.results }} />
      )}
    </Card>
  )
}
