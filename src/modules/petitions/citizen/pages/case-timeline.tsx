import type { ComponentChildren } from 'preact'
import { instantText } from '../../../../shared/civil-date.ts'
import { longInstant, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Prose, Quote, Timeline, type TimelineItem } from '../../../../ui/index.ts'
import type { Entry } from '../../../history/index.ts'
import { entryWords } from '../../entry-words.ts'
import type { DeclineGround, Outcome, Verdict } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'

/** What happened, newest first, with the words that this reader may read. The answer and the messages stand in full elsewhere on the page. */
export function CaseTimeline({ lang, view }: { lang: Lang; view: CaseView }) {
  const items = view.history.map((entry): TimelineItem => {
    const by = unitName(view, entry) ?? (entry.actorRole ? petitionText[lang].role[entry.actorRole] : undefined)
    return {
      title: titleOf(lang, view, entry),
      when: [longInstant(lang, entry.at), by].filter(Boolean).join(' · '),
      dateTime: instantText(entry.at),
      tone: entry.type === 'petition.answered' ? 'ok' : undefined,
      children: wordsOf(lang, view, entry),
    }
  })
  return <Timeline items={items.toReversed()} />
}

function unitName(view: CaseView, entry: Entry): string | undefined {
  const id = entry.facts['unitId']
  return entry.type === 'petition.verified' && typeof id === 'string' ? view.units.get(id)?.shortName : undefined
}

function titleOf(lang: Lang, view: CaseView, entry: Entry): string {
  const words = text[lang].matter
  const id = entry.facts['unitId']
  const unit = typeof id === 'string' ? view.units.get(id)?.shortName : undefined
  if (unit && entry.type === 'petition.accepted') return words.acceptedBy(unit)
  if (unit && ['petition.transferredWithin', 'petition.carriedOver'].includes(entry.type)) return words.handedTo(unit)
  if (unit && entry.type === 'petition.assigned') return words.assignedTo(unit)
  return petitionText[lang].event[entry.type] ?? entry.type
}

function wordsOf(lang: Lang, view: CaseView, entry: Entry): ComponentChildren {
  const words = petitionText[lang]
  const { facts } = entry
  switch (entry.type) {
    case 'petition.received':
      return <p>{words.channel[view.petition.channel]}</p>
    case 'petition.verified':
      return (
        entry.words['words'] && (
          <Quote>
            <Prose text={entry.words['words']} />
          </Quote>
        )
      )
    case 'petition.answered':
      return (
        <p>
          {words.outcome[facts['outcome'] as Outcome]}
          {typeof facts['promisedOn'] === 'string' && ` · ${text[lang].matter.promised(shortDate(facts['promisedOn'] as never))}`}
        </p>
      )
    case 'petition.declined':
      return (
        <Quote tone="neutral">
          <p>
            <b>{words.ground[facts['ground'] as DeclineGround]}</b>
          </p>
          {entry.words['reason'] && <Prose text={entry.words['reason']} />}
        </Quote>
      )
    case 'petition.rated':
      return (
        <p>
          {words.verdict[facts['solved'] as Verdict]} · {words.satisfaction[facts['satisfaction'] as 1]}
        </p>
      )
    case 'petition.withdrawn':
      return view.isFiler && entry.words['reason'] && <Prose text={entry.words['reason']} />
    case 'petition.informationAdded':
      return Number(facts['files']) > 0 && <p>{text[lang].matter.filesAdded(Number(facts['files']))}</p>
    default:
      return casework(lang, view, entry)
  }
}

function casework(lang: Lang, view: CaseView, entry: Entry): ComponentChildren {
  const told = entryWords(lang, entry, view.isFiler ? 'filer' : view.inOffice ? 'office' : 'public')
  if (!told || (!told.heading && told.lines.length + told.texts.length === 0)) return null
  return (
    <Quote tone="neutral">
      {told.heading && (
        <p>
          <b>{told.heading}</b>
        </p>
      )}
      {told.lines.map((line) => (
        <p dir="auto">{line}</p>
      ))}
      {told.texts.map((words) => (
        <Prose text={words} />
      ))}
    </Quote>
  )
}
