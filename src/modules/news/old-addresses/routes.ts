import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../shared/errors.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { findFile } from '../../files/index.ts'
import { findArticle } from '../article-repository.ts'
import { listCategories } from '../category-repository.ts'
import { liveOf, shownCategories } from '../category-tree.ts'
import type { NewsOptions } from '../feature.ts'
import { paths } from '../paths.ts'
import { findByAlias, findImported, findImportedFile } from './imported-row-repository.ts'
import { parseOldPath } from './parse-old-path.ts'

const LONGEST_PATH = 1_000

/** Addresses of the earlier portal lead on to where their content is now; those that nothing was brought over from are not found. */
export async function oldAddressRoutes(app: FastifyInstance, { db }: NewsOptions): Promise<void> {
  const leadOn = async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
    const to = await newAddress(request, `${request.routeOptions.url!.replace('*', '')}${request.params['*']}`)
    if (!to) throw new NotFound()
    return reply.redirect(to, 301)
  }
  app.get('/vi/*', leadOn)
  app.get('/news/*', leadOn)

  app.get<{ Params: { '*': string } }>('/uploads/*', async (request, reply) => {
    const path = `/uploads/${request.params['*']}`
    const id = path.length <= LONGEST_PATH && isStorable(path) ? await findImportedFile(db, request.scope, path) : undefined
    const file = id === undefined ? undefined : await findFile(db, request.scope, id)
    if (file?.visibility !== 'public') throw new NotFound()
    return reply.redirect(file.mediaType === 'image/jpeg' ? `/anh/${file.id}.jpg` : `/tep/${file.id}`, 301)
  })

  async function newAddress({ scope }: FastifyRequest, path: string): Promise<string | undefined> {
    const place = parseOldPath(path)
    if (!place) return undefined
    if ('articleId' in place) {
      const imported = await findImported(db, scope, `${place.module}_rows`, place.articleId)
      const article = imported && (await findArticle(db, scope, imported.matter.id))
      // What was never shown here exists for the office alone.
      return article && ['published', 'withdrawn'].includes(article.status) ? paths.article(article.slug) : undefined
    }
    if (!('category' in place)) return place.module === 'news' ? paths.list : undefined
    const id = await findByAlias(db, scope, `${place.module}_cat`, place.category)
    const all = await listCategories(db, scope)
    const live = id && liveOf(all, id)
    const category = live && shownCategories(all).find((one) => one.id === live.id)
    return category ? paths.category(category.slug) : undefined
  }
}
