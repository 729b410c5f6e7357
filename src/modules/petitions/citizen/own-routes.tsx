import type { FastifyPluginAsync } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { isUuid } from '../../../shared/ids.ts'
import { sendPage } from '../../../ui/page.tsx'
import { requireActor } from '../../accounts/index.ts'
import { listOwn } from './find-petition.ts'
import type { CitizenOptions } from './options.ts'
import { OwnListPage } from './pages/own-list-page.tsx'
import { text } from './text.ts'

const PAGE = 20

/** `/tai-khoan/don`: what a signed-in resident has filed. */
export const ownRoutes: FastifyPluginAsync<CitizenOptions> = async (app, { db, now }) => {
  app.get<{ Querystring: { after?: string } }>('/tai-khoan/don', async (request, reply) => {
    const actor = requireActor(request)
    const { after } = request.query
    if (after !== undefined && !(typeof after === 'string' && isUuid(after))) throw new DomainError('bad_cursor', 422)
    const { lang } = request
    const page = await listOwn(db, request.scope, actor.personId, after ?? null, PAGE)
    return sendPage(
      request,
      reply,
      { title: text[lang].own.title, noindex: true, current: '/tai-khoan/don' },
      <OwnListPage lang={lang} page={page} first={after === undefined} today={civilDateOf(now())} />,
    )
  })
}
