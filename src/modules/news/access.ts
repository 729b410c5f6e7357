import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import type { Article } from './article.ts'
import { findArticle, findBySlug } from './article-repository.ts'
import type { ArticleRole } from './lifecycle.ts'
import { rolesOn } from './rules.ts'

export interface Access {
  article: Article
  roles: ReadonlySet<ArticleRole>
}

/**
 * The article behind an id or an address, with what this caller is towards it.
 * @throws NotFound when unknown or hidden: both look the same
 */
export async function findAccess(db: Db, request: Pick<FastifyRequest, 'scope' | 'actor'>, key: string): Promise<Access> {
  const article = isUuid(key) ? await findArticle(db, request.scope, key) : await findBySlug(db, request.scope, 'article', key)
  const roles = article && rolesOn(request.actor, article)
  if (!article || !roles) throw new NotFound()
  return { article, roles }
}

/** The same for those who read articles in the office. */
export async function findReadable(db: Db, request: Pick<FastifyRequest, 'scope' | 'actor'>, key: string): Promise<Access> {
  const access = await findAccess(db, request, key)
  if (access.roles.size === 0) throw new NotFound()
  return access
}
