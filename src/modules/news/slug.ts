import * as slugs from '../../shared/slug.ts'

/** `Lịch tiếp công dân tháng 3` → `lich-tiep-cong-dan-thang-3`. */
export const slugOf = (title: string): string => slugs.slugOf(title, { longest: 80, nameless: 'bai-viet' })

/** The addresses to try for a title, one after another. */
export const slugChoices = (title: string, id: string): string[] => slugs.slugChoices(slugOf(title), id)
