import { longDate } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Tag } from '../../../../ui/index.ts'
import { hasEnded } from '../../following/follower.ts'
import { followPath } from '../../following/paths.ts'
import { text as followingText } from '../../following/text.ts'
import { text as petitionText } from '../../text.ts'
import type { SimilarCase } from '../find-similar.ts'
import { text } from '../text.ts'

/** Public cases that sound like what is being written: beside the form, never a step. */
export function SimilarList({ lang, cases }: { lang: Lang; cases: readonly SimilarCase[] }) {
  if (cases.length === 0) return null
  const words = text[lang]
  return (
    <section class="similar">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {cases.map((one) => (
          <li>
            <a href={localPath(lang, `/don/${one.code}`)} target="_blank" rel="noopener">
              <bdi>{one.subject}</bdi>
            </a>{' '}
            <Tag>{petitionText[lang].status[one.status]}</Tag> <span class="small muted">{longDate(lang, one.receivedOn)}</span>{' '}
            {!hasEnded(one) && (
              <a href={localPath(lang, followPath(one.code))} target="_blank" rel="noopener">
                {followingText[lang].link}
                <span class="govuk-visually-hidden">: {followingText[lang].linkAbout(one.subject)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where the island shows them while the subject is typed; empty and unseen without scripts. */
export function SimilarPlace({ lang, id }: { lang: Lang; id: string }) {
  const words = text[lang]
  return (
    <aside class="similar" id={id} aria-live="polite" hidden>
      <p>
        <b>{words.title}</b>
      </p>
      <p class="small">{words.lead}</p>
      <ul />
    </aside>
  )
}
