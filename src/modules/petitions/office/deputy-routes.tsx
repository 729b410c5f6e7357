import type { FastifyPluginAsync } from 'fastify'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findPeople, listUnits, requireRole } from '../../accounts/index.ts'
import { listBehalves } from '../behalf/behalf-repository.ts'
import { deskOf } from '../desk-scope.ts'
import { type InboxFilter, listInbox } from '../list-inbox.ts'
import type { PetitionOptions } from '../service.ts'
import { SOON_DAYS } from './due-words.ts'
import { DEPUTY, DeputyPage } from './pages/deputy-page.tsx'
import { readers } from './roles.ts'
import { text } from './text.ts'

const ROWS = 30

/** `/lam-viec/ky-thay`: answers of the whole office that wait for whoever signs for the chairman today. */
export const deputyRoutes: FastifyPluginAsync<PetitionOptions> = async (app, { db, now }) => {
  app.get<{ Querystring: { after?: unknown } }>(DEPUTY, async (request, reply) => {
    const actor = requireRole(request, readers)
    if (!actor.signsFor) throw new DomainError('forbidden', 403)
    const { lang, scope, query } = request
    const today = civilDateOf(now())
    const after = typeof query.after === 'string' ? query.after : null
    const filter: InboxFilter = { view: 'waiting', exceptKind: actor.signsFor.complaints ? undefined : 'complaint' }
    const days = { today, soon: addDays(today, SOON_DAYS) }
    const [list, units] = await Promise.all([
      listInbox(db, scope, { ...deskOf(actor), unitId: null }, filter, days, after, ROWS),
      listUnits(db, scope),
    ])
    const behalves = await listBehalves(
      db,
      scope,
      list.items.map(({ id }) => id),
    )
    const officers = await findPeople(
      db,
      list.items.flatMap(({ officerId }) => officerId ?? []),
    )
    return sendPage(
      request,
      reply,
      { title: text[lang].deputy.title, current: '/lam-viec', noindex: true, office: true, wide: true, islands: ['office-keys'] },
      <DeputyPage lang={lang} list={list} units={units} officers={officers} behalves={behalves} today={today} filter={filter} />,
    )
  })
}
