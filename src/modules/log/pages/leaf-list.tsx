import { instantText } from '../../../shared/civil-date.ts'
import { longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Timeline, type TimelineItem } from '../../../ui/index.ts'
import type { LoggedLeaf } from '../list-leaves.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { eventName, factLines, type LeafNames } from '../told.ts'

/** A matter that everybody may open. */
export interface NamedMatter {
  text: string
  href: string
}

export interface LeafListProps {
  lang: Lang
  leaves: readonly LoggedLeaf[]
  names: LeafNames
  /** Public matters by `type:id`. */
  matters: ReadonlyMap<string, NamedMatter>
  /** Roles by their name in the code. */
  roles: Readonly<Record<string, string>>
}

export const matterKey = ({ type, id }: { type: string; id: string }) => `${type}:${id}`

/** Lines of the log, each with its place, its matter and what it says. */
export function LeafList({ lang, leaves, names, matters, roles }: LeafListProps) {
  const words = text[lang]
  const items = leaves.map(({ position, leaf }): TimelineItem => {
    const at = new Date(leaf.at)
    const matter = matters.get(matterKey(leaf.matter))
    const by = leaf.role && roles[leaf.role]
    return {
      title: eventName(leaf, names),
      when: [longInstant(lang, at), by].filter(Boolean).join(' · '),
      dateTime: instantText(at),
      children: (
        <>
          {matter && (
            <p>
              <a href={localPath(lang, matter.href)} dir="auto">
                {matter.text}
              </a>
            </p>
          )}
          {!matter && leaf.matter.type === 'petition' && <p class="muted">{words.leaf.hiddenCase}</p>}
          {factLines(lang, leaf, names).map((line) => (
            <p class="small">{line}</p>
          ))}
          <p class="small">
            <a href={localPath(lang, paths.leaf(position))}>{words.leaf.number(number(lang, position))}</a>
          </p>
        </>
      ),
    }
  })
  return <Timeline items={items} />
}

/** How long ago, in the largest whole measure. */
export function ageWords(lang: Lang, from: Date, now: Date): string {
  const { ages } = text[lang]
  const minutes = Math.floor((now.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return ages.now
  if (minutes < 60) return ages.minutes(minutes)
  return minutes < 48 * 60 ? ages.hours(Math.floor(minutes / 60)) : ages.days(Math.floor(minutes / 1440))
}
