import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { findFile } from '../../files/index.ts'
import { findArticle } from '../article-repository.ts'
import { listCategories } from '../category-repository.ts'
import { liveOf, shownCategories } from '../category-tree.ts'
import type { NewsOptions } from '../feature.ts'
import { paths } from '../paths.ts'
import { findByAlias, findImported, findImportedFile, importedTable } from './imported-row-repository.ts'
import { parseOldPath } from './parse-old-path.ts'

const LONGEST_PATH = 1_000

/** Addresses of the earlier portal lead on to where their content is now; those that nothing was brought over from are not found. */
export async function oldAddressRoutes(app: FastifyInstance, { db }: NewsOptions): Promise<void> {
  const leadOn = async (request: FastifyRequest<{ Params: { '*': string } }>, reply: FastifyReply) => {
    const to = await newAddress(request, `${request.routeOptions.url!.replace('*', '')}${request.params['*']}`)
    if (!to) throw new NotFound()
    return reply.redirect(localPath(request.lang, to), 301)
  }
  // The language of the portal may be left out; that of `/en/…` is the request's.
  for (const url of ['/vi/*', '/news/*', '/about/*', '/page/*']) app.get(url, leadOn)

  app.get<{ Params: { '*': string } }>('/uploads/*', async (request, reply) => {
    const path = `/uploads/${request.params['*']}`
    const id = path.length <= LONGEST_PATH && isStorable(path) ? await findImportedFile(db, request.scope, path) : undefined
    const file = id === undefined ? undefined : await findFile(db, request.scope, id)
    if (file?.visibility !== 'public') throw new NotFound()
    return reply.redirect(file.mediaType === 'image/jpeg' ? `/anh/${file.id}.jpg` : `/tep/${file.id}`, 301)
  })

  async function newAddress({ scope, lang }: FastifyRequest, path: string): Promise<string | undefined> {
    const place = parseOldPath(path)
    if (!place) return undefined
    const { module, articleId, page, category: alias } = place
    const tableOf = (name: string) => importedTable(path.startsWith('/vi/') ? 'vi' : lang, name)
    if (articleId || page) {
      const article = articleId && (await findImported(db, scope, tableOf(`${module}_rows`), articleId))
      const id = article ? article.matter.id : page && (await findByAlias(db, scope, tableOf(module), page))
      const shown = id && (await findArticle(db, scope, id))
      // What was never shown here exists for the office alone.
      return shown && ['published', 'withdrawn'].includes(shown.status) ? paths.shown(shown) : undefined
    }
    if (!alias) return module === 'news' ? paths.list : undefined
    const id = await findByAlias(db, scope, tableOf(`${module}_cat`), alias)
    const all = await listCategories(db, scope)
    const live = id && liveOf(all, id)
    const category = live && shownCategories(all).find((one) => one.id === live.id)
    return category ? paths.category(category.slug) : undefined
  }
}
