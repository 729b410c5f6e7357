import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, hasRole, requireRole } from '../../accounts/index.ts'
import { discardUploads, type FileDeps, MAX_FILES, readMultipart } from '../../files/index.ts'
import { auditRead } from '../../history/index.ts'
import { allowedActs } from '../../lifecycle/index.ts'
import type { Access } from '../access.ts'
import { deskOf } from '../desk-scope.ts'
import { labels } from '../fields.ts'
import { lifecycle } from '../lifecycle.ts'
import { matterOf } from '../petition.ts'
import { actOn, type PetitionOptions } from '../service.ts'
import { findPastAnswers } from '../similar/past-answers.ts'
import { noOffer, offerTemplates } from '../templates/offer-templates.ts'
import { viewCase } from '../views.ts'
import { addOfficeMessage, MessageInput, writerRole } from './add-message.ts'
import { type Attempt, attemptOf, refusedFiles, typedOf } from './attempt.ts'
import { actsWithFiles, deskChoices, findCase, isOfficeAct, type OfficeAct } from './case-desk.ts'
import { type Evidence, withEvidence } from './evidence.ts'
import { CasePage } from './pages/case-page.tsx'
import { counterStaff, readers, workers } from './roles.ts'
import { text } from './text.ts'

/** 20,000 letters of Vietnamese take up to 180,000 bytes in a form's own spelling. */
const ACT_BODY = 512 * 1024

type OfficeOptions = PetitionOptions & { files: FileDeps }

/** `/lam-viec/don/{code}`: one case and everything that may be done to it. */
export const caseRoutes: FastifyPluginAsync<OfficeOptions> = async (app, options) => {
  const { db, files } = options

  app.get<{ Querystring: { da?: unknown; mau?: unknown } }>('/lam-viec/don/:code', async (request, reply) => {
    const actor = requireRole(request, readers)
    const { da, mau } = request.query
    return showCase(request, reply, actor, await findCase(db, request), { done: typeof da === 'string' ? da : null, template: mau })
  })

  for (const [path, kind, name] of [
    ['/lam-viec/don/:code/tin', 'toFiler', 'message'],
    ['/lam-viec/don/:code/ghi-chu', 'internal', 'note'],
  ] as const) {
    app.post(path, { bodyLimit: ACT_BODY }, async (request, reply) => {
      const actor = requireRole(request, workers)
      const access = await findCase(db, request)
      try {
        const { words } = parseInput(MessageInput, request.body, labels)
        await addOfficeMessage(options, { scope: request.scope, actor, petitionId: access.petition.id, kind, words })
      } catch (error) {
        return showCase(request, reply, actor, access, { attempt: attemptOf(request, name, typedOf(request.body), error) })
      }
      return done(request, reply, access, name)
    })
  }

  app.post<{ Params: { code: string; act: string } }>(
    '/lam-viec/don/:code/:act',
    { bodyLimit: ACT_BODY, config: { takesFiles: true } },
    async (request, reply) => {
      const actor = requireRole(request, workers)
      const { act } = request.params
      if (!isOfficeAct(act)) throw new DomainError('unknown_act', 404)
      const access = await findCase(db, request)
      const sent = await readForm(request)
      const typed = typedOf(sent.fields)
      try {
        // Somebody who may not act now is told that, not that a photo is too large.
        const mayAct = allowedActs(lifecycle, access.petition, access.roles).includes(act)
        if (mayAct && sent.refused.length > 0) {
          await discardUploads(files, sent.uploads)
          return showCase(request, reply, actor, access, { attempt: refusedFiles(request.lang, act, typed, sent.refused) })
        }
        const evidence = { uploads: sent.uploads, shownTo: shownTo(act, sent.fields), actor, roles: access.roles }
        await actOn(withEvidence(options, evidence), request, access, act, sent.fields)
      } catch (error) {
        await discardUploads(files, sent.uploads)
        const attempt = attemptOf(request, act, typed, error)
        return showCase(request, reply, actor, await findCase(db, request), { attempt })
      }
      return done(request, reply, access, act)
    },
  )

  /** Only some acts carry files; their forms are multipart. */
  async function readForm(request: FastifyRequest<{ Params: { act: string } }>) {
    if (!request.isMultipart()) return { fields: { ...(request.body as Record<string, string>) }, uploads: [], refused: [] }
    if (!actsWithFiles.some((act) => act === request.params.act)) throw new DomainError('unsupported_media_type', 415)
    const sent = await readMultipart(request, files, { maxFiles: MAX_FILES, guard: (fields) => request.checkCsrf(fields['_csrf']) })
    const { _csrf, ...fields } = sent.fields
    return { ...sent, fields }
  }

  async function showCase(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    access: Access,
    shown: { attempt?: Attempt; done?: string | null; template?: unknown },
  ) {
    const { lang, scope } = request
    const { petition, roles } = access
    const today = civilDateOf(options.now())
    // The record of the reading is written before anything is read.
    await auditRead(db, scope, actor, matterOf(petition), writerRole(roles) ? 'filer' : 'case')
    const [found, choices] = await Promise.all([viewCase(db, scope, petition, roles), deskChoices(db, scope, actor, today)])
    const mayWrite = writerRole(roles) !== undefined
    // An auditor who once filed a petition reads it here as an auditor.
    const view = mayWrite ? found : { ...found, filer: null, parties: null }
    const { attempt = null, done: doneAct = null } = shown
    const answers = mayWrite && view.acts.includes('draftAnswer')
    const pastAnswers = answers ? await findPastAnswers(db, scope, petition, deskOf(actor).unitId) : []
    const offer = answers ? await offerTemplates(db, scope, view, shown.template) : noOffer
    return sendPage(
      request,
      reply,
      {
        title: `${attempt ? `${text[lang].case.refusedTitle}: ` : ''}${petition.code}`,
        current: '/lam-viec',
        noindex: true,
        office: true,
        wide: true,
        status: attempt?.status ?? 200,
        islands: ['error-focus', 'char-count', 'photo'],
      },
      <CasePage
        lang={lang}
        csrf={request.csrfToken()}
        view={view}
        acts={view.acts.filter(isOfficeAct)}
        choices={choices}
        today={today}
        mayWrite={mayWrite}
        mayRenew={hasRole(actor, ...counterStaff)}
        pastAnswers={pastAnswers}
        offer={offer}
        attempt={attempt}
        done={doneAct}
      />,
    )
  }
}

function done(request: FastifyRequest, reply: FastifyReply, access: Access, act: string) {
  return reply.redirect(localPath(request.lang, `/lam-viec/don/${encodeURIComponent(access.petition.code)}?da=${act}`), 303)
}

/** Who reads the files of an act: everybody that a promise is kept, the filer the minutes, and of a verification whom the officer says. */
function shownTo(act: OfficeAct, fields: Readonly<Record<string, string>>): Evidence['shownTo'] {
  if (act === 'keepPromise') return 'public'
  if (act === 'recordDialogue') return 'filer'
  return fields['public'] === 'true' ? 'public' : 'internal'
}
