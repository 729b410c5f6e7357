import type { Db, Trx } from '../../platform/database.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import type { Menu, MenuItem, MenuPlace, SiteMenus } from './menu.ts'
import './site.table.ts'

/** The menus that an editor made; a place without one has that of the software. */
export async function findMenus(db: Db, scope: Scope): Promise<SiteMenus> {
  const rows = await db
    .selectFrom('site_menus')
    .select(['place', 'version', 'items'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('place')
    .execute()
  return Object.fromEntries(rows.map(({ place, version, items }) => [place, { version, items }]))
}

interface MenuChange {
  place: MenuPlace
  /** That the editor saw; 0: the menu of the software. */
  version: number
  items: readonly MenuItem[]
}

/**
 * Puts a menu in place of the one that the editor saw.
 * @throws DomainError menu_changed 409 when somebody else was quicker
 */
export async function saveMenu(trx: Trx, scope: Scope, actor: Actor, change: MenuChange, at: Date): Promise<void> {
  const { place, version, items } = change
  const row = { items: JSON.stringify(items), changed_by: actor.personId, changed_at: at }
  const saved =
    version === 0
      ? await trx
          .insertInto('site_menus')
          .values({ authority_id: scope.authorityId, place, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await trx
          .updateTable('site_menus')
          .set({ ...row, version: version + 1 })
          .where('authority_id', '=', scope.authorityId)
          .where('place', '=', place)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst()
  if (!saved) throw new DomainError('menu_changed', 409)
  await audit(trx, scope, actor, 'menu.changed', null, { place, version: saved.version, items: items.length })
}

/**
 * Back to the menu of the software.
 * @throws DomainError menu_changed 409 when somebody else was quicker
 */
export async function resetMenu(trx: Trx, scope: Scope, actor: Actor, place: MenuPlace, version: number): Promise<void> {
  const gone = await trx
    .deleteFrom('site_menus')
    .where('authority_id', '=', scope.authorityId)
    .where('place', '=', place)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!gone) throw new DomainError('menu_changed', 409)
  await audit(trx, scope, actor, 'menu.reset', null, { place, version })
}

/** How long a process may show a menu of before. */
const FRESH_MS = 5_000

/** Which of these addresses lead to what readers do not see now. */
export type UnseenPages = (scope: Scope, hrefs: readonly string[]) => Promise<ReadonlySet<string>>

async function findShownMenus(db: Db, scope: Scope, unseen: UnseenPages): Promise<SiteMenus> {
  const menus = await findMenus(db, scope)
  const gone = await unseen(
    scope,
    Object.values(menus).flatMap(({ items }) => items.map(({ href }) => href)),
  )
  const shown = ({ version, items }: Menu) => ({ version, items: items.filter(({ href }) => !gone.has(href)) })
  return Object.fromEntries(Object.entries(menus).map(([place, menu]) => [place, shown(menu)]))
}

/** Menus by authority as readers see them, from memory for a few seconds: they stand on every page. `forget` after a change in this process. */
export function menuFinder(db: Db, unseen: UnseenPages, now: () => number = Date.now) {
  const kept = new Map<number, { at: number; menus: Promise<SiteMenus> }>()
  return {
    of(scope: Scope): Promise<SiteMenus> {
      const known = kept.get(scope.authorityId)
      if (known && now() - known.at <= FRESH_MS) return known.menus
      const menus = findShownMenus(db, scope, unseen)
      kept.set(scope.authorityId, { at: now(), menus })
      // A failed read is not remembered.
      menus.catch(() => kept.delete(scope.authorityId))
      return menus
    },
    forget: ({ authorityId }: Scope) => kept.delete(authorityId),
  }
}

export type MenuFinder = ReturnType<typeof menuFinder>
