import type { FastifyPluginAsync } from 'fastify'
import { type MenuOptions, menuRoutes } from './menu-routes.tsx'
import { type PublicOptions, publicRoutes } from './public-routes.tsx'
import './site.table.ts'

/** Pages that the office’s own data make, and the menus that an editor changes. */
export const siteRoutes: FastifyPluginAsync<MenuOptions & PublicOptions> = async (app, options) => {
  await publicRoutes(app, options)
  await menuRoutes(app, options)
}

export { isOurs, labelOf, type MenuItem, type MenuPlace, type SiteMenus } from './menu.ts'
export { findMenus, menuFinder, saveMenu } from './menu-repository.ts'
export { text as siteText } from './text.ts'
