import type { Lang } from '../../shared/lang.ts'
import type { Category } from './article.ts'
import { text } from './categories/text.ts'
import { inOrder } from './category-tree.ts'

/** Categories to choose from for an article: in order, the second level set off, hidden ones marked. */
export function categoryChoices(lang: Lang, all: readonly Category[]): { value: string; text: string }[] {
  return inOrder(all).map(({ id, name, parentId, hidden }) => ({
    value: id,
    text: `${parentId ? '– ' : ''}${name}${hidden ? ` (${text[lang].state.hidden.toLowerCase()})` : ''}`,
  }))
}
