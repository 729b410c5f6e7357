import type { Db, Trx } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/input.ts'
import { newId } from '../../shared/ids.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { recount } from '../tallies/index.ts'
import { type Article, matterOf } from './article.ts'
import { insertArticle, insertEdition } from './article-repository.ts'
import { emptyDocument } from './document.ts'
import { labels, NewArticle } from './fields.ts'
import { categoryFor, requirePlain } from './keep-edition.ts'
import { countsFor } from './rules.ts'
import { wantsFourEyes } from './settings.ts'
import { takeSlug } from './slug-repository.ts'

export interface CreateOptions {
  db: Db
  now: () => Date
}

/** A new, empty draft under a title: from then on nothing that is typed can be lost. */
export function createArticle(options: CreateOptions, scope: Scope, actor: Actor, raw: unknown, id?: string): Promise<Article> {
  const input = parseInput(NewArticle, raw, labels)
  return options.db.transaction().execute((trx) => insert(trx, scope, actor, input, options.now(), id))
}

async function insert(
  trx: Trx,
  scope: Scope,
  actor: Actor,
  { kind, title, categoryId: wanted }: Pick<Article, 'kind' | 'title' | 'categoryId'>,
  at: Date,
  id = newId(at.getTime()),
): Promise<Article> {
  if (kind === 'page') requirePlain({ categoryId: wanted })
  const categoryId = await categoryFor(trx, scope, wanted)
  const content = {
    title,
    lead: null,
    body: emptyDocument,
    categoryId,
    tags: [],
    author: kind === 'page' ? null : actor.name,
    source: null,
  }
  const article: Article = {
    ...content,
    id,
    kind,
    // The true address is taken below, once the article is there to own it.
    slug: id,
    status: 'draft',
    version: 1,
    edition: 1,
    ratingsOn: true,
    publishedAt: null,
    scheduledAt: null,
    updatedAt: at,
    createdAt: at,
    editedBy: actor.personId,
    fourEyes: await wantsFourEyes(trx, scope),
  }
  await insertArticle(trx, scope, article)
  article.slug = await takeSlug(trx, scope, article, title)
  await trx.updateTable('articles').set({ slug: article.slug }).where('authority_id', '=', scope.authorityId).where('id', '=', id).execute()
  await insertEdition(trx, scope, id, { ...content, edition: 1, savedBy: actor.personId, savedAt: at })
  const by = { role: 'editor', personId: actor.personId, at }
  await appendEntry(trx, scope, matterOf(article), { type: 'article.created', audience: 'internal', facts: { edition: 1 } }, by)
  await recount(trx, scope, [], countsFor(article))
  return article
}
