import { instantText } from '../../../shared/civil-date.ts'
import { longInstant } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Section, Timeline } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { Category } from '../article.ts'
import { text } from './text.ts'

interface Props {
  lang: Lang
  history: readonly Entry[]
  people: ReadonlyMap<string, string>
  every: readonly Category[]
}

/** What happened to a category, newest first. */
export function CategoryHistory({ lang, history, people, every }: Props) {
  const words = text[lang]
  if (history.length === 0) return null
  const about = ({ facts }: Entry) => {
    const other = every.find(({ id }) => id === (facts['into'] ?? facts['from']))?.name
    const moved = typeof facts['articles'] === 'number' ? words.articles(facts['articles']) : null
    const address = facts['slugBefore'] && facts['slugBefore'] !== facts['slug'] ? `${facts['slugBefore']} → ${facts['slug']}` : null
    return [other, moved, address].filter(Boolean).join(' · ')
  }
  return (
    <Section title={words.history}>
      <Timeline
        items={history.toReversed().map((entry) => ({
          title: [words.event[entry.type] ?? entry.type, about(entry)].filter(Boolean).join(': '),
          when: [longInstant(lang, entry.at), entry.actorId && people.get(entry.actorId)].filter(Boolean).join(' · '),
          dateTime: instantText(entry.at),
        }))}
      />
    </Section>
  )
}
