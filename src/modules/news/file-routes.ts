import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { localPath } from '../../shared/lang.ts'
import { type Actor, requireRole } from '../accounts/index.ts'
import {
  confirmFindings,
  discardUploads,
  filesText,
  findFile,
  type MultipartInput,
  readMultipart,
  removeFile,
  type StoredFile,
} from '../files/index.ts'
import { findReadable } from './access.ts'
import { type Article, matterOf } from './article.ts'
import { addFiles } from './article-files.ts'
import { lockArticle } from './article-repository.ts'
import { placesOf } from './document.ts'
import type { NewsOptions } from './feature.ts'
import { paths } from './paths.ts'
import { showOne } from './show-one.tsx'

/** Most files in one sending. */
const MOST_AT_ONCE = 20

type ById = { Params: { id: string; file: string } }

/** Pictures and papers of an article: taken in, confirmed, removed. */
export async function fileRoutes(app: FastifyInstance, options: NewsOptions): Promise<void> {
  const { db } = options
  const takesFiles = { config: { takesFiles: true } }

  app.post<ById>(`${paths.office}/:id/tep`, takesFiles, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { article } = await findReadable(db, request, request.params.id)
    const { refused } = await take(request, actor, article, (fields) => request.checkCsrf(fields['_csrf']))
    const query =
      refused.length > 0 ? `?${new URLSearchParams(refused.map(({ code, filename }) => ['loi', `${code}:${filename}`]))}` : '?xong=1'
    return reply.redirect(localPath(request.lang, `${paths.one(article.id)}${query}#files-title`), 303)
  })

  app.post<ById>(
    '/api/v1/office/articles/:id/files',
    {
      ...takesFiles,
      schema: {
        tags: ['articles'],
        summary: 'Add pictures and papers to an article (multipart/form-data; 10 MB each)',
        params: z.object({ id: z.string() }),
      },
    },
    async (request, reply) => {
      const actor = requireRole(request, ['editor'])
      const { article } = await findReadable(db, request, request.params.id)
      const { files, refused } = await take(request, actor, article, () => undefined)
      if (files.length === 0 && refused[0]) throw new DomainError(refused[0].code, 422)
      return reply.code(201).send({
        items: files.map(({ id, originalName, mediaType, bytes }) => ({ id, name: originalName, mediaType, bytes })),
        refused: refused.map(({ code, filename }) => ({ name: filename, code, detail: filesText[request.lang].refused[code](filename) })),
      })
    },
  )

  app.post<ById>(`${paths.office}/:id/tep/:file/xac-nhan`, async (request, reply) => {
    const actor = requireRole(request, ['editor'])
    const { article, file } = await ownFile(request)
    await db.transaction().execute((trx) => confirmFindings(trx, request.scope, file.id, actor.personId, options.now()))
    return reply.redirect(localPath(request.lang, `${paths.one(article.id)}?xong=1#files-title`), 303)
  })

  app.post<ById>(`${paths.office}/:id/tep/:file/bo`, async (request, reply) => {
    requireRole(request, ['editor'])
    const { article, file } = await ownFile(request)
    const outcome = await db.transaction().execute(async (trx) => {
      const now = await lockArticle(trx, request.scope, article.id)
      const places = now ? placesOf(now.body, file.id) : []
      return places.length > 0 ? { places } : { gone: await removeFile(trx, request.scope, matterOf(article), file.id) }
    })
    if ('places' in outcome) {
      const fileRefusal = { fileId: file.id, name: file.originalName, places: outcome.places }
      return showOne(options, request, reply, await findReadable(db, request, article.id), { fileRefusal })
    }
    await discardUploads(options.files, [outcome.gone])
    return reply.redirect(localPath(request.lang, `${paths.one(article.id)}?xong=1#files-title`), 303)
  })

  async function take(
    request: FastifyRequest,
    actor: Actor,
    article: Article,
    guard: (fields: Readonly<Record<string, string>>) => void,
  ): Promise<{ files: StoredFile[]; refused: MultipartInput['refused'] }> {
    const input = await readMultipart(request, options.files, { maxFiles: MOST_AT_ONCE, from: 'office', guard })
    try {
      return { files: await addFiles(db, options.files, request.scope, article, input.uploads, actor.personId), refused: input.refused }
    } catch (error) {
      await discardUploads(options.files, input.uploads)
      throw error
    }
  }

  /** @throws NotFound for a file of another article as for none */
  async function ownFile(request: FastifyRequest<ById>): Promise<{ article: Article; file: StoredFile }> {
    const { article } = await findReadable(db, request, request.params.id)
    const file = isUuid(request.params.file) ? await findFile(db, request.scope, request.params.file) : undefined
    if (file?.matter.type !== 'article' || file.matter.id !== article.id) throw new NotFound()
    return { article, file }
  }
}
