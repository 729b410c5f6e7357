import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, InvalidInput } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { discardUploads, FileRefused, MAX_FILES, type MultipartInput, readMultipart } from '../../files/index.ts'
import { findChoice, readChoice, setChoice } from '../../notices/index.ts'
import { recordOwnLook } from '../../personal-data/index.ts'
import { type Access, normaliseCode } from '../access.ts'
import { isOpen, matterOf } from '../petition.ts'
import { actOn } from '../service.ts'
import { viewCase } from '../views.ts'
import { addInformation } from './add-information.ts'
import { findOwnCase } from './find-petition.ts'
import { fileProblems, happened, inputProblems, isConflict } from './form-problems.ts'
import type { CitizenOptions } from './options.ts'
import { type CaseForm, OwnCasePage, ownDones } from './pages/own-case-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { text } from './text.ts'

interface ByCode {
  Params: { code: string }
  Body: Record<string, string> | undefined
  Querystring: { xong?: string }
}

/** Forms of one act each, on the case itself. */
const actForms = [
  { path: 'danh-gia', act: 'rate', fields: ['solved', 'satisfaction', 'words'], done: 'rated' },
  { path: 'mo-lai', act: 'reopen', fields: ['reason'], done: 'reopened' },
  { path: 'khieu-nai-lan-hai', act: 'appeal', fields: ['reason'], done: 'appealed' },
  { path: 'rut-mot-phan', act: 'withdrawPart', fields: ['words'], done: 'partWithdrawn' },
  { path: 'rut-dong-y', act: 'withdrawConsent', fields: [], done: 'consentWithdrawn' },
] as const

/** `/tra-cuu/{code}`: the filer's own case, and what the filer may do to it. */
export const caseRoutes: FastifyPluginAsync<CitizenOptions> = async (app, options) => {
  const { db, now } = options

  app.get<ByCode>('/tra-cuu/:code', async (request, reply) => {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    await recordOwnLook(db, request.scope, matterOf(access.petition), civilDateOf(now()))
    return showCase(request, reply, access, { done: ownDones.find((done) => done === request.query.xong) ?? null })
  })

  for (const { path, act, fields, done } of actForms) {
    app.post<ByCode>(`/tra-cuu/:code/${path}`, async (request, reply) => {
      const access = await findOwnCase(options, request, request.params.code)
      if (!access) return toLookup(request, reply)
      const typed = textsOf(request.body, fields)
      try {
        await actOn(options, request, access, act, { ...typed, version: request.body?.['version'] ?? -1 })
      } catch (error) {
        return showRefusal(request, reply, error, { form: act, typed })
      }
      return toCase(request, reply, done)
    })
  }

  app.post<ByCode>('/tra-cuu/:code/thu-bao', async (request, reply) => {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    try {
      const choice = readChoice(request.body)
      await db.transaction().execute((trx) => setChoice(trx, request.scope, matterOf(access.petition), choice, now()))
    } catch (error) {
      return showRefusal(request, reply, error, { form: 'mail', typed: {} })
    }
    return toCase(request, reply, 'mailChosen')
  })

  app.post<ByCode>('/tra-cuu/:code/bo-sung', { config: { takesFiles: true } }, async (request, reply) => {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    const { files } = await viewCase(db, request.scope, access.petition, access.roles)
    const left = MAX_FILES - files.filter((file) => file.role === 'petition').length
    const sent = await readMultipart(request, options.files, { maxFiles: left, guard: (fields) => request.checkCsrf(fields['_csrf']) })
    try {
      const refused = fileProblems(request.lang, sent.refused)
      if (refused.length > 0) return await refuseFiles(request, reply, sent)
      await addInformation(options, request.scope, access.petition.id, {
        fields: sent.fields,
        uploads: sent.uploads,
        personId: request.actor?.personId ?? null,
      })
    } catch (error) {
      await discardUploads(options.files, sent.uploads)
      return showRefusal(request, reply, error, { form: 'add', typed: textsOf(sent.fields, ['words']) })
    }
    return toCase(request, reply, 'added')
  })

  app.get<ByCode>('/tra-cuu/:code/rut', async (request, reply) => {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    if (!isOpen(access.petition)) return toCase(request, reply)
    return showWithdraw(request, reply, access)
  })

  app.post<ByCode>('/tra-cuu/:code/rut', async (request, reply) => {
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    const typed = textsOf(request.body, ['reason'])
    try {
      await actOn(options, request, access, 'withdraw', { ...typed, version: request.body?.['version'] ?? -1 })
    } catch (error) {
      if (error instanceof InvalidInput) return showWithdraw(request, reply, access, typed['reason'], error)
      return showRefusal(request, reply, error, { form: 'withdraw', typed })
    }
    return toCase(request, reply, 'withdrawn')
  })

  /** Unknown, and not opened here: the same way to the same form. */
  function toLookup(request: FastifyRequest<ByCode>, reply: FastifyReply) {
    return reply.redirect(localPath(request.lang, `/tra-cuu?ma=${encodeURIComponent(normaliseCode(request.params.code))}`), 303)
  }

  function toCase(request: FastifyRequest<ByCode>, reply: FastifyReply, done?: (typeof ownDones)[number]) {
    const code = encodeURIComponent(normaliseCode(request.params.code))
    return reply.redirect(localPath(request.lang, `/tra-cuu/${code}${done ? `?xong=${done}` : ''}`), 303)
  }

  /** What was typed comes back with the refusal: 422 at its field, 409 beside what happened meanwhile. */
  async function showRefusal(
    request: FastifyRequest<ByCode>,
    reply: FastifyReply,
    error: unknown,
    { form, typed }: Pick<CaseForm, 'form' | 'typed'>,
  ) {
    const now = await findOwnCase(options, request, request.params.code)
    if (!now) return toLookup(request, reply)
    if (error instanceof FileRefused) {
      const problems = fileProblems(request.lang, [{ filename: error.filename, code: error.refusal }])
      return showCase(request, reply, now, { form, typed, problems, status: 422 })
    }
    if (error instanceof InvalidInput)
      return showCase(request, reply, now, { form, typed, problems: inputProblems(request.lang, error), status: 422 })
    if (!isConflict(error)) throw error
    return showCase(request, reply, now, { form, typed, conflict: { happened: happened(request.lang, error) }, status: 409 })
  }

  /** Good files of a refused form go too: the person chooses again, with the names of the bad ones before them. */
  async function refuseFiles(request: FastifyRequest<ByCode>, reply: FastifyReply, sent: MultipartInput) {
    await discardUploads(options.files, sent.uploads)
    const access = await findOwnCase(options, request, request.params.code)
    if (!access) return toLookup(request, reply)
    const problems = fileProblems(request.lang, sent.refused)
    return showCase(request, reply, access, { form: 'add', typed: textsOf(sent.fields, ['words']), problems, status: 422 })
  }

  async function showCase(
    request: FastifyRequest,
    reply: FastifyReply,
    access: Access,
    { status = 200, ...form }: CaseForm & { status?: number },
  ) {
    const view = await viewCase(db, request.scope, access.petition, access.roles)
    const mail = view.filer?.email ? await findChoice(db, request.scope, matterOf(access.petition)) : null
    return sendPage(
      request,
      reply,
      {
        title: `${text[request.lang].matter.own}: ${access.petition.code} · ${access.petition.subject}`,
        noindex: true,
        current: '/tra-cuu',
        status,
        islands: ['char-count', 'photo', 'error-focus'],
      },
      <OwnCasePage lang={request.lang} csrf={request.csrfToken()} view={view} mail={mail} today={civilDateOf(now())} {...form} />,
    )
  }

  function showWithdraw(request: FastifyRequest, reply: FastifyReply, { petition }: Access, reason?: string, error?: unknown) {
    const { lang } = request
    const problems = error === undefined ? [] : inputProblems(lang, error)
    return sendPage(
      request,
      reply,
      {
        title: text[lang].acts.withdraw,
        noindex: true,
        current: '/tra-cuu',
        status: error instanceof DomainError ? error.status : 200,
        islands: ['error-focus'],
      },
      <WithdrawPage lang={lang} csrf={request.csrfToken()} petition={petition} reason={reason} problems={problems} />,
    )
  }
}

function textsOf(body: Readonly<Record<string, unknown>> | undefined, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.flatMap((field) => (typeof body?.[field] === 'string' ? [[field, body[field]]] : [])))
}
