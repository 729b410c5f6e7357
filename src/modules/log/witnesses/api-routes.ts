import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../../platform/http/index.ts'
import { allow } from '../../../platform/rate-limit.ts'
import { DomainError } from '../../../shared/errors.ts'
import { labels } from './fields.ts'
import type { WitnessOptions } from './routes.tsx'
import { takeCosignatures, takeRefusal } from './take-note.ts'
import { WITNESSES_TAG } from './witness.ts'

const NoteInput = z.strictObject({ note: z.string().max(40_000) })

/** Each is checked against every witness's key: a flood of nonsense must stay cheap. */
const BUCKET = { burst: 60, perSecond: 1 }

/** `/api/v1/log/…`: what witnesses bring that cannot be reached. Their signature is their key to it. */
export async function apiRoutes(app: FastifyInstance, { db, now, dropPages }: WitnessOptions): Promise<void> {
  const tags = ['public log']
  const limit = (request: FastifyRequest) => {
    if (!allow(`witness ${request.ip}`, BUCKET)) throw new DomainError('too_many_requests', 429)
  }

  app.post(
    '/api/v1/log/cosignatures',
    { schema: { tags, summary: 'A checkpoint of this log with cosignatures of its witnesses, as a signed note', body: NoteInput } },
    async (request, reply) => {
      limit(request)
      const { note } = parseInput(NoteInput, request.body, labels)
      const taken = await takeCosignatures(db, request.scope, note, now())
      dropPages([WITNESSES_TAG])
      return reply.code(201).send(taken)
    },
  )

  app.post(
    '/api/v1/log/refusals',
    { schema: { tags, summary: 'A witness says, signed, that it does not cosign and why', body: NoteInput } },
    async (request, reply) => {
      limit(request)
      const { note } = parseInput(NoteInput, request.body, labels)
      const { reason } = await takeRefusal(db, request.scope, note, now())
      dropPages([WITNESSES_TAG])
      return reply.code(201).send({ reason })
    },
  )
}
