import type { Passage } from '../../documents/index.ts'
import { sayingOf } from '../rules.ts'
import type { Slim } from './views.ts'

/** How far the chain of a sentence has come: as far as the weakest of its items. */
export const reaches = ['sentence', 'item', 'evidence', 'disputed', 'agreed'] as const
export type Reach = (typeof reaches)[number]

/** What the page of a trace lists: both ways whole, and what hangs loose. */
export const traceViews = ['sentences', 'items', 'bareSentences', 'bareItems', 'unjudged', 'rootless'] as const
export type TraceView = (typeof traceViews)[number]

export interface SentenceRow {
  passage: Passage
  items: readonly Slim[]
  reach: Reach
}

export interface ItemRow {
  item: Slim
  sentences: readonly Passage[]
}

export interface Trace {
  sentences: readonly SentenceRow[]
  items: readonly ItemRow[]
}

const isKept = ({ status }: Slim) => status !== 'cancelled'
const isJudged = (item: Slim) => sayingOf(item) !== 'none'

/** What asks for work: no heading, and no clause, which is letterhead, title, a line that leads to others, recipients or signature. */
const isSaid = ({ kind }: Passage) => kind === 'sentence' || kind === 'cell'

/** What an item is shown by: itself, and of a goal what serves it. */
function shownBy(item: Slim, serving: ReadonlyMap<string, readonly Slim[]>): readonly Slim[] {
  return item.kind === 'objective' ? (serving.get(item.id) ?? []) : [item]
}

function reachOf(items: readonly Slim[], serving: ReadonlyMap<string, readonly Slim[]>): Reach {
  if (items.length === 0) return 'sentence'
  const shown = items.flatMap((item) => shownBy(item, serving)).filter(isKept)
  if (shown.length === 0 || shown.some(({ evidence }) => evidence === 0)) return 'item'
  if (!shown.every(isJudged)) return 'evidence'
  return shown.some((item) => sayingOf(item) === 'disputed') ? 'disputed' : 'agreed'
}

/**
 * Ties the sentences of a paper to the items that come from them. `anchors` are of these items; `elsewhere` names items of other programmes
 * for sentences that no item of this one comes from.
 */
export function traceOf(
  passages: readonly Passage[],
  items: readonly Slim[],
  anchors: readonly { taskId: string; anchorId: string }[],
  elsewhere: ReadonlyMap<string, readonly Slim[]>,
): Trace {
  const byId = new Map(items.map((item) => [item.id, item]))
  const serving = Map.groupBy(
    items.filter(({ goalId }) => goalId !== null),
    ({ goalId }) => goalId!,
  )
  const itemsOf = new Map<string, Slim[]>()
  const anchorsOf = new Map<string, Set<string>>()
  for (const { taskId, anchorId } of anchors) {
    const item = byId.get(taskId)
    if (!item) continue
    itemsOf.set(anchorId, [...(itemsOf.get(anchorId) ?? []), item])
    anchorsOf.set(taskId, (anchorsOf.get(taskId) ?? new Set()).add(anchorId))
  }
  const passageOf = new Map(passages.map((passage) => [passage.anchorId, passage]))
  return {
    sentences: passages.flatMap((passage): SentenceRow[] => {
      const own = itemsOf.get(passage.anchorId) ?? elsewhere.get(passage.anchorId) ?? []
      return own.length > 0 || isSaid(passage) ? [{ passage, items: own, reach: reachOf(own, serving) }] : []
    }),
    items: items.map((item) => ({
      item,
      sentences: [...(anchorsOf.get(item.id) ?? [])].flatMap((anchorId) => passageOf.get(anchorId) ?? []),
    })),
  }
}

/** Rows of a view, in order; what hangs loose is listed where it hangs. */
export function rowsOf(trace: Trace, view: TraceView): { sentences: readonly SentenceRow[] } | { items: readonly ItemRow[] } {
  switch (view) {
    case 'sentences':
      return { sentences: trace.sentences }
    case 'bareSentences':
      return { sentences: trace.sentences.filter(({ reach }) => reach === 'sentence') }
    case 'items':
      return { items: trace.items }
    case 'bareItems':
      return { items: trace.items.filter(({ item }) => isKept(item) && item.kind !== 'objective' && item.evidence === 0) }
    case 'unjudged':
      return { items: trace.items.filter(({ item }) => isKept(item) && item.kind !== 'objective' && item.evidence > 0 && !isJudged(item)) }
    case 'rootless':
      return { items: trace.items.filter(({ item, sentences }) => isKept(item) && item.carriesId === null && sentences.length === 0) }
  }
}

export function countOf(trace: Trace, view: TraceView): number {
  const rows = rowsOf(trace, view)
  return 'sentences' in rows ? rows.sentences.length : rows.items.length
}
