import type { CivilDate } from '../../../../shared/civil-date.ts'
import { longInstant, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Timeline } from '../../../../ui/index.ts'
import type { Entry } from '../../../history/index.ts'
import { otherEvents, otherRoles } from '../../history-words.ts'
import { figureText } from '../figure-text.ts'
import { text } from '../text.ts'
import type { TaskView } from '../view-task.ts'

/** What has happened, the newest first, with old and new values. */
export function TaskHistory({ lang, view }: { lang: Lang; view: Pick<TaskView, 'history' | 'unitNames'> }) {
  const { page, event, role, audience } = text[lang]
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{page.history}</h2>
      <Timeline
        items={view.history.toReversed().map((entry) => {
          const change = changeOf(lang, entry, view.unitNames)
          const words = Object.values(entry.words)
          return {
            title: event[entry.type] ?? otherEvents[lang][entry.type] ?? entry.type,
            when: `${longInstant(lang, entry.at)}${entry.actorRole ? `, ${role[entry.actorRole as keyof typeof role] ?? otherRoles[lang][entry.actorRole] ?? entry.actorRole}` : ''}${entry.audience === 'internal' ? ` · ${audience.internal}` : ''}`,
            children: (
              <>
                {change && <p>{change}</p>}
                {words.map((line) => (
                  <p>{line}</p>
                ))}
              </>
            ),
          }
        })}
      />
    </section>
  )
}

function changeOf(lang: Lang, { type, facts }: Entry, unitNames: ReadonlyMap<string, string>): string | null {
  const { page } = text[lang]
  const change = (from: string | null, to: string | null) => `${page.from} ${from ?? page.none} ${page.to} ${to ?? page.none}`
  const day = (value: unknown) => (typeof value === 'string' ? shortDate(value as CivilDate) : null)
  const figure = (value: unknown) => (typeof value === 'number' ? figureText(lang, value) : null)
  const unit = (value: unknown) => (typeof value === 'string' ? (unitNames.get(value) ?? value) : null)
  if (type === 'task.dueMoved') return change(day(facts['fromOn']), day(facts['toOn']))
  if (type === 'task.targetChanged') return change(figure(facts['from']), figure(facts['to']))
  if (type === 'task.ownerChanged' && facts['fromUnitId'] !== facts['toUnitId'])
    return change(unit(facts['fromUnitId']), unit(facts['toUnitId']))
  if (type === 'task.needsChanged' && Array.isArray(facts['needs'])) return facts['needs'].join(', ') || page.none
  return null
}
