import type { Lang } from '../../shared/lang.ts'

export const menuPlaces = ['main', 'footer'] as const
export type MenuPlace = (typeof menuPlaces)[number]

/** Most entries of a menu: more do not stand in a head or a foot. */
export const MOST_ITEMS: Readonly<Record<MenuPlace, number>> = { main: 10, footer: 12 }

export interface MenuItem {
  label: string
  /** Null: the Vietnamese label. */
  labelEn: string | null
  /** A Vietnamese path of ours, or a web address. */
  href: string
}

/** A page that an editor wrote: an entry may be chosen from these. */
export interface MenuTarget {
  title: string
  /** Vietnamese path. */
  href: string
}

export interface Menu {
  /** Of the row; 0 while the menu is the one that comes with the software. */
  version: number
  items: readonly MenuItem[]
}

export type SiteMenus = Readonly<Partial<Record<MenuPlace, Menu>>>

export const labelOf = (item: MenuItem, lang: Lang) => (lang === 'en' && item.labelEn ? item.labelEn : item.label)

/** One of our own pages; its address has the reader's language put before it. */
export const isOurs = (href: string) => href.startsWith('/')
