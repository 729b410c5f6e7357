import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { listStaff } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { findProgrammeBySlug, programmesOf } from '../programme-repository.ts'
import { isShown } from '../rules.ts'
import { dueCalendar, listDueItems } from './due-items.ts'
import { findFeed } from './feeds.ts'
import { clockPaths } from './paths.ts'
import { text } from './text.ts'

/** Due days for calendar programs: a plan's for everybody, a person's and an agency's by a secret address. */
export async function feedRoutes(app: FastifyInstance, { db, now, publicUrl }: ProgrammeOptions): Promise<void> {
  const origin = publicUrl ? new URL(publicUrl).origin : null
  const send = (reply: FastifyReply, cacheControl: string, file: string) =>
    reply.type('text/calendar; charset=utf-8').header('cache-control', cacheControl).send(file)

  app.get<{ Params: { slug: string } }>('/loi-hua/:slug(^[a-z0-9-]+).ics', async (request, reply) => {
    const { scope, site, lang } = request
    const plan = await findProgrammeBySlug(db, scope, request.params.slug)
    if (!plan || !isShown(plan)) throw new NotFound()
    const below = await programmesOf(db, scope).where('plan_id', '=', plan.id).where('status', 'in', ['published', 'ended']).execute()
    const items = await listDueItems(db, scope, { programmeIds: [plan.id, ...below.map(({ id }) => id)] })
    const name = `${text[lang].calendar.feed}: ${plan.title}`
    return send(reply, 'public, max-age=300', dueCalendar(name, items, site.slug, origin, paths.task))
  })

  for (const [path, ofUnit] of [
    [clockPaths.ownFeed, false],
    [clockPaths.unitFeed, true],
  ] as const) {
    app.get<{ Querystring: { khoa?: string } }>(path, async (request, reply) => {
      const whose = await findReader(request, ofUnit)
      const items = await listDueItems(db, request.scope, whose)
      const words = text[request.lang].calendar
      return send(
        reply,
        'private, no-store',
        dueCalendar(ofUnit ? words.unitFeed : words.title, items, request.site.slug, origin, paths.officeTask),
      )
    })
  }

  /** Whoever left the office, or the agency, reads nothing more; a wrong address looks like none. */
  async function findReader(request: FastifyRequest<{ Querystring: { khoa?: string } }>, ofUnit: boolean) {
    const { scope, query } = request
    const feed = typeof query.khoa === 'string' ? await findFeed(db, scope, query.khoa) : undefined
    if (!feed || (feed.unitId !== null) !== ofUnit) throw new NotFound()
    const staff = await listStaff(db, scope, { on: civilDateOf(now()) })
    const person = staff.find(({ personId }) => personId === feed.personId)
    if (!person || (feed.unitId !== null && person.unitId !== feed.unitId)) throw new NotFound()
    return feed.unitId === null ? { personId: feed.personId } : { unitId: feed.unitId }
  }
}
