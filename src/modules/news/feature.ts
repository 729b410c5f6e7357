import type { FastifyRequest } from 'fastify'
import type { Trx } from '../../platform/database.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import type { FileDeps } from '../files/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import type { Article, ArticleStatus } from './article.ts'
import { lockArticle, saveArticle } from './article-repository.ts'
import { labels } from './fields.ts'
import { type ArticleAct, type ArticleRole, lifecycle } from './lifecycle.ts'
import { countsFor, rolesOn } from './rules.ts'
import { keepInIndex } from './search-index.ts'
import type { ArticleSlots } from './slots.ts'

type ArticleFeature = Feature<Article, ArticleStatus, ArticleAct, ArticleRole, never>

/** Articles, as the runner of acts sees them. */
const feature: ArticleFeature = {
  type: 'article',
  lifecycle,
  acts,
  labels,
  lock: lockArticle,
  rolesOn: (caller, article) => rolesOn(caller.actor, article),
  save: saveArticle,
  // The law sets no time for an article.
  clockOf: () => null,
  counts: countsFor,
  // A page that comes or goes is in the menu, which every page shows.
  tags: (article) => (article.kind === 'page' && article.publishedAt ? ['*'] : tagsOf(article)),
  afterAct: (trx, scope, article, act) => keepInIndex(trx, scope, article, act),
}

/** Rendered pages that may show this article: its own, the lists, the front page; of a page its own and the map of the site. */
export function tagsOf({ id, kind }: Pick<Article, 'id' | 'kind'>): string[] {
  return kind === 'page' ? [`article:${id}`, 'pages'] : [`article:${id}`, 'news', 'home']
}

/** What the routes of the news are given by app.ts. */
export interface NewsOptions extends RunnerOptions {
  cache: RenderCache
  files: FileDeps
  publicUrl: string | null
  slots?: ArticleSlots
  /** Inside the transaction of each act: mails to subscribers and the like. */
  afterAct?: (trx: Trx, scope: Scope, article: Article, act: ArticleAct, now: Date) => Promise<void>
}

export type ActOptions = RunnerOptions & Pick<NewsOptions, 'afterAct'>

/** Does an act for a person; the same for the form, the API and the demonstration. */
export function actOn(
  options: ActOptions,
  request: Pick<FastifyRequest, 'scope'> & { actor: Actor | null },
  id: string,
  act: ArticleAct,
  input: unknown,
): Promise<Article> {
  const caller = { actor: request.actor, holdsSecret: () => false }
  return runAct(options, withNotices(options), { scope: request.scope, id, act, input, caller })
}

/** Publishes what is due, as the timetable and nobody else. */
export function publishAsTimetable(options: ActOptions, scope: Scope, id: string): Promise<Article> {
  const timetable: ArticleFeature = { ...withNotices(options), rolesOn: () => new Set(['timetable'] as const) }
  return runAct(options, timetable, { scope, id, act: 'publishDue', input: {}, caller: { actor: null, holdsSecret: () => false } })
}

function withNotices({ afterAct }: ActOptions): ArticleFeature {
  if (!afterAct) return feature
  return {
    ...feature,
    afterAct: async (trx, scope, article, act, now) => {
      await keepInIndex(trx, scope, article, act)
      await afterAct(trx, scope, article, act, now)
    },
  }
}
