import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { requireRole } from '../accounts/index.ts'
import { discardUploads, FileRefused, filesText } from '../files/index.ts'
import { attachFiles } from './document-files.ts'
import { actOn, type DocumentOptions } from './feature.ts'
import { DocumentInput, labels } from './fields.ts'
import { addDocument, makeDocument } from './make-document.ts'
import { CreatePage } from './pages/create-page.tsx'
import { paths } from './paths.ts'
import { factsFrom, readSent, type SentText } from './read-sent.ts'
import { keepers, readers } from './rules.ts'
import { type BySlug, findInOffice, officeHead, showOne } from './show-one.tsx'
import { text } from './text.ts'

/** Texts come in as a .docx or .odt file or pasted: a new document, and a new edition of one. */
export async function takeInRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db, files } = options
  const takesFiles = { config: { takesFiles: true } }

  app.get(paths.create, async (request, reply) => {
    requireRole(request, keepers)
    return showCreate(request, reply)
  })

  app.post(paths.create, takesFiles, async (request, reply) => {
    const actor = requireRole(request, keepers)
    const sent = await readSent(request, files)
    if (sent.refusal) return showCreate(request, reply, sent.refusal)
    try {
      const input = parseInput(DocumentInput, factsFrom(sent.fields, sent.blocks), labels)
      const { now } = options
      const document = await db.transaction().execute(async (trx) => {
        const made =
          sent.blocks.length > 0
            ? await addDocument({ db: trx, now }, request.scope, actor, { ...input, blocks: sent.blocks })
            : await makeDocument({ db: trx, now }, request.scope, actor, input)
        await attachFiles(trx, request.scope, made, sent.files, actor)
        return made
      })
      return await reply.redirect(localPath(request.lang, `${paths.officeOne(document.slug)}?xong=1`), 303)
    } catch (error) {
      return showCreate(request, reply, await refuse(request, sent, error))
    }
  })

  app.post<BySlug>('/lam-viec/van-ban/:slug/setText', takesFiles, async (request, reply) => {
    requireRole(request, readers)
    const document = await findInOffice(options, request)
    const sent = await readSent(request, files)
    const show = async (refusal: FormRefusal) =>
      showOne(options, request, reply, await findInOffice(options, request), { attempt: { act: 'setText', refusal } })
    if (sent.refusal) return show(sent.refusal)
    try {
      const { version, reason } = sent.fields
      const input = { blocks: sent.blocks, reason, ...(version === undefined ? {} : { version }) }
      const { edition } = await actOn(options, request, document, 'setText', input, sent.files)
      const path = edition > 1 ? `${paths.changes(document.slug, edition)}?xong=1` : `${paths.officeOne(document.slug)}?xong=1`
      return await reply.redirect(localPath(request.lang, path), 303)
    } catch (error) {
      return show(await refuse(request, sent, error))
    }
  })

  /** What was typed stays; the file must be chosen again, as browsers want it. */
  async function refuse(request: FastifyRequest, sent: SentText, error: unknown): Promise<FormRefusal> {
    await discardUploads(
      files,
      sent.files.map(({ upload }) => upload),
    )
    const typed = { ...sent.fields, text: sent.files.length === 0 ? sent.pasted : '' }
    if (!(error instanceof FileRefused)) return { ...refusalOf(request, error), typed }
    const words = filesText[request.lang].refused[error.refusal](error.filename)
    return { status: error.status, problems: [{ field: 'file', text: words }], typed }
  }

  function showCreate(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang } = request
    const page = <CreatePage lang={lang} csrf={request.csrfToken()} refusal={refusal} />
    const title = text[lang].office.make
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }
}
