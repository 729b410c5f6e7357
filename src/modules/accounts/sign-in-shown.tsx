import type { FastifyReply, FastifyRequest } from 'fastify'
import { documentOf, sendPage } from '../../ui/page.tsx'
import type { Actor } from './accounts.ts'
import { formProblems, statusOf } from './form-problems.ts'
import type { TypedForm } from './idle/typed.ts'
import { CodePage } from './pages/code-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { TypedPage } from './pages/typed-page.tsx'
import { safeReturnPath } from './return-path.ts'
import { text } from './text.ts'

interface Shown {
  back: string | null
  username?: string
  typed?: TypedForm | null
  error?: unknown
}

const headOf = (title: string) => ({ title, noindex: true, islands: ['error-focus'] as const })

export function showSignIn(request: FastifyRequest, reply: FastifyReply, shown: Shown) {
  const { lang } = request
  const problems = shown.error === undefined ? [] : formProblems(lang, shown.error)
  const status = shown.error === undefined ? 200 : statusOf(shown.error)
  return sendPage(
    request,
    reply,
    { ...headOf(text[lang].signIn.title), status },
    <SignInPage
      lang={lang}
      csrf={request.csrfToken()}
      back={shown.back}
      username={shown.username ?? ''}
      problems={problems}
      typed={shown.typed ?? null}
      ended={request.sessionEnded}
    />,
  )
}

export function showCode(request: FastifyRequest, reply: FastifyReply, shown: Omit<Shown, 'username'>) {
  const { lang } = request
  const problems = shown.error === undefined ? [] : formProblems(lang, shown.error)
  const status = shown.error === undefined ? 200 : statusOf(shown.error)
  return sendPage(
    request,
    reply,
    { ...headOf(text[lang].code.title), status },
    <CodePage lang={lang} csrf={request.csrfToken()} back={shown.back} problems={problems} typed={shown.typed ?? null} />,
  )
}

/** The sign-in page in place of an act that came too late. */
export function signInWithTyped(request: FastifyRequest, typed: TypedForm): string {
  const { lang } = request
  return documentOf(
    request.chrome(),
    headOf(text[lang].signIn.title),
    <SignInPage lang={lang} csrf={request.csrfToken()} back={safeReturnPath(request.pagePath)} typed={typed} ended />,
  )
}

/** Signed in again: what was typed waits for one press. */
export function showTyped(request: FastifyRequest, reply: FastifyReply, actor: Actor, backHref: string, typed: TypedForm) {
  const { lang } = request
  request.actor = actor
  return sendPage(
    request,
    reply,
    headOf(text[lang].typed.title),
    <TypedPage lang={lang} csrf={request.csrfToken()} backHref={backHref} typed={typed} />,
  )
}
