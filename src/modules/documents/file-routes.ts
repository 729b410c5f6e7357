import type { FastifyInstance } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { localPath } from '../../shared/lang.ts'
import { requireRole } from '../accounts/index.ts'
import { discardUploads, filesText, findFile, readMultipart } from '../files/index.ts'
import { requireMove } from './access.ts'
import { matterOf } from './document.ts'
import { attachFiles, openUpload, showFile } from './document-files.ts'
import { type DocumentOptions, documentTag } from './feature.ts'
import { paths } from './paths.ts'
import { keepers } from './rules.ts'
import { type BySlug, findInOffice, showOne } from './show-one.tsx'

/** Most files in one sending. */
const MOST_AT_ONCE = 10

/** Papers of a document: taken in, offered to everybody, taken back. */
export async function fileRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db, files } = options

  app.post<BySlug>('/lam-viec/van-ban/:slug/tep', { config: { takesFiles: true } }, async (request, reply) => {
    const actor = requireRole(request, keepers)
    const document = await findInOffice(options, request)
    requireMove(document)
    const guard = (fields: Readonly<Record<string, string>>) => request.checkCsrf(fields['_csrf'])
    const { uploads, refused } = await readMultipart(request, files, { maxFiles: MOST_AT_ONCE, from: 'office', guard })
    try {
      const opened = await Promise.all(uploads.map(async (upload) => (await openUpload(files, upload)).ready))
      await db.transaction().execute((trx) => attachFiles(trx, request.scope, document, opened, actor))
    } catch (error) {
      await discardUploads(files, uploads)
      throw error
    }
    const fileProblems = refused.map(({ code, filename }) => filesText[request.lang].refused[code](filename))
    if (fileProblems.length > 0) return showOne(options, request, reply, document, { fileProblems })
    return reply.redirect(localPath(request.lang, `${paths.officeOne(document.slug)}?xong=1#files-title`), 303)
  })

  app.post<{ Params: { slug: string; file: string }; Body: { shown?: unknown } | undefined }>(
    '/lam-viec/van-ban/:slug/tep/:file',
    async (request, reply) => {
      const actor = requireRole(request, keepers)
      const document = await findInOffice(options, request)
      requireMove(document)
      const file = isUuid(request.params.file) ? await findFile(db, request.scope, request.params.file) : undefined
      const { type, id } = matterOf(document)
      if (file?.matter.type !== type || file.matter.id !== id) throw new NotFound()
      const shown = request.body?.shown === 'yes'
      await db.transaction().execute((trx) => showFile(trx, request.scope, document, file, { actor, at: options.now(), shown }))
      options.dropPages([documentTag(document.id)])
      return reply.redirect(localPath(request.lang, `${paths.officeOne(document.slug)}?xong=1#files-title`), 303)
    },
  )
}
