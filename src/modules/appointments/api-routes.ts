import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { allow, type Bucket } from '../../platform/rate-limit.ts'
import { secretHeader } from '../../platform/secret-check.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { auditRead } from '../history/index.ts'
import { allowedActs, requireAct } from '../lifecycle/index.ts'
import { recordOwnLook } from '../personal-data/index.ts'
import { type Access, findAccess, findReadable } from './access.ts'
import { acts } from './acts/index.ts'
import { matterOf } from './appointment.ts'
import { askAppointment } from './ask-appointment.ts'
import { type AppointmentOptions, actOn } from './feature.ts'
import { AskInput, labels } from './fields.ts'
import { lifecycle } from './lifecycle.ts'
import { listDays } from './reception-days.ts'
import { text } from './text.ts'
import { appointmentJson, dayJson, viewAppointment, viewJson } from './views.ts'

/** A whole neighbourhood may stand behind one address; a flood does not get through. */
const asking: Bucket = { burst: 120, perSecond: 1 }
const SECRET = 'x-appointment-secret'

const ByCode = z.object({ code: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const PageQuery = z.strictObject({
  after: z.preprocess(blankIsAbsent, z.string().max(200).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
})

/** @throws DomainError too_many_requests 429 */
export function limitAsking(request: FastifyRequest): void {
  if (!allow(`ask:${request.ip}`, asking)) throw new DomainError('too_many_requests', 429)
}

/** Each look at a name and number by an officer is recorded. */
export async function auditLook(
  options: Pick<AppointmentOptions, 'db'>,
  request: FastifyRequest,
  { appointment, roles }: Access,
): Promise<void> {
  if (request.actor && !roles.has('filer')) await auditRead(options.db, request.scope, request.actor, matterOf(appointment), 'filer')
}

/** `/api/v1` for appointments and reception days. */
export async function apiRoutes(app: FastifyInstance, options: AppointmentOptions): Promise<void> {
  const { db } = options
  const tags = ['appointments']

  app.get('/api/v1/reception-days', { schema: { tags, summary: 'Coming reception days', querystring: PageQuery } }, async (request) => {
    const { after, limit } = parseInput(PageQuery, request.query, labels)
    const page = await listDays(db, request.scope, civilDateOf(options.now()), after, limit)
    return { items: page.items.map(dayJson), next: page.next }
  })

  app.post('/api/v1/appointments', { schema: { tags, summary: 'Ask for an appointment', body: AskInput } }, async (request, reply) => {
    limitAsking(request)
    const input = parseInput(AskInput, request.body, labels)
    const { matter, secret, repeated } = await askAppointment(options, request.scope, request.site, input, request.actor)
    return reply.code(repeated ? 200 : 201).send({ ...appointmentJson(matter), secret })
  })

  app.get('/api/v1/appointments/:code', { schema: { tags, summary: 'One appointment', params: ByCode } }, async (request) => {
    const access = await findReadable(db, request, codeOf(request), secretHeader(request, SECRET))
    const view = await viewAppointment(db, request.scope, access)
    if (view.filer) await auditLook(options, request, access)
    if (access.roles.has('filer')) await recordOwnLook(db, request.scope, matterOf(access.appointment), civilDateOf(options.now()))
    return viewJson(view)
  })

  app.get(
    '/api/v1/appointments/:code/acts',
    { schema: { tags, summary: 'What the caller may do now', params: ByCode } },
    async (request) => {
      const { appointment, roles } = await findReadable(db, request, codeOf(request), secretHeader(request, SECRET))
      const items = allowedActs(lifecycle, appointment, roles).map((act) => ({
        act,
        label: text[request.lang].act[act],
        input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
      }))
      return { items }
    },
  )

  const params = ByCode.extend({ act: z.string() })
  app.post('/api/v1/appointments/:code/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (request) => {
    const secret = secretHeader(request, SECRET)
    if (!request.actor && secret === null) throw new DomainError('not_signed_in', 401)
    const access = await findAccess(db, request, codeOf(request), secret)
    const act = requireAct(acts, (request.params as { act: string }).act)
    return appointmentJson(await actOn(options, request, access, act, request.body))
  })
}

function codeOf(request: FastifyRequest): string {
  return (request.params as { code: string }).code
}
