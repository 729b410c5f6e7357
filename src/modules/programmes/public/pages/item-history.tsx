import { civilDateOf, instantText, isCivilDate } from '../../../../shared/civil-date.ts'
import { longInstant, number, shortDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { DataTable, Prose, Timeline } from '../../../../ui/index.ts'
import type { Entry } from '../../../history/index.ts'
import { otherEvents } from '../../history-words.ts'
import { text } from '../text.ts'

/** Facts of an entry that hold the old and the new value. */
const factsOf = {
  'task.dueMoved': ['fromOn', 'toOn'],
  'task.targetChanged': ['from', 'to'],
  'task.ownerChanged': ['fromUnitId', 'toUnitId'],
} as const
type Change = keyof typeof factsOf

const isChange = (type: string): type is Change => type in factsOf

/** Another person of the same agency: who is in charge by name stays in the office, and the promise is the agency's. */
const isWithinAgency = ({ type, facts }: Pick<Entry, 'type' | 'facts'>) =>
  type === 'task.ownerChanged' && facts['fromUnitId'] === facts['toUnitId']

interface Props {
  lang: Lang
  history: readonly Entry[]
}

/** What was promised and then moved: the old value and the reason stay for ever. */
export function Changes({ lang, history, unitNames }: Props & { unitNames: ReadonlyMap<string, string> }) {
  const t = text[lang].item
  const head = t.changesHead
  const shown = (type: Change, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t.noValue
    if (type === 'task.dueMoved' && isCivilDate(value)) return shortDate(value)
    if (type === 'task.targetChanged' && !Number.isNaN(Number(value))) return number(lang, Number(value))
    return unitNames.get(String(value)) ?? String(value)
  }
  const changes = history.flatMap(({ type, facts, words, at }) =>
    isChange(type) && !isWithinAgency({ type, facts }) ? [{ type, facts, words, at }] : [],
  )
  return (
    <>
      <h2 id="thay-doi">{t.changes}</h2>
      <DataTable
        caption={t.changes}
        captionHidden
        stack
        rowHeads
        empty={<p>{t.noChanges}</p>}
        head={[head.what, head.before, head.after, head.why, head.when].map((name) => ({ text: name }))}
        rows={changes.map(({ type, facts, words, at }) => {
          const [from, to] = factsOf[type]
          return {
            cells: [
              t.changed[type],
              <s>{shown(type, facts[from])}</s>,
              <b>{shown(type, facts[to])}</b>,
              words.reason ?? t.noReason,
              shortDate(civilDateOf(at)),
            ],
          }
        })}
      />
    </>
  )
}

/** Every public step, the newest first. */
export function History({ lang, history }: Props) {
  const { event, otherEvent, item } = text[lang]
  if (history.length === 0) return <p>{item.noHistory}</p>
  return (
    <Timeline
      items={history.toReversed().map(({ type, facts, at, words }) => ({
        title: isWithinAgency({ type, facts }) ? item.personChanged : (event[type] ?? otherEvents[lang][type] ?? otherEvent),
        when: longInstant(lang, at),
        dateTime: instantText(at),
        tone: type === 'task.confirmed' ? ('ok' as const) : undefined,
        children: <Words {...{ type, words }} />,
      }))}
    />
  )
}

/** Why, and of a report what the agency says was done; notes stand in a list of their own. */
function Words({ type, words }: Pick<Entry, 'type' | 'words'>) {
  const said = words['reason'] ?? (type === 'task.reported' ? words['words'] : undefined)
  return said === undefined ? null : <Prose text={said} />
}
