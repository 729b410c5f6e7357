import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { allow, type Bucket } from '../../platform/rate-limit.ts'
import { secretHeader } from '../../platform/secret-check.ts'
import { DomainError } from '../../shared/errors.ts'
import { auditRead } from '../history/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { type Access, findAccess, findReadable } from './access.ts'
import { askDataRequest, proveOwn } from './ask-data-request.ts'
import { matterOf } from './data-request.ts'
import { actOn, actsFrom, type DataRequestOptions } from './feature.ts'
import { AskInput, labels } from './fields.ts'
import { dataRequestJson, viewDataRequest, viewJson } from './views.ts'

const asking: Bucket = { burst: 60, perSecond: 1 }
const SECRET = 'x-data-request-secret'
const ByCode = z.object({ code: z.string() })

/** @throws DomainError too_many_requests 429 */
export function limitAsking(request: FastifyRequest): void {
  if (!allow(`dataRequest:${request.ip}`, asking)) throw new DomainError('too_many_requests', 429)
}

/** Each look by an officer at what a person wrote is recorded. */
export async function auditLook({ db }: Pick<DataRequestOptions, 'db'>, http: FastifyRequest, { request, roles }: Access): Promise<void> {
  if (http.actor && !roles.has('requester')) await auditRead(db, http.scope, http.actor, matterOf(request), 'words')
}

/** `/api/v1/data-requests`. */
export async function apiRoutes(app: FastifyInstance, options: DataRequestOptions): Promise<void> {
  const { db } = options
  const tags = ['data-requests']
  const codeOf = (http: FastifyRequest) => (http.params as { code: string }).code

  app.post('/api/v1/data-requests', { schema: { tags, summary: 'Ask about the data held', body: AskInput } }, async (http, reply) => {
    limitAsking(http)
    const { subjectSecret, ...input } = parseInput(AskInput, http.body, labels)
    const proven = await proveOwn(options, http, input.subjectCode, subjectSecret)
    const { matter, secret, repeated } = await askDataRequest(options, http.scope, http.site, proven, input, http.actor)
    return reply.code(repeated ? 200 : 201).send({ ...dataRequestJson(matter), secret })
  })

  app.get('/api/v1/data-requests/:code', { schema: { tags, summary: 'One request', params: ByCode } }, async (http) => {
    const access = await findReadable(db, http, codeOf(http), secretHeader(http, SECRET))
    const view = await viewDataRequest(db, http.scope, access)
    if (view.words) await auditLook(options, http, access)
    return viewJson(view)
  })

  const params = ByCode.extend({ act: z.string() })
  app.post('/api/v1/data-requests/:code/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (http) => {
    const secret = secretHeader(http, SECRET)
    if (!http.actor && secret === null) throw new DomainError('not_signed_in', 401)
    const access = await findAccess(db, http, codeOf(http), secret)
    const act = requireAct(actsFrom(options.sources), (http.params as { act: string }).act)
    return dataRequestJson(await actOn(options, http, access, act, http.body))
  })
}
