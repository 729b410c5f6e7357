import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { type Actor, requireRole, type Scope } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { listOutbox } from './list-outbox.ts'
import { type Notice, type NoticeSource, noticeStates } from './notice.ts'
import { OUTBOX, OutboxPage } from './pages/outbox-page.tsx'
import { resendNotice } from './resend-notice.ts'
import { text } from './text.ts'

const ROWS = 50
const administrators = ['administrator'] as const

export interface NoticeRouteOptions {
  db: Db
  /** False: SMTP_URL is not set. */
  configured: boolean
  /** By type of matter. */
  sources: Readonly<Record<string, NoticeSource>>
  /** What else waits in vain and only an administrator can put right, in sentences. */
  standstills?: (scope: Scope, lang: Lang) => Promise<string[]>
}

/** A wrong state in the address shows them all. */
const Query = z.object({
  state: z.enum(noticeStates).nullable().catch(null),
  after: z.string().max(200).nullable().catch(null),
  xong: z.string().optional().catch(undefined),
})

/** `/lam-viec/quan-tri/hop-thu`: what was told to whom, and whether it went out. */
export const noticeRoutes: FastifyPluginAsync<NoticeRouteOptions> = async (app, { db, configured, sources, standstills }) => {
  app.get(OUTBOX, async (request, reply) => {
    const actor = requireRole(request, administrators)
    const { lang, scope } = request
    const { state, after, xong } = Query.parse(request.query)
    const found = await listOutbox(db, scope, { state, after, limit: ROWS })
    const list = { ...found, items: found.items.map((notice) => (sources[notice.matter.type]?.isSecret ? hidden(notice) : notice)) }
    await audit(db, scope, actor, 'notice.listed', null, { state, rows: list.items.length })
    const names = await namesOf(scope, actor, list.items)
    return sendPage(
      request,
      reply,
      { title: text[lang].title, noindex: true, office: true, wide: true },
      <OutboxPage
        lang={lang}
        csrf={request.csrfToken()}
        state={state}
        list={list}
        configured={configured}
        standstills={(await standstills?.(scope, lang)) ?? []}
        resent={xong !== undefined}
        kindName={({ matter, kind }) => sources[matter.type]?.kinds[lang][kind] ?? kind}
        matterOf={({ matter }) => names.get(matter.type)?.get(matter.id)}
      />,
    )
  })

  app.post<{ Params: { id: string } }>(`${OUTBOX}/:id/gui-lai`, async (request, reply) => {
    const actor = requireRole(request, administrators)
    const { id } = request.params
    if (!isUuid(id)) throw new NotFound()
    if (!configured) throw new DomainError('mail_not_configured', 409)
    await db.transaction().execute((trx) => resendNotice(trx, request.scope, actor, id))
    return reply.redirect(localPath(request.lang, `${OUTBOX}?xong=1`), 303)
  })

  /** That a mail went out, or did not, and no word of whom or what about. */
  function hidden(notice: Notice): Notice {
    return { ...notice, maskedTo: notice.maskedTo && '***', subject: '***' }
  }

  /** One question per type of matter; none of those that are secret. */
  async function namesOf(scope: Scope, actor: Actor, notices: readonly Notice[]) {
    const open = notices.filter(({ matter }) => !sources[matter.type]?.isSecret)
    const byType = Map.groupBy(open, ({ matter }) => matter.type)
    const named = await Promise.all(
      [...byType].map(async ([type, some]) => {
        const ids = [...new Set(some.map(({ matter }) => matter.id))]
        return [type, (await sources[type]?.matters(scope, actor, ids)) ?? new Map()] as const
      }),
    )
    return new Map(named)
  }
}
