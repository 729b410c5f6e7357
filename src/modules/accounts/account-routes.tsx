import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { officeRoles } from './accounts.ts'
import type { AuthDeps } from './auth.ts'
import { changeOwnPassword } from './change-own-password.ts'
import { formProblems, statusOf } from './form-problems.ts'
import { hasRole, requireActor, requireRole } from './guards.ts'
import { ConfirmForm, labels, OwnPasswordForm, PasswordForm, RemindersForm } from './inputs.ts'
import { AccountPage } from './pages/account-page.tsx'
import { PasswordPage } from './pages/password-page.tsx'
import { TwoFactorPage, type TwoFactorState } from './pages/two-factor-page.tsx'
import { provePassword } from './prove-password.ts'
import { endOtherSessions, endOwnSession, listSessions, sessionIdForm } from './session-repository.ts'
import { text } from './text.ts'
import { beginTwoFactor, confirmTwoFactor, endTwoFactor, hasTwoFactor, pendingEnrolment } from './two-factor.ts'
import { findUnit } from './unit-repository.ts'
import { findWorkMail, setRemindBeforeDue } from './work-mail.ts'

const dones = ['ended', 'othersEnded', 'passwordChanged', 'twoFactorEnded', 'remindersSaved'] as const

/** `/tai-khoan`: what a signed-in person looks after alone. */
export async function accountRoutes(app: FastifyInstance, { db, auth }: AuthDeps): Promise<void> {
  const account = (request: FastifyRequest, done: (typeof dones)[number]) => localPath(request.lang, `/tai-khoan?xong=${done}`)

  app.get<{ Querystring: { xong?: string } }>('/tai-khoan', async (request, reply) => {
    const actor = requireActor(request)
    if (request.passwordIsTemporary) return reply.redirect(localPath(request.lang, '/tai-khoan/mat-khau'), 303)
    const unit = actor.unitId ? await findUnit(db, request.scope, actor.unitId) : undefined
    const page = {
      lang: request.lang,
      csrf: request.csrfToken(),
      actor,
      unitName: unit?.name ?? null,
      twoFactor: await hasTwoFactor(db, actor.personId),
      sessionId: request.sessionId,
      workMail: hasRole(actor, ...officeRoles) ? await findWorkMail(db, request.scope, actor.personId) : null,
      sessions: await listSessions(db, actor.personId),
      done: dones.find((done) => done === request.query.xong) ?? null,
    }
    return sendPage(request, reply, { title: text[request.lang].account.title, noindex: true }, <AccountPage {...page} />)
  })

  app.post<{ Params: { id: string } }>('/tai-khoan/phien/:id/dang-xuat', async (request, reply) => {
    const actor = requireActor(request)
    const { id } = request.params
    if (!sessionIdForm.test(id) || !(await endOwnSession(db, actor.personId, id))) throw new NotFound()
    return reply.redirect(account(request, 'ended'), 303)
  })

  app.post('/tai-khoan/phien/dang-xuat-noi-khac', async (request, reply) => {
    const actor = requireActor(request)
    await endOtherSessions(db, actor.personId, request.sessionId!)
    return reply.redirect(account(request, 'othersEnded'), 303)
  })

  app.post('/tai-khoan/nhac-viec', async (request, reply) => {
    const { personId } = requireRole(request, officeRoles)
    const { beforeDue } = parseInput(RemindersForm, request.body ?? {}, labels)
    await db.transaction().execute((trx) => setRemindBeforeDue(trx, request.scope, personId, beforeDue !== undefined))
    return reply.redirect(account(request, 'remindersSaved'), 303)
  })

  app.get('/tai-khoan/mat-khau', async (request, reply) => showPassword(request, reply))

  app.post('/tai-khoan/mat-khau', async (request, reply) => {
    const actor = requireActor(request)
    try {
      const input = parseInput(OwnPasswordForm, request.body, labels)
      await provePassword(auth, request.scope, actor, request.ip, input.currentPassword)
      await changeOwnPassword(auth, actor, request.sessionId!, input)
      return reply.redirect(account(request, 'passwordChanged'), 303)
    } catch (error) {
      return showPassword(request, reply, error)
    }
  })

  app.get<{ Querystring: { 'lam-lai'?: string } }>('/tai-khoan/ma-xac-nhan', async (request, reply) => {
    const state = await twoFactorState(request)
    return showTwoFactor(request, reply, request.query['lam-lai'] && state.is === 'pending' ? { is: 'off' } : state)
  })

  app.post('/tai-khoan/ma-xac-nhan/bat', async (request, reply) => {
    const actor = requireOwnPassword(request)
    try {
      const { password } = parseInput(PasswordForm, request.body, labels)
      await provePassword(auth, request.scope, actor, request.ip, password)
      await beginTwoFactor(auth, request.headers.cookie ?? '', password)
      return reply.redirect(localPath(request.lang, '/tai-khoan/ma-xac-nhan'), 303)
    } catch (error) {
      return showTwoFactor(request, reply, { is: 'off' }, error)
    }
  })

  app.post('/tai-khoan/ma-xac-nhan/xac-nhan', async (request, reply) => {
    const actor = requireOwnPassword(request)
    const state = await twoFactorState(request)
    if (state.is !== 'pending') throw new DomainError(state.is === 'on' ? 'two_factor_is_on' : 'no_enrolment', 409)
    try {
      const { code } = parseInput(ConfirmForm, request.body, labels)
      const { recoveryCodes, cookies } = await confirmTwoFactor(auth, actor, request.headers.cookie ?? '', code)
      reply.header('set-cookie', cookies)
      return await showTwoFactor(request, reply, { is: 'confirmed', recoveryCodes })
    } catch (error) {
      return showTwoFactor(request, reply, state, error)
    }
  })

  app.post('/tai-khoan/ma-xac-nhan/tat', async (request, reply) => {
    const actor = requireOwnPassword(request)
    try {
      const { password } = parseInput(PasswordForm, request.body, labels)
      await provePassword(auth, request.scope, actor, request.ip, password)
      reply.header('set-cookie', await endTwoFactor(auth, request.headers.cookie ?? '', password))
      return reply.redirect(account(request, 'twoFactorEnded'), 303)
    } catch (error) {
      return showTwoFactor(request, reply, { is: 'on' }, error)
    }
  })

  async function twoFactorState(request: FastifyRequest): Promise<TwoFactorState> {
    const actor = requireOwnPassword(request)
    if (await hasTwoFactor(db, actor.personId)) return { is: 'on' }
    const pending = await pendingEnrolment(auth, actor, `Cổng Dân ${request.site.shortName}`)
    return pending ? { is: 'pending', ...pending } : { is: 'off' }
  }
}

/** With a temporary password only the password page is open. */
function requireOwnPassword(request: FastifyRequest) {
  const actor = requireActor(request)
  if (!request.passwordIsTemporary) return actor
  request.detour = 'password'
  throw new DomainError('password_change_needed', 403)
}

function showPassword(request: FastifyRequest, reply: FastifyReply, error?: unknown) {
  const { username } = requireActor(request)
  const { lang } = request
  const problems = error === undefined ? [] : formProblems(lang, error)
  return sendPage(
    request,
    reply,
    { title: text[lang].password.title, noindex: true, islands: ['error-focus'], status: error === undefined ? 200 : statusOf(error) },
    <PasswordPage lang={lang} csrf={request.csrfToken()} username={username} temporary={request.passwordIsTemporary} problems={problems} />,
  )
}

function showTwoFactor(request: FastifyRequest, reply: FastifyReply, state: TwoFactorState, error?: unknown) {
  const { lang } = request
  const problems = error === undefined ? [] : formProblems(lang, error, { wrong_password: 'password' })
  return sendPage(
    request,
    reply,
    { title: text[lang].twoFactor.title, noindex: true, islands: ['error-focus'], status: error === undefined ? 200 : statusOf(error) },
    <TwoFactorPage lang={lang} csrf={request.csrfToken()} state={state} problems={problems} />,
  )
}
