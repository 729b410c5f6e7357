import type { MenuPlace } from './menu.ts'

export const ORGANISATION = '/co-cau-to-chuc'
export const CONTACT = '/lien-he'
const MENUS = '/lam-viec/menu'
/** `dau` above, `cuoi` below. */
const placeNames: Readonly<Record<MenuPlace, string>> = { main: 'dau', footer: 'cuoi' }

export const menuPath = (place: MenuPlace) => `${MENUS}/${placeNames[place]}`
