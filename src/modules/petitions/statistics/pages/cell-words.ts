import { number } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { text } from '../text.ts'
import type { Cell } from '../told.ts'

/** `12`, `ít hơn 5`, `không nêu`. */
export function cellWords(lang: Lang, cell: Cell): string {
  return typeof cell === 'number' ? number(lang, cell) : text[lang].cell[cell]
}
