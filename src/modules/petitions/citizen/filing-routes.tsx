import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type Bucket } from '../../../platform/rate-limit.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, InvalidInput, NotFound } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findOfficeContact, hasRole } from '../../accounts/index.ts'
import { discardUploads, listFiles, removeFile } from '../../files/index.ts'
import { findSimilar } from '../similar/find-similar.ts'
import { draftKeyOf, forgetDraftKey, giveDraftKey } from './draft-cookie.ts'
import { type DraftForm, readForm } from './draft-form.ts'
import { type Draft, draftMatter, findDraft, lockDraft } from './draft-repository.ts'
import { fileDraft } from './file-draft.ts'
import { findById } from './find-petition.ts'
import { type FormProblem, fileProblems, inputProblems } from './form-problems.ts'
import { type CitizenOptions, isHttps } from './options.ts'
import { CheckPage } from './pages/check-page.tsx'
import { DenunciationPage } from './pages/denunciation-page.tsx'
import { FilingPage } from './pages/filing-page.tsx'
import { listPlaces } from './place-choices.ts'
import { purgeDraft } from './purge-drafts.ts'
import { saveAnswers } from './save-answers.ts'
import { text } from './text.ts'

/** A whole office behind one address files dozens a minute; a flood does not get through. */
const filings: Bucket = { burst: 600, perSecond: 10 }

/** `/gui-don`: from the empty form to the sent petition, without scripts and without an account. */
export const filingRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, now } = options
  const go = (request: FastifyRequest, reply: FastifyReply, path: string) => reply.redirect(localPath(request.lang, path), 303)
  const draftOf = async (request: FastifyRequest) => {
    const key = draftKeyOf(request)
    return key ? findDraft(db, request.scope, key) : undefined
  }
  const placesOf = (request: FastifyRequest) => listPlaces(db, request.scope, civilDateOf(now()))

  app.get<{ Querystring: { loi?: string; moi?: string } }>('/gui-don', async (request, reply) => {
    const draft = await draftOf(request)
    const problems = draft && request.query.loi !== undefined ? await problemsOf(request, draft) : []
    return showForm(request, reply, { draft, form: draft?.form ?? {}, problems, fresh: request.query.moi !== undefined })
  })

  app.post('/gui-don', { config: { takesFiles: true } }, async (request, reply) => {
    if (!allow(`file:${request.ip}`, filings)) throw new DomainError('too_many_requests', 429)
    let saved: Awaited<ReturnType<typeof saveAnswers>>
    try {
      saved = await saveAnswers(options, request)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'denunciation_not_online') throw error
      const draft = await draftOf(request)
      if (draft && !draft.filedPetitionId) await purgeDraft({ db, storage: options.files.storage }, request.scope, draft.id)
      return go(request, reply, '/gui-don/to-cao?da-xoa=1')
    }
    if (saved.again) return go(request, reply, '/gui-don/xong')
    giveDraftKey(reply, saved.key, isHttps(options))
    const problems = [...(await problemsOf(request, saved.draft, saved.form)), ...fileProblems(request.lang, saved.refused)]
    if (problems.length > 0) return showForm(request, reply, { draft: saved.draft, form: saved.draft.form, problems })
    return go(request, reply, '/gui-don/kiem-tra')
  })

  app.get('/gui-don/kiem-tra', async (request, reply) => {
    const draft = await draftOf(request)
    if (!draft) return go(request, reply, '/gui-don')
    if (draft.filedPetitionId) return go(request, reply, '/gui-don/xong')
    const places = await placesOf(request)
    try {
      const { input, place } = readForm(draft.form, draft.clientToken, places.ids)
      const { lang } = request
      const page = {
        lang,
        csrf: request.csrfToken(),
        input,
        place: [place, places.nameOf(input.hamlet ?? '') ?? input.hamlet].filter(Boolean).join(', '),
        files: await listFiles(db, request.scope, draftMatter(draft)),
        similar: await findSimilar(db, request.scope, { subject: input.subject, among: 'public', most: 5 }),
      }
      return await sendPage(request, reply, { title: text[lang].check.title, noindex: true, current: '/gui-don' }, <CheckPage {...page} />)
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      return go(request, reply, '/gui-don?loi=1')
    }
  })

  app.post<{ Params: { id: string } }>('/gui-don/tep/:id/bo', async (request, reply) => {
    const key = draftKeyOf(request)
    const removed = await db.transaction().execute(async (trx) => {
      const draft = key ? await lockDraft(trx, request.scope, key) : undefined
      if (!draft || !isUuid(request.params.id)) throw new NotFound()
      const files = await listFiles(trx, request.scope, draftMatter(draft))
      // Pressed twice: it is gone, and that was the wish.
      if (!files.some((file) => file.id === request.params.id)) return []
      return [await removeFile(trx, request.scope, draftMatter(draft), request.params.id)]
    })
    await discardUploads(options.files, removed)
    return go(request, reply, '/gui-don/kiem-tra')
  })

  app.post('/gui-don/gui', async (request, reply) => {
    if (!allow(`file:${request.ip}`, filings)) throw new DomainError('too_many_requests', 429)
    const draft = await draftOf(request)
    if (!draft) return go(request, reply, '/gui-don')
    if (draft.filedPetitionId) return go(request, reply, '/gui-don/xong')
    try {
      await fileDraft(options, request, draft, (await placesOf(request)).ids)
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      return go(request, reply, '/gui-don?loi=1')
    }
    return go(request, reply, '/gui-don/xong')
  })

  app.post('/gui-don/moi', async (request, reply) => {
    const draft = await draftOf(request)
    if (draft && !draft.filedPetitionId) await purgeDraft({ db, storage: options.files.storage }, request.scope, draft.id)
    forgetDraftKey(reply)
    return go(request, reply, '/gui-don?moi=1')
  })

  app.get<{ Querystring: { 'da-xoa'?: string } }>('/gui-don/to-cao', async (request, reply) => {
    const { lang } = request
    const contact = await findOfficeContact(db, request.scope)
    const deleted = request.query['da-xoa'] !== undefined
    return sendPage(
      request,
      reply,
      { title: text[lang].denunciation.title, current: '/gui-don', islands: deleted ? ['draft'] : [] },
      <DenunciationPage lang={lang} site={request.site} contact={contact} deleted={deleted} />,
    )
  })

  async function problemsOf(request: FastifyRequest, draft: Draft, form: DraftForm = draft.form): Promise<FormProblem[]> {
    if (draft.filedPetitionId) return []
    try {
      readForm(form, draft.clientToken, (await placesOf(request)).ids)
      return []
    } catch (error) {
      return inputProblems(request.lang, error)
    }
  }

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    {
      draft,
      form,
      problems,
      fresh = false,
    }: { draft: Draft | undefined; form: DraftForm; problems: readonly FormProblem[]; fresh?: boolean },
  ) {
    const { lang, actor, scope } = request
    const filed = draft?.filedPetitionId ? await findById(db, scope, draft.filedPetitionId) : undefined
    const begun = draft !== undefined && !draft.filedPetitionId
    const page = {
      lang,
      csrf: request.csrfToken(),
      values: filed || !draft ? { name: hasRole(actor, 'resident') ? actor!.name : '' } : form,
      problems,
      places: (await placesOf(request)).groups,
      files: begun ? await listFiles(db, scope, draftMatter(draft)) : [],
      filedCode: filed?.code ?? null,
      begun,
      fresh,
    }
    return sendPage(
      request,
      reply,
      {
        title: text[lang].form.title,
        current: '/gui-don',
        status: request.method === 'POST' && problems.length > 0 ? 422 : 200,
        islands: ['draft', 'char-count', 'photo', 'pick-location', 'error-focus', 'similar'],
      },
      <FilingPage {...page} />,
    )
  }
}
