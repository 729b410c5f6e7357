import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { parseInput } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { findReadable, secretHeader } from './access.ts'
import { labels } from './fields.ts'
import { findReceipt } from './receipt.ts'
import { readsInOffice } from './rules.ts'

const ByCode = z.object({ code: z.string() })
const ReceiptQuery = z.strictObject({
  /** Which step of the case, by its number in the history. */
  seq: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().pipe(z.int().min(1).max(100_000)).default(1)),
})

/** Seconds after which a step that waits has its place. */
const SOON = '1'

/** The receipt of a case, for the filer and for officers who read the case; the filer's alone opens the words. */
export const receiptApi: FastifyPluginAsync<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/petitions/:code/receipt',
    {
      schema: {
        tags: ['petitions'],
        summary: 'The receipt of a step from the public log: a file that anybody can check, offline',
        params: ByCode,
        querystring: ReceiptQuery,
      },
    },
    async (request, reply) => {
      const secret = secretHeader(request)
      if (!request.actor && secret === null) throw new DomainError('not_signed_in', 401)
      const { petition, roles } = await findReadable(db, request, ByCode.parse(request.params).code, secret)
      const isFiler = roles.has('filer')
      // A public case may be known to anybody; its receipt is the filer's.
      if (!isFiler && !readsInOffice(roles)) throw new DomainError('forbidden', 403)
      const { seq } = parseInput(ReceiptQuery, request.query, labels)
      const receipt = await findReceipt(db, request.scope, { petition, seq, isFiler })
      if (!receipt) return reply.code(202).header('retry-after', SOON).send({ status: 'integrating' })
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${petition.code}-${seq}.phieu.json"`)
        .send(Buffer.from(receipt))
    },
  )
}
