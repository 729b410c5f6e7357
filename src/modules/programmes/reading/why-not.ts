import { agenciesIn } from './agencies.ts'
import type { UnreadBecause } from './plan.ts'
import { beginsWithAction, type Section, words } from './sections.ts'

/** Why a sentence sets out nothing; null where it may. */
export function whyNot(sentence: string, section: Section | null): UnreadBecause | null {
  if (words(sentence) < 3) return 'too-short'
  if (!section?.kind && /^(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s/u.test(sentence)) return 'basis'
  if (!section && /^(?:Thực hiện|Triển khai|Nhằm|Để)\s[^.]*(?:ban hành|xây dựng|triển khai)[^.]*(?:kế hoạch|chương trình)/iu.test(sentence))
    return 'basis'
  if (!section && /^Thực hiện (?:Nghị quyết|Kế hoạch|Chỉ thị|Công văn|Quyết định|Chương trình|Kết luận)\s/u.test(sentence)) return 'basis'
  if (/(?:ban hành|xây dựng) (?:Kế hoạch|Chương trình|Đề án|Phương án)[^.]*(?:như sau|sau đây)\s*[:.]?$/iu.test(sentence)) return 'basis'
  if (
    /(?:tại|theo|trong) (?:các )?(?:Phụ lục|Biểu|Danh mục|bảng)[^.]*(?:kèm theo|đính kèm|sau đây|dưới đây)/iu.test(sentence) &&
    words(sentence) < 20
  )
    return 'introduction'
  if (/^\((?:Ban hành |Đính )?kèm theo\s/iu.test(sentence)) return 'introduction'
  if (isClosing(sentence)) return 'closing'
  // Says what comes of doing it, not that it is to be done.
  if (!section && /không chỉ (?:góp phần|là)/iu.test(sentence)) return 'introduction'
  if (!section || section.kind) return null
  // Money that somebody is named for is to be found by him.
  const isDuty = section.because === 'funding' && beginsWithAction(sentence) && agenciesIn(sentence).lead !== null
  return isDuty ? null : (section.because ?? 'introduction')
}

const isClosing = (sentence: string) =>
  /chịu trách nhiệm (?:thi hành|thực hiện) (?:Quyết định|Kế hoạch|Chương trình|Nghị quyết|Chỉ thị) này/iu.test(sentence) ||
  /^Trong quá trình (?:tổ chức |triển khai )*thực hiện[^.]*(?:nếu có|có (?:khó khăn|vướng mắc|vấn đề)|phát sinh)/iu.test(sentence) ||
  /^(?:Nhận được|Yêu cầu|Đề nghị)[^.]*(?:nghiêm túc|khẩn trương)?[^.]*(?:triển khai|thực hiện)[^.]*(?:Kế hoạch|Chương trình) này/iu.test(
    sentence,
  )
