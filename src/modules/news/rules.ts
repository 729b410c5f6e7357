import { type PersonalKind, personalDataIn } from '../../shared/privacy-guard.ts'
import { type Actor, hasRole, officeRoles } from '../accounts/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import type { Count } from '../tallies/index.ts'
import type { Article, ArticleContent } from './article.ts'
import { type Block, plainText } from './document.ts'
import { type ArticleAct, type ArticleRole, lifecycle } from './lifecycle.ts'

/** Who reads every article in the office. */
export const readers = ['editor', 'unitHead', 'chairman', 'auditor'] as const

/** Who sets how the newsroom works. */
export const ruleSetters = ['chairman', 'administrator'] as const

/** Roles that somebody has towards an article; null hides it: what is not published exists for the office alone. */
export function rolesOn(actor: Actor | null, article: Pick<Article, 'status' | 'fourEyes' | 'editedBy'>): Set<ArticleRole> | null {
  const roles = new Set<ArticleRole>(readers.filter((role) => hasRole(actor, role)))
  if (roles.size > 0 && article.fourEyes) {
    roles.add('corrector')
    if (article.editedBy === actor?.personId) roles.add('writer')
  }
  return roles.size > 0 || hasRole(actor, ...officeRoles) || article.status === 'published' ? roles : null
}

/** What somebody with these roles may do now; a page is not rated. */
export function actsNow(article: Pick<Article, 'kind' | 'status'>, roles: ReadonlySet<ArticleRole>): ArticleAct[] {
  return allowedActs(lifecycle, article, roles).filter((act) => act !== 'setRatings' || article.kind === 'article')
}

/** Names of the counts below. */
export const countedNames = ['article.status', 'article.published'] as const

/** Pages are counted with all, and apart: how many are news is the difference. */
export function countsFor({
  kind,
  status,
  publishedAt,
  categoryId,
}: Pick<Article, 'kind' | 'status' | 'publishedAt' | 'categoryId'>): Count[] {
  const counts = [{ name: 'article.status', owner: 'all', bucket: status as string }]
  if (kind === 'page') return [...counts, { name: 'article.status', owner: 'page', bucket: status }]
  return status === 'published' && publishedAt
    ? [...counts, { name: 'article.published', owner: 'all', bucket: categoryId ?? 'none' }]
    : counts
}

/** What looks like data of people in a text: a question to whoever shows it, never a decision. */
export function personalFindings({ title, lead, body }: ArticleContent): { kind: PersonalKind; words: string }[] {
  const text = [title, lead ?? '', plainText(body)].join('\n\n')
  return personalDataIn(text).map(({ kind, start, end }) => ({ kind, words: text.slice(start, end) }))
}

/** What keeps an article from being shown to readers; codes, each with its sentence. */
export function* unready(content: ArticleContent): Generator<'body_missing' | 'picture_without_words'> {
  if (content.body.content.length === 0) yield 'body_missing'
  if (content.body.content.some((block: Block) => block.type === 'image' && block.attrs.alt.trim() === '')) yield 'picture_without_words'
}
