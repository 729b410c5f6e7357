import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, hasRole, listStaff, type Role, requireRole } from '../../accounts/index.ts'
import { audit } from '../../history/index.ts'
import { workers } from '../office/roles.ts'
import type { PetitionOptions } from '../service.ts'
import { handOver, heldBy, worksOnCases } from './hand-over.ts'
import { HandoverPage } from './handover-page.tsx'
import { HandoverInput, labels } from './inputs.ts'
import { HANDOVER } from './paths.ts'
import { text } from './text.ts'

/** The administrator sees numbers, never cases; a head of unit acts within the own unit. */
export const handoverRoles = ['administrator', 'chairman', 'unitHead'] as const satisfies readonly Role[]

/** `/lam-viec/ban-giao`: all cases in an officer's hand go to another at once. */
export const handoverRoutes: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db, now } = options

  app.get<{ Querystring: { from?: unknown; xong?: unknown } }>(HANDOVER, async (request, reply) => {
    const actor = requireRole(request, handoverRoles)
    const { from, xong } = request.query
    const done = typeof xong === 'string' && /^\d{1,7}$/.test(xong) ? Number(xong) : null
    return show(request, reply, actor, { from: typeof from === 'string' ? from : null, done })
  })

  app.post(HANDOVER, async (request, reply) => {
    const actor = requireRole(request, handoverRoles)
    const { _csrf, ...typed } = { ...(request.body as Record<string, string>) }
    try {
      const input = parseInput(HandoverInput, typed, labels)
      const moved = await handOver(options, request.scope, { ...input, actor, unitId: reachOf(actor), role: roleOf(actor) })
      await audit(db, request.scope, actor, 'cases.handedOver', null, { from: input.from, to: input.to, moved })
      return await reply.redirect(localPath(request.lang, `${HANDOVER}?xong=${moved}`), 303)
    } catch (error) {
      const { status, problems } = refusalOf(request, error)
      return show(request, reply, actor, { from: typed['from'] ?? null, done: null, to: typed['to'], status, problems })
    }
  })

  interface Shown {
    from: string | null
    done: number | null
    to?: string | undefined
    status?: number
    problems?: readonly { field: string; text: string }[]
  }

  async function show(request: FastifyRequest, reply: FastifyReply, actor: Actor, { from, done, to, status = 200, problems = [] }: Shown) {
    const { lang, scope } = request
    const reach = reachOf(actor)
    const officers = (await listStaff(db, scope)).filter((person) => worksOnCases(person) && (reach === null || person.unitId === reach))
    const chosen = officers.find((person) => person.personId === from) ?? null
    const takers = chosen?.unitId
      ? (await listStaff(db, scope, { unitId: chosen.unitId, on: civilDateOf(now()) })).filter(worksOnCases)
      : []
    return sendPage(
      request,
      reply,
      {
        title: chosen ? `${text[lang].title}: ${chosen.name}` : text[lang].title,
        current: '/lam-viec',
        noindex: true,
        office: true,
        status,
        islands: ['error-focus'],
      },
      <HandoverPage
        lang={lang}
        csrf={request.csrfToken()}
        hasInbox={hasRole(actor, ...workers)}
        officers={officers}
        takers={takers}
        chosen={chosen}
        held={chosen && (await heldBy(db, scope, chosen.personId, reach))}
        done={done}
        to={to}
        problems={problems}
      />,
    )
  }
}

/** The unit within which somebody may hand over; null: everywhere. One who is head of nothing reaches nothing. */
function reachOf(actor: Actor): string | null {
  return hasRole(actor, 'administrator', 'chairman') ? null : (actor.unitId ?? '00000000-0000-0000-0000-000000000000')
}

function roleOf(actor: Actor): string {
  return handoverRoles.find((role) => hasRole(actor, role)) ?? 'unitHead'
}
