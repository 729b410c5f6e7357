import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../platform/database.ts'
import { parseInput } from '../../../platform/http/index.ts'
import { allow, type Bucket } from '../../../platform/rate-limit.ts'
import { DomainError } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { isStorable } from '../../../shared/vietnamese-text.ts'
import { labels, SUBJECT_MAX } from '../fields.ts'
import { hasEnded } from '../following/follower.ts'
import { followPath } from '../following/paths.ts'
import { text as followingText } from '../following/text.ts'
import { text as petitionText } from '../text.ts'
import { findSimilar } from './find-similar.ts'

/** A person types a subject in some pauses; a whole office behind one address does so a few times a second. */
const asking: Bucket = { burst: 60, perSecond: 5 }
const MOST = 5

export const SimilarQuery = z.strictObject({
  q: z
    .string()
    .max(SUBJECT_MAX)
    .refine(isStorable, { params: { code: 'unstorable' } }),
})

/** `/api/v1/petitions/similar`: public cases that sound like a subject. What was asked is neither kept nor logged. */
export const similarApi: FastifyPluginAsync<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/petitions/similar',
    { schema: { tags: ['petitions'], summary: 'Public cases that sound like a subject', querystring: SimilarQuery } },
    async (request, reply) => {
      if (!allow(`similar:${request.ip}`, asking)) throw new DomainError('too_many_requests', 429)
      const { q } = parseInput(SimilarQuery, request.query, labels)
      const { lang, scope } = request
      const cases = await findSimilar(db, scope, { subject: q, among: 'public', most: MOST })
      reply.header('cache-control', 'no-store')
      return {
        items: cases.map(({ code, subject, status, receivedOn, outcome, verdict, likeness }) => ({
          code,
          subject,
          status,
          statusText: petitionText[lang].status[status],
          receivedOn,
          outcome,
          verdict,
          likeness: Math.round(likeness * 100) / 100,
          href: localPath(lang, `/don/${code}`),
          follow: hasEnded({ status }) ? null : { href: localPath(lang, followPath(code)), text: followingText[lang].link },
        })),
      }
    },
  )
}
