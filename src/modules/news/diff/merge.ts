import type { ArticleContent } from '../article.ts'
import type { Block } from '../document.ts'
import { matches } from './match.ts'

/**
 * Both people's changes of one base, when they changed different parts: fields one by one, the text block by block.
 * @returns null when the same part was changed in two ways
 */
export function mergeContent(base: ArticleContent, mine: ArticleContent, theirs: ArticleContent): ArticleContent | null {
  const fields = ['title', 'lead', 'categoryId', 'tags', 'author', 'source'] as const
  const merged: Record<string, unknown> = {}
  for (const field of fields) {
    const value = mergeField(base[field], mine[field], theirs[field])
    if (value === undefined) return null
    merged[field] = value
  }
  const blocks = mergeBlocks(base.body.content, mine.body.content, theirs.body.content)
  return blocks && ({ ...merged, body: { type: 'doc', content: blocks } } as unknown as ArticleContent)
}

const same = (a: unknown, b: unknown) => keyOf(a) === keyOf(b)

/** Independent of the order of keys: a database gives them back in its own. */
export function keyOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${JSON.stringify(name)}:${keyOf(part)}`)
    .join()}}`
}

function mergeField<T>(base: T, mine: T, theirs: T): T | undefined {
  if (same(mine, theirs) || same(mine, base)) return theirs
  return same(theirs, base) ? mine : undefined
}

/** A run of base blocks `from`–`to` that somebody replaced. */
interface Change {
  from: number
  to: number
  blocks: readonly Block[]
}

function changesOf(base: readonly Block[], changed: readonly Block[]): Change[] {
  const pairs = [...matches(base.map(keyOf), changed.map(keyOf)), [base.length, changed.length] as const]
  const changes: Change[] = []
  let a = 0
  let b = 0
  for (const [i, j] of pairs) {
    if (i > a || j > b) changes.push({ from: a, to: i, blocks: changed.slice(b, j) })
    a = i + 1
    b = j + 1
  }
  return changes
}

/** Changes that touch each other are one dispute: nobody knows which of two neighbours comes first. */
const touch = (a: Change, b: Change) => a.from <= b.to && b.from <= a.to

function mergeBlocks(base: readonly Block[], mine: readonly Block[], theirs: readonly Block[]): Block[] | null {
  const ours = changesOf(base, mine)
  const others = changesOf(base, theirs)
  const agreed = (one: Change) => others.some((other) => other.from === one.from && other.to === one.to && same(other.blocks, one.blocks))
  const own = ours.filter((one) => !agreed(one))
  if (own.some((one) => others.some((other) => touch(one, other)))) return null
  const merged: Block[] = []
  let at = 0
  for (const { from, to, blocks } of [...own, ...others].toSorted((a, b) => a.from - b.from)) {
    merged.push(...base.slice(at, from), ...blocks)
    at = to
  }
  return [...merged, ...base.slice(at)]
}
