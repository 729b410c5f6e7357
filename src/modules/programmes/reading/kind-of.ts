import type { ItemKind } from './plan.ts'
import { beginsWithAction, hasFigure, type Section, words } from './sections.ts'

/** What a sentence sets out, and how sure that is; null: nothing. `isOwned`: it names who, or by when. */
export function kindOf(
  sentence: string,
  section: Section | null,
  action: boolean,
  isOwned: boolean,
): { kind: ItemKind; sure: number } | null {
  const isTarget =
    hasFigure(sentence) &&
    /^(?:phấn đấu|tỷ lệ|tỉ lệ|trên|ít nhất|tối thiểu|mỗi|số|mức|\d|bình quân|giữ|đạt|có|hằng năm|hàng năm|đến)/iu.test(sentence)
  if (!section?.kind) return kindWithoutSection(sentence, action, isOwned)
  if (section.kind === 'objective') return { kind: hasFigure(sentence) ? 'target' : 'objective', sure: section.sure }
  if (section.kind === 'task' && isTarget && !action) return { kind: 'target', sure: 0.85 }
  return { kind: section.kind, sure: action ? section.sure : section.sure - 0.15 }
}

/** Running text: the sentence itself says what it is, or begins as a thing to be done does. */
function kindWithoutSection(sentence: string, action: boolean, isOwned: boolean): { kind: ItemKind; sure: number } | null {
  if (/(?:^|\s)mục tiêu[^.]*?(?:\slà\s|:)/iu.test(sentence)) return { kind: 'objective', sure: 0.6 }
  if (/(?:^|\s)giải pháp[^.]*?\slà\s/iu.test(sentence)) return { kind: 'measure', sure: 0.6 }
  if (/(?:^|\s)nhiệm vụ[^.]*?\slà\s/iu.test(sentence)) return { kind: 'task', sure: 0.6 }
  if (action && isOwned) return { kind: 'task', sure: 0.7 }
  if (beginsWithAction(sentence)) return { kind: 'task', sure: 0.5 }
  return /\s(?:phải|cần)\s/u.test(sentence) && words(sentence) > 8 ? { kind: 'task', sure: 0.5 } : null
}
