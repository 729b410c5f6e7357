import { fold } from '../../shared/vietnamese-text.ts'

const LONGEST = 60

/** `Theo bạn thông tin…` → `theo-ban-thong-tin`; cut between words. */
export function slugOf(question: string): string {
  const words = fold(question)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length >= LONGEST) break
    slug = slug === '' ? word : `${slug}-${word}`
  }
  return slug || 'tham-do'
}
