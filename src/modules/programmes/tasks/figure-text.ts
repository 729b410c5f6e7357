import { number } from '../../../shared/format.ts'
import type { Lang } from '../../../shared/lang.ts'

/** A kept figure as people write it: `95.5000` is "95,5". */
export const figureText = (lang: Lang, figure: string | number) => number(lang, Number(figure))
