import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import { type Actor, findPeople, type Scope } from '../accounts/index.ts'
import { type Entry, listHistory } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import { type KeptText, listTexts, newestTexts } from './item-repository.ts'
import { type Described, kindOf, type ModeratedKinds } from './kind.ts'
import { lifecycle, type ModerationAct } from './lifecycle.ts'
import { type Item, matterOf } from './moderation.ts'
import { rolesOn } from './rules.ts'

/** One line of the queue. */
export interface QueueRow {
  item: Item
  /** Null once erased. */
  body: string | null
  described: Described | null
}

export async function queueRows(db: Db, scope: Scope, kinds: ModeratedKinds, items: readonly Item[], lang: Lang): Promise<QueueRow[]> {
  const texts = await newestTexts(db, scope, items)
  const described = new Map<string, Described>()
  for (const [type, same] of Map.groupBy(items, (item) => item.subjectType)) {
    const kind = kindOf(kinds, { subjectType: type })
    for (const [id, one] of await kind.describe(db, scope, same, lang)) described.set(id, one)
  }
  return items.map((item) => ({ item, body: texts.get(item.id) ?? null, described: described.get(item.id) ?? null }))
}

export interface ItemView extends QueueRow {
  texts: KeptText[]
  history: Entry[]
  /** Names of the officers in the history. */
  people: ReadonlyMap<string, string>
  acts: ModerationAct[]
}

/** One item as an officer sees it. */
export async function viewItem(db: Db, scope: Scope, kinds: ModeratedKinds, item: Item, actor: Actor, lang: Lang): Promise<ItemView> {
  const [rows, texts, history] = await Promise.all([
    queueRows(db, scope, kinds, [item], lang),
    listTexts(db, scope, item.id),
    listHistory(db, scope, matterOf(item), ['public', 'filer', 'internal']),
  ])
  const officers = history.filter((entry) => entry.actorRole !== 'writer' && entry.actorId !== null).map((entry) => entry.actorId!)
  return {
    ...rows[0]!,
    texts,
    history,
    people: await findPeople(db, [...new Set(officers)]),
    acts: allowedActs(lifecycle, item, rolesOn(actor, false) ?? new Set()),
  }
}

export function itemJson({ item, body, described }: QueueRow) {
  return {
    id: item.id,
    kind: item.subjectType,
    about: { type: item.aboutType, id: item.aboutId, title: described?.about ?? null },
    author: described?.author ?? null,
    body,
    status: item.status,
    read: item.step === 'read',
    reason: item.reason,
    score: item.score,
    signals: item.signals,
    suspect: item.suspect,
    sentAt: instantText(item.sentAt),
    movedAt: instantText(item.movedAt),
    version: item.version,
  }
}

export function itemViewJson(view: ItemView) {
  return {
    ...itemJson(view),
    texts: view.texts.map(({ revision, body, sentAt }) => ({ revision, body, sentAt: instantText(sentAt) })),
    history: view.history.map(({ seq, type, at, actorRole, facts, words }) => ({
      seq,
      type,
      at: instantText(at),
      by: actorRole,
      facts,
      words: words['words'] ?? null,
    })),
    acts: view.acts,
  }
}
