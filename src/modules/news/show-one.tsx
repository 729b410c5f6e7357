import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendPage } from '../../ui/page.tsx'
import type { Access } from './access.ts'
import { listGuardedFiles } from './article-files.ts'
import type { NewsOptions } from './feature.ts'
import { OnePage, type OnePageProps } from './pages/one-page.tsx'
import { paths } from './paths.ts'
import { shownFiles } from './shown-files.ts'
import { text } from './text.ts'
import { viewForOffice } from './views.ts'

/** Lists and forms of officers' screens. */
export const officeHead = { current: paths.office, noindex: true, office: true } as const

type Shown = Pick<OnePageProps, 'attempt' | 'done' | 'fileProblems' | 'fileRefusal'>

/** The page of one article in the office, also around what was just refused. */
export async function showOne(
  { db, slots }: Pick<NewsOptions, 'db' | 'slots'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { article, roles }: Access,
  shown: Shown,
) {
  const { lang, scope } = request
  const [view, files, ownFiles, ratings] = await Promise.all([
    viewForOffice(db, scope, article, roles),
    shownFiles(db, scope, lang, article),
    listGuardedFiles(db, scope, article),
    slots?.ratingsDesk?.({ lang, scope, article }),
  ])
  const head = {
    ...officeHead,
    title: `${text[lang].office.title}: ${article.title}`,
    status: shown.attempt?.refusal.status ?? (shown.fileRefusal ? 409 : undefined),
    islands: ['error-focus'] as const,
  }
  return sendPage(
    request,
    reply,
    head,
    <OnePage lang={lang} csrf={request.csrfToken()} view={view} files={files} ownFiles={ownFiles} ratings={ratings} {...shown} />,
  )
}
