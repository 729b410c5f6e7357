import type { ComponentChildren } from 'preact'
import { type CivilDate, isCivilDate } from '../../../../shared/civil-date.ts'
import { longInstant, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Quote, Tag, Timeline } from '../../../../ui/index.ts'
import { FileList } from '../../../files/index.ts'
import type { Entry } from '../../../history/index.ts'
import { entryWords } from '../../entry-words.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'
import { Words } from './marked-text.tsx'

interface Props {
  lang: Lang
  view: CaseView
}

/** What happened, newest first, with who did it. */
export function CaseTimeline({ lang, view }: Props) {
  const names = petitionText[lang]
  return (
    <section class="part">
      <h2>{text[lang].case.timeline}</h2>
      <Timeline
        items={view.history.toReversed().map((entry) => ({
          title: names.event[entry.type] ?? entry.type,
          when: `${longInstant(lang, entry.at)} · ${doer(lang, view, entry)}`,
          dateTime: entry.at.toISOString(),
          tone: entry.type === 'petition.answered' ? (view.petition.answeredLate ? ('late' as const) : ('ok' as const)) : undefined,
          children: <About lang={lang} view={view} entry={entry} />,
        }))}
      />
    </section>
  )
}

function doer(lang: Lang, { people }: CaseView, entry: Entry): string {
  const role = entry.actorRole ? (petitionText[lang].role[entry.actorRole] ?? entry.actorRole) : text[lang].case.system
  const name = entry.actorId && entry.actorRole !== 'filer' ? people.get(entry.actorId) : undefined
  return name ? `${name}, ${role}` : role
}

const asText = (fact: unknown) => (typeof fact === 'string' ? fact : null)

/** What an entry says beside its name. Long words that stand elsewhere on the page are not repeated. */
function About({ lang, view, entry }: Props & { entry: Entry }): ComponentChildren {
  const words = text[lang].case
  const names = petitionText[lang]
  const { facts } = entry
  const outcome = asText(facts['outcome'])
  const promisedOn = asText(facts['promisedOn'])
  switch (entry.type) {
    case 'petition.accepted':
    case 'petition.assigned': {
      const unit = view.units.get(asText(facts['unitId']) ?? '')
      return unit ? <p>{`${words.toUnit}: ${unit.name}`}</p> : null
    }
    case 'petition.declined':
      return (
        <Quote tone="neutral">
          <b>{names.ground[facts['ground'] as keyof typeof names.ground] ?? asText(facts['ground'])}</b>
          <Words lang={lang} words={entry.words['reason']} />
        </Quote>
      )
    case 'petition.verified': {
      const shown = entry.audience === 'public'
      return (
        <Quote tone={shown ? 'ok' : 'neutral'}>
          <Tag tone={shown ? 'ok' : 'soon'}>{shown ? words.verification.public : words.verification.internal}</Tag>
          <Words lang={lang} words={entry.words['words']} guard={shown && view.petition.publish} />
        </Quote>
      )
    }
    case 'petition.foundComplex': {
      const criteria = Array.isArray(facts['criteria']) ? facts['criteria'] : []
      return (
        <Quote tone="neutral">
          <ul>
            {criteria.map((criterion) => (
              <li>{names.criteria[Number(criterion) - 1]}</li>
            ))}
          </ul>
          <Words lang={lang} words={entry.words['reason']} />
        </Quote>
      )
    }
    case 'petition.drafted':
    case 'petition.answered':
      return (
        <p>
          {outcome && (names.outcome[outcome as keyof typeof names.outcome] ?? outcome)}
          {promisedOn && isCivilDate(promisedOn) && `, ${words.promisedOn(shortDate(promisedOn as CivilDate))}`}
        </p>
      )
    case 'petition.draftReturned':
      return (
        <Quote tone="late">
          <Words lang={lang} words={entry.words['reason']} />
        </Quote>
      )
    case 'petition.rated':
      return <p>{names.verdict[facts['solved'] as keyof typeof names.verdict]}</p>
    case 'petition.withdrawn':
      return entry.words['reason'] ? <Words lang={lang} words={entry.words['reason']} /> : null
    case 'petition.fileAdded': {
      const ids = Array.isArray(facts['files']) ? facts['files'] : [facts['fileId']]
      const files = view.files.filter((file) => ids.includes(file.id))
      return files.length > 0 ? <FileList lang={lang} files={files} /> : null
    }
    default:
      return <Casework lang={lang} view={view} entry={entry} />
  }
}

function Casework({ lang, view, entry }: Props & { entry: Entry }) {
  const told = entryWords(lang, entry, 'office')
  const unit = view.units.get(asText(entry.facts['unitId']) ?? '')
  if (!told) return null
  return (
    <Quote tone="neutral">
      {told.heading && <b>{told.heading}</b>}
      {unit && <p>{`${text[lang].case.toUnit}: ${unit.name}`}</p>}
      {told.lines.map((line) => (
        <p dir="auto">{line}</p>
      ))}
      {told.texts.map((words) => (
        <Words lang={lang} words={words} guard={entry.audience === 'public' && view.petition.publish} />
      ))}
    </Quote>
  )
}
