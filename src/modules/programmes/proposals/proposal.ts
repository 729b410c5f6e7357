import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Passage } from '../../documents/index.ts'
import type { ItemKind, ReadPlan, Recurrence, UnreadBecause } from '../reading/plan.ts'

/** A sentence of a paper as something to be done, waiting for an officer. */
export interface Proposal {
  /** Order in the paper, from 1. */
  place: number
  kind: ItemKind
  title: string
  /** Agencies by name; partners are parted by a semicolon. */
  lead: string | null
  partners: string | null
  dueWords: string | null
  dueOn: CivilDate | null
  every: Recurrence | null
  path: string
  sentence: string
  anchorId: string | null
  /** 0 to 1; null: not understood, `because` says why. */
  sure: number | null
  because: UnreadBecause | null
  ticked: boolean
  /** It goes into the item before it. */
  joined: boolean
  takenOn: CivilDate | null
}

/** From here on a proposal is ticked beforehand. */
const SURE = 0.5

/** What was read, in the order of the paper, what was not understood among it; each with the anchor of its sentence. */
export function proposalsOf({ items, unread }: Pick<ReadPlan, 'items' | 'unread'>, passages: readonly Passage[]): Proposal[] {
  const byPath = new Map(passages.map((passage) => [passage.path, passage]))
  const byText = new Map(passages.map((passage) => [passage.text, passage]))
  const passageOf = (path: string, text: string) => byPath.get(path) ?? byText.get(text)
  const read = items.map((item) => ({ ...item, path: item.sentence.path, sentence: item.sentence.text, because: null }))
  const rest = unread.map(({ text, path, because }) => ({
    kind: 'task' as const,
    text,
    lead: null,
    partners: [],
    due: null,
    path,
    sentence: text,
    sure: null,
    because,
  }))
  const all = [...read, ...rest].map((one) => ({ ...one, passage: passageOf(one.path, one.sentence) }))
  const placeOf = (one: (typeof all)[number]) => one.passage?.place ?? Number.MAX_SAFE_INTEGER
  return all
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(({ kind, text, lead, partners, due, path, sentence, sure, because, passage }, i) => ({
      place: i + 1,
      kind,
      title: text,
      lead,
      partners: partners.length > 0 ? partners.join('; ') : null,
      dueWords: due?.text ?? null,
      dueOn: due?.on ?? null,
      every: due?.every ?? null,
      path,
      sentence,
      anchorId: passage?.anchorId ?? null,
      sure,
      because,
      ticked: sure !== null && sure >= SURE,
      joined: false,
      takenOn: null,
    }))
}
