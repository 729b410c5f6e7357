import type { Category } from './article.ts'

/** Two levels in the order of the office: each category of the first level, below it its own. Merged ones are left out. */
export function inOrder(all: readonly Category[]): Category[] {
  const live = all.filter(({ mergedInto }) => mergedInto === null).toSorted(bySort)
  return live.filter(({ parentId }) => parentId === null).flatMap((top) => [top, ...live.filter(({ parentId }) => parentId === top.id)])
}

/** What readers are offered: neither hidden nor below a hidden one. */
export function shownCategories(all: readonly Category[]): Category[] {
  const hidden = new Set(all.filter((category) => category.hidden).map(({ id }) => id))
  return inOrder(all).filter(({ id, parentId }) => !hidden.has(id) && !(parentId && hidden.has(parentId)))
}

/** A category and what is below it: an article of either is in it. */
export function withBelow(all: readonly Category[], { id }: Pick<Category, 'id'>): string[] {
  return [id, ...inOrder(all).flatMap((category) => (category.parentId === id ? [category.id] : []))]
}

/** Into what a category was merged; itself where it was not. */
export function liveOf(all: readonly Category[], id: string): Category | undefined {
  const found = all.find((category) => category.id === id)
  return found?.mergedInto ? all.find((category) => category.id === found.mergedInto) : found
}

function bySort(a: Category, b: Category): number {
  return a.sort - b.sort || (a.slug < b.slug ? -1 : 1)
}
