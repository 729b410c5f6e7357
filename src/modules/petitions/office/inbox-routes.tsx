import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { addDays, civilDateOf } from '../../../shared/civil-date.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, findPeople, hasRole, listUnits, requireRole } from '../../accounts/index.ts'
import { mayReadModeration, waitingForModeration } from '../../moderation/index.ts'
import { InboxQuery } from '../api-routes.ts'
import { listBehalves } from '../behalf/behalf-repository.ts'
import { bulkActsOf } from '../bulk/bulk-act.ts'
import { listReminded } from '../bulk/remind-check.ts'
import { deskOf } from '../desk-scope.ts'
import { handoverRoles } from '../handover/handover-routes.tsx'
import { listInbox } from '../list-inbox.ts'
import { inboxReminders } from '../reminders/inbox-reminders.ts'
import type { PetitionOptions } from '../service.ts'
import { labels } from '../statistics/labels.ts'
import { writers as templateWriters } from '../templates/rules.ts'
import { inboxCounts } from './counts.ts'
import { SOON_DAYS } from './due-words.ts'
import { InboxPage } from './pages/inbox-page.tsx'
import { NotYoursPage } from './pages/not-yours-page.tsx'
import { counterStaff, readers, workers } from './roles.ts'
import { text } from './text.ts'

const ROWS = 30

/** The address of a list may carry words of others (a tracker's mark): they are left alone, unlike in the API. */
const PageQuery = z.object(InboxQuery.omit({ limit: true }).shape)

/** `/lam-viec`: the officers' list. */
export const inboxRoutes: FastifyPluginAsync<PetitionOptions> = async (app, { db, now }) => {
  app.get('/lam-viec', async (request, reply) => {
    const { lang, scope } = request
    const words = text[lang]
    if (isAdministratorOnly(request.actor)) {
      const page = { title: words.notYours.title, noindex: true, office: true, status: 403, current: '/lam-viec' }
      return sendPage(request, reply, page, <NotYoursPage lang={lang} />)
    }
    const actor = requireRole(request, readers)
    const desk = deskOf(actor)
    const { after, ...asked } = parseInput(PageQuery, request.query, labels)
    const readsOnly = !hasRole(actor, ...workers)
    // An auditor has no work of the own: the list of all takes the place of "mine".
    const view = readsOnly && asked.view === 'mine' ? 'all' : asked.view
    const filter = { ...asked, view, unit: desk.unitId ? undefined : asked.unit }
    const today = civilDateOf(now())
    const days = { today, soon: addDays(today, SOON_DAYS) }
    const [list, counts, units, reminders, toModerate] = await Promise.all([
      listInbox(db, scope, desk, filter, days, after, ROWS),
      inboxCounts(db, scope, desk, days),
      listUnits(db, scope),
      inboxReminders(db, scope, actor, today),
      mayReadModeration(actor) ? waitingForModeration(db, scope) : null,
    ])
    const behalves = await listBehalves(
      db,
      scope,
      list.items.map(({ id }) => id),
    )
    const officers = await findPeople(
      db,
      list.items.map((petition) => petition.officerId).filter((id) => id !== null),
    )
    return sendPage(
      request,
      reply,
      { title: words.inbox.title, current: '/lam-viec', noindex: true, office: true, wide: true, islands: ['office-keys'] },
      <InboxPage
        lang={lang}
        desk={desk}
        filter={filter}
        continued={after !== null}
        list={list}
        counts={counts}
        reminders={reminders}
        units={units}
        officers={officers}
        behalves={behalves}
        today={today}
        reminded={
          await listReminded(
            db,
            scope,
            list.items.map(({ id }) => id),
            today,
          )
        }
        toModerate={toModerate}
        readsOnly={readsOnly}
        bulk={bulkActsOf(actor)}
        takesDown={hasRole(actor, ...counterStaff)}
        signs={actor.signsFor !== undefined}
        wordsTemplates={hasRole(actor, ...templateWriters)}
        handsOver={hasRole(actor, ...handoverRoles)}
      />,
    )
  })
}

function isAdministratorOnly(actor: Actor | null): boolean {
  return hasRole(actor, 'administrator') && !hasRole(actor, ...readers)
}
