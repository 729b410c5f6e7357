import { number, shortDate } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Details } from '../../../ui/index.ts'
import type { BehalfFacts, Party } from './behalf.ts'
import { text } from './text.ts'

/** `Đơn nhiều người (12)`, `Gửi thay người khác`. */
export function behalfWords(lang: Lang, { behalf, people }: BehalfFacts): string {
  return behalf === 'group' ? text[lang].ofMany(number(lang, people)) : text[lang].forAnother
}

interface Props {
  lang: Lang
  facts: BehalfFacts
  /** Null: not for this reader. */
  parties: readonly Party[] | null
  /** For the officer, who must see the paper. */
  inOffice: boolean
}

/** Who else it is of: for the office and the filer. */
export function BehalfCard({ lang, facts, parties, inOffice }: Props) {
  const words = text[lang]
  const standing = parties?.filter(({ endedOn }) => endedOn === null) ?? []
  const rest = standing.filter(({ role }) => role === 'signer')
  const first = standing.filter(({ role }) => role !== 'signer')
  const ended = parties?.filter(({ endedOn }) => endedOn !== null) ?? []
  return (
    <>
      <p>
        <b>{behalfWords(lang, facts)}</b>
      </p>
      {facts.ground && (
        <p>
          {words.ground}: {words.grounds[facts.ground]}
        </p>
      )}
      {facts.ground && inOffice && <p class="muted">{words.paper}</p>}
      {parties === null && <p class="muted">{words.hidden}</p>}
      {parties?.length === 0 && <p class="muted">{words.erased}</p>}
      {first.length > 0 && <People lang={lang} people={first} />}
      {rest.length > 0 && (
        <Details summary={`${words.roles.signer}: ${number(lang, rest.length)}`}>
          <People lang={lang} people={rest} />
        </Details>
      )}
      {ended.length > 0 && (
        <Details summary={`${words.former}: ${number(lang, ended.length)}`}>
          <People lang={lang} people={ended} />
        </Details>
      )}
    </>
  )
}

function People({ lang, people }: { lang: Lang; people: readonly Party[] }) {
  const { roles, until } = text[lang]
  return (
    <ul>
      {people.map((person) => (
        <li>
          <bdi>{person.name}</bdi>
          {(person.role !== 'signer' || person.endedOn) && <span class="muted"> · {roles[person.role]}</span>}
          {person.endedOn && <span class="muted"> {until(shortDate(person.endedOn))}</span>}
          {[person.address, person.phone, person.identityNumber].filter(Boolean).map((fact) => (
            <span class="muted">
              {' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
