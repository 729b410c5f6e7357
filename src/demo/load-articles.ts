import { type DemoArticle, type DemoDay, type DemoStep, demoArticles, demoCategories } from '../../db/demo/articles.ts'
import { demoPages } from '../../db/demo/pages.ts'
import type { Actor, Scope } from '../modules/accounts/index.ts'
import { builtInMenus } from '../modules/home/index.ts'
import { type Article, actOnArticle, createArticle, ensureCategory, findArticle, newsPaths, parseMarkup } from '../modules/news/index.ts'
import { findMenus, saveMenu } from '../modules/site/index.ts'
import type { Db } from '../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../shared/civil-date.ts'
import { demoToken } from './demo-token.ts'

export interface ArticleOptions {
  db: Db
  appKey: Buffer
  now: Date
}

/** The articles of the town, the seed's first, by the acts that editors use. Safe to run again: nothing is made twice. */
export async function loadArticles(options: ArticleOptions, scope: Scope, people: ReadonlyMap<string, Actor>): Promise<void> {
  const categories = new Map<string, string>()
  for (const [sort, name] of demoCategories.entries()) {
    const category = await options.db.transaction().execute((trx) => ensureCategory(trx, scope, { name, sort }))
    categories.set(name, category.id)
  }
  for (const data of demoArticles)
    await loadArticle(options, scope, people, { ...data, kind: 'article', category: categories.get(data.category)! })
}

/** The office's own pages, and in the head menu the way to them, after the front page. */
export async function loadPages(options: ArticleOptions, scope: Scope, people: ReadonlyMap<string, Actor>): Promise<void> {
  const plain = { kind: 'page', category: null, tags: [], author: null, source: null } as const
  const entries = []
  for (const data of demoPages) {
    const page = await loadArticle(options, scope, people, { ...data, ...plain })
    if (page?.status === 'published') entries.push({ label: data.title, labelEn: data.titleEn, href: newsPaths.shown(page) })
  }
  if (entries.length === 0 || (await findMenus(options.db, scope)).main) return
  const items = builtInMenus.main.toSpliced(1, 0, ...entries)
  await options.db
    .transaction()
    .execute((trx) => saveMenu(trx, scope, people.get('tuyet')!, { place: 'main', version: 0, items }, options.now))
}

/** What the page of 2017 counted when it was saved. */
export const seedViews = 181

/** The page of 2017 as the matter that it is here. */
export function seedArticle(appKey: Buffer) {
  return { type: 'article', id: demoToken(appKey, 'article:seed') }
}

type Loaded = Omit<DemoArticle, 'category' | 'tags' | 'author' | 'source'> &
  Pick<Article, 'kind' | 'author' | 'source'> & { category: string | null; tags: readonly string[] }

/** @returns it as it is now; undefined while its first step lies ahead */
async function loadArticle(
  options: ArticleOptions,
  scope: Scope,
  people: ReadonlyMap<string, Actor>,
  data: Loaded,
): Promise<Article | undefined> {
  const id = demoToken(options.appKey, `article:${data.key}`)
  let article = await findArticle(options.db, scope, id)
  // Each act adds one to the version: those already done are not done again.
  for (const step of data.steps.slice(article?.version ?? 0)) {
    const now = instantOf(options.now, step.on, step.at)
    // What would lie in the future of a town that is loaded early in the morning is left out.
    if (now > options.now) return article
    const acting = { db: options.db, now: () => now, dropPages: () => undefined }
    const actor = people.get(step.by)!
    article =
      step.act === 'create'
        ? await createArticle(acting, scope, actor, { kind: data.kind, title: data.title, categoryId: data.category }, id)
        : await actOnArticle(acting, { scope, actor }, id, step.act, inputOf(options.now, data, step, article))
  }
  return article
}

function inputOf(now: Date, data: Loaded, step: DemoStep, article: Article | undefined): Record<string, unknown> {
  const { title, lead, category, tags, author, source } = data
  const body = parseMarkup((step.body ?? data.body).join('\n\n'), { type: 'doc', content: [] })
  const content = { title, lead, categoryId: category, tags, author, source, body, edition: article?.edition }
  if (step.act === 'save') return content
  if (step.act === 'revise') return { ...content, reason: step.reason }
  if (step.act === 'schedule') return { at: instantOf(now, { daysAgo: -step.inDays! }, step.time!).toISOString() }
  return step.reason ? { reason: step.reason } : {}
}

function instantOf(now: Date, day: DemoDay, time: string): Date {
  const on = typeof day === 'string' ? (day as CivilDate) : addDays(civilDateOf(now), -day.daysAgo)
  return new Date(`${on}T${time}:00+07:00`)
}
