import { fold } from './vietnamese-text.ts'

/** `Lịch tiếp công dân tháng 3` → `lich-tiep-cong-dan-thang-3`; cut between words; `nameless` where nothing is left. */
export function slugOf(title: string, { longest, nameless }: { longest: number; nameless: string }): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= longest) return words || nameless
  const cut = words.slice(0, longest + 1)
  const lastWord = cut.lastIndexOf('-')
  return lastWord > 0 ? cut.slice(0, lastWord) : words.slice(0, longest)
}

/** The addresses to try one after another: `tin`, `tin-2` … `tin-9`, and one that nobody else can want. */
export function slugChoices(slug: string, id: string): string[] {
  return [slug, ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${slug}-${n}`), `${slug}-${id.slice(-12)}`]
}
