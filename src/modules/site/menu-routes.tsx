import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole, type Scope } from '../accounts/index.ts'
import { type Menu, type MenuItem, type MenuPlace, type MenuTarget, menuPlaces } from './menu.ts'
import { labels, menuInput, rowsOf } from './menu-input.ts'
import { findMenus, type MenuFinder, resetMenu, saveMenu, type UnseenPages } from './menu-repository.ts'
import { MenuPage } from './pages/menu-page.tsx'
import { menuPath } from './paths.ts'
import { text } from './text.ts'

export interface MenuOptions {
  db: Db
  now: () => Date
  menus: MenuFinder
  /** The menu that comes with the software: what an editor begins from. */
  builtIn: Readonly<Record<MenuPlace, readonly MenuItem[]>>
  /** Pages that editors wrote and readers see: an entry may be chosen from them. */
  pages: (scope: Scope) => Promise<readonly MenuTarget[]>
  /** An entry that leads to one of these is not shown to readers. */
  unseen: UnseenPages
  /** Every page shows the menus: all kept pages are dropped. */
  dropAllPages: () => void
}

const editors = ['editor', 'administrator'] as const

/** `/lam-viec/menu/dau` and `/cuoi`: what stands in the head and the foot of every page. */
export async function menuRoutes(app: FastifyInstance, options: MenuOptions): Promise<void> {
  const { db, now } = options
  for (const place of menuPlaces) {
    const path = menuPath(place)

    app.get<{ Querystring: { xong?: unknown } }>(path, async (request, reply) => {
      requireRole(request, editors)
      return show(request, reply, place, { saved: request.query.xong !== undefined })
    })

    app.post<{ Body: Record<string, unknown> | undefined }>(path, async (request, reply) => {
      const actor = requireRole(request, editors)
      const form = request.body ?? {}
      const rows = rowsOf(form)
      try {
        const items = rows.map(({ order: _, ...row }) => row)
        const input = parseInput(menuInput(place), { version: form['version'], items }, labels)
        await db.transaction().execute((trx) => saveMenu(trx, request.scope, actor, { place, ...input }, now()))
      } catch (error) {
        return show(request, reply, place, { rows, refusal: refusalOf(request, error) })
      }
      return changed(request, reply, place)
    })

    app.post<{ Body: { version?: unknown } | undefined }>(`${path}/co-san`, async (request, reply) => {
      const actor = requireRole(request, editors)
      const version = Number(request.body?.version)
      if (!Number.isSafeInteger(version)) throw new DomainError('menu_changed', 409)
      await db.transaction().execute((trx) => resetMenu(trx, request.scope, actor, place, version))
      return changed(request, reply, place)
    })
  }

  function changed(request: FastifyRequest, reply: FastifyReply, place: MenuPlace) {
    options.menus.forget(request.scope)
    options.dropAllPages()
    return reply.redirect(localPath(request.lang, `${menuPath(place)}?xong=1`), 303)
  }

  interface Shown {
    rows?: readonly MenuItem[]
    refusal?: FormRefusal
    saved?: boolean
  }

  async function show(request: FastifyRequest, reply: FastifyReply, place: MenuPlace, { rows, refusal, saved }: Shown) {
    const pages = await options.pages(request.scope)
    const menu: Menu = (await findMenus(db, request.scope))[place] ?? { version: 0, items: options.builtIn[place] }
    const unseen = await options.unseen(
      request.scope,
      menu.items.map(({ href }) => href),
    )
    const { title, place: places } = text[request.lang].menu
    return sendPage(
      request,
      reply,
      { title: `${title}: ${places[place]}`, noindex: true, office: true, status: refusal?.status, islands: ['error-focus'] },
      <MenuPage
        lang={request.lang}
        csrf={request.csrfToken()}
        backHref={hasRole(request.actor, 'editor') ? '/lam-viec/tin-bai' : '/lam-viec/quan-tri'}
        place={place}
        menu={menu}
        pages={pages}
        unseen={unseen}
        rows={rows ?? menu.items}
        refusal={refusal}
        saved={saved}
      />,
    )
  }
}
