import { fold } from '../../shared/vietnamese-text.ts'

/** Longest address made of a title, letters; cut between words. */
const LONGEST = 80
const NAMELESS = 'bai-viet'

/** `Lịch tiếp công dân tháng 3` → `lich-tiep-cong-dan-thang-3`. */
export function slugOf(title: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= LONGEST) return words || NAMELESS
  const cut = words.slice(0, LONGEST + 1)
  const lastWord = cut.lastIndexOf('-')
  return lastWord > 0 ? cut.slice(0, lastWord) : words.slice(0, LONGEST)
}

/** The addresses to try for a title, one after another: `tin`, `tin-2` … `tin-9`, and one that nobody else can want. */
export function slugChoices(title: string, id: string): string[] {
  const slug = slugOf(title)
  return [slug, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${slug}-${n}`), `${slug}-${id.slice(-12)}`]
}
