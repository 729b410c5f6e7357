import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import type { Matter } from '../history/index.ts'
import { matterOfToken } from './choice.ts'
import { findChoice, setChoice } from './choice-repository.ts'
import type { NoticeSource } from './notice.ts'
import { ChoicePage } from './pages/choice-page.tsx'
import { text } from './text.ts'

export interface ChoiceRouteOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  /** By type of matter. */
  sources: Readonly<Record<string, NoticeSource>>
  dropPages: (tags: readonly string[]) => void
}

interface ByToken {
  Params: { token: string }
  Querystring: { xong?: string }
  Body: Record<string, unknown> | undefined
}

/**
 * `/thu/{token}`, the link in each mail. Looking changes nothing: programs that check links look. A POST without a word of ours is a
 * mail program's (RFC 8058: no cookie, `List-Unsubscribe=One-Click`, no redirect in answer) and stops the mail.
 */
export const choiceRoutes: FastifyPluginAsync<ChoiceRouteOptions> = async (app, { db, appKey, now, sources, dropPages }) => {
  app.get<ByToken>('/thu/:token', async (request, reply) => show(request, reply, matterOf(request), request.query.xong !== undefined))

  app.post<ByToken>('/thu/:token', { config: { keyInAddress: true } }, async (request, reply) => {
    const matter = matterOf(request)
    const asked = request.body?.['choice']
    const stop = sources[matter.type]?.stop
    const choice = asked === 'each' || (asked === 'daily' && stop) ? asked : 'none'
    const tags = await db.transaction().execute(async (trx) => {
      const ended = choice === 'none' ? await stop?.(trx, request.scope, matter.id, now()) : undefined
      await setChoice(trx, request.scope, matter, choice, now())
      return ended ?? []
    })
    dropPages(tags)
    if (asked === undefined) return show(request, reply, matter, true)
    return reply.redirect(localPath(request.lang, `/thu/${request.params.token}?xong=1`), 303)
  })

  function matterOf(request: FastifyRequest<ByToken>): Matter {
    const matter = matterOfToken(appKey, request.scope, request.params.token, Object.keys(sources))
    if (!matter) throw new NotFound()
    return matter
  }

  async function show(request: FastifyRequest<ByToken>, reply: FastifyReply, matter: Matter, changed: boolean) {
    const { lang, scope } = request
    const choice = await findChoice(db, scope, matter)
    const source = sources[matter.type]!
    const kind = (there: boolean) => (!source.stop ? 'pause' : there ? 'end' : 'gone')
    const named = (await source.matters(scope, null, [matter.id])).get(matter.id)
    return sendPage(
      request,
      reply,
      { title: titleOf(lang, kind(named !== undefined)), noindex: true },
      <ChoicePage
        lang={lang}
        action={`/thu/${request.params.token}`}
        choice={choice}
        matter={named?.text ?? ''}
        about={source.choice?.[lang]}
        kind={kind(named !== undefined)}
        changed={changed}
      />,
    )
  }
}

function titleOf(lang: Lang, kind: 'pause' | 'end' | 'gone'): string {
  const { page, ending } = text[lang].choice
  return { pause: page.title, end: ending.title, gone: ending.goneTitle }[kind]
}
