import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { listUnits, type Scope } from '../../accounts/index.ts'
import { type Document, findDocument } from '../../documents/index.ts'
import { numberOf } from '../../letters/index.ts'
import type { Programme } from '../programme.ts'
import { isShown } from '../rules.ts'
import type { Task } from '../task.ts'
import { listPartners, listTasks } from '../task-repository.ts'

/** An item as its papers print it: agencies by name, nobody by name. */
export interface OutItem {
  task: Task
  lead: string
  partners: string
}

/** What the papers of a programme are made of. */
export interface Out {
  programme: Programme
  authority: string
  place: string
  /** Agency whose programme it is; null: the authority's own. */
  unit: string | null
  isDraft: boolean
  /** The paper that it is, where it was read from a published one of the issuer; its number and day are printed. */
  source: Source | null
  items: readonly OutItem[]
}

export interface Source {
  paper: 'plan' | 'programme'
  number: string
  symbol: string
  issuedOn: CivilDate | null
}

/** A plan read from another's paper (a resolution, the province's plan) is no such paper: it has no number yet. */
export function sourceOf(document: Document | undefined, issuer: string): Source | null {
  if (document?.status !== 'published' || document.issuer !== issuer || document.number === null) return null
  if (document.kind !== 'plan' && document.kind !== 'programme') return null
  const numbered = numberOf(document.kind, document.number)
  return numbered && { paper: document.kind, ...numbered, issuedOn: document.issuedOn }
}

/** "Thị xã Phước Long" → "Phước Long": a place is written by its own name, but for those named by a number. */
export function placeOf(name: string): string {
  return name.replace(/^(?:thành phố|thị xã|thị trấn|quận|huyện|phường|xã|tỉnh) (?!\d)/iu, '')
}

/** The items in order; of what is out, none that is still a draft. */
export async function loadOut(db: Db, scope: Scope, site: { name: string; shortName: string }, programme: Programme): Promise<Out> {
  const [tasks, units, document] = await Promise.all([
    listTasks(db, scope, programme.id),
    listUnits(db, scope),
    programme.documentId ? findDocument(db, scope, programme.documentId) : undefined,
  ])
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const shown = isShown(programme) ? tasks.filter(({ status }) => status !== 'draft') : tasks
  const partners = Map.groupBy(
    await listPartners(
      db,
      scope,
      shown.map(({ id }) => id),
    ),
    ({ taskId }) => taskId,
  )
  const unit = programme.kind === 'agency' ? nameOf(programme.unitId) : null
  return {
    programme,
    authority: site.name,
    place: placeOf(site.shortName),
    unit,
    source: sourceOf(document, unit ?? site.name),
    isDraft: !isShown(programme),
    items: shown.map((task) => ({
      task,
      lead: nameOf(task.unitId) || (task.leadWords ?? ''),
      partners: (partners.get(task.id) ?? []).map(({ unitId, words }) => nameOf(unitId) || words || '').join('; '),
    })),
  }
}
