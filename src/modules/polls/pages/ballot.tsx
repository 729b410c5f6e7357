import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Checkboxes, Radios } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { Poll, PollOption } from '../poll.ts'
import { text } from '../text.ts'

export interface BallotProps {
  lang: Lang
  poll: Pick<Poll, 'slug' | 'question' | 'mostChoices'>
  options: readonly PollOption[]
  /** Absent on kept pages, which are the same for everybody. */
  csrf?: string | undefined
  /** The question as a heading of the page stands above already. */
  label: string
  chosen?: readonly string[] | undefined
  error?: string | undefined
  more?: { href: string; text: string } | undefined
}

/** The form of a vote. It needs no token where the browser says from which site it comes: see decision 0011. */
export function Ballot({ lang, poll, options, csrf, label, chosen = [], error, more }: BallotProps) {
  const words = text[lang].vote
  const items = options.map((option) => ({ value: String(option.place), text: option.words }))
  const hint = poll.mostChoices > 1 ? words.several(number(lang, poll.mostChoices)) : undefined
  const field = { name: 'options', id: `poll-${poll.slug}`, label, error, hint }
  return (
    <form method="post" action={localPath(lang, paths.vote(poll.slug))} noValidate class="ballot">
      {csrf && <input type="hidden" name="_csrf" value={csrf} />}
      {poll.mostChoices > 1 ? (
        <Checkboxes {...field} items={items} values={chosen} />
      ) : (
        <Radios {...field} items={items} value={chosen[0]} />
      )}
      <p class="small muted">{words.secret}</p>
      <p class="btn-row">
        <Button look={csrf ? 'main' : 'second'}>{words.submit}</Button>
        {more && <a href={more.href}>{more.text}</a>}
      </p>
    </form>
  )
}
