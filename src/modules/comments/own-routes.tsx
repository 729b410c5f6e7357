import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { normaliseCode } from '../../platform/code-numbers.ts'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { checkSecret } from '../../platform/secret-check.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import { requiredText } from '../../shared/fields.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { secretMatches, spacedSecret } from '../../shared/secret.ts'
import { sendPage } from '../../ui/page.tsx'
import { moderate } from '../moderation/index.ts'
import { readChoice, setChoice } from '../notices/index.ts'
import { recordOwnLook } from '../personal-data/index.ts'
import { type Comment, matterOf } from './comment.ts'
import { findByCode, findWords } from './comment-repository.ts'
import { labels, ResendInput } from './fields.ts'
import { openComment, openedComment } from './holder-cookie.ts'
import type { CommentOptions } from './options.ts'
import { LookupPage } from './pages/lookup-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { paths } from './paths.ts'
import { text } from './text.ts'
import { viewOwn } from './views.ts'

const Secret = z.strictObject({ secret: requiredText({ max: 60, singleLine: true }) })
const BODY_LIMIT = 2 * 1024 * 1024

interface Shown {
  keep?: { secret: string; link: string }
  saved?: boolean
  refusal?: FormRefusal
}

type ByCode = {
  Params: { code: string }
  Querystring: { moi?: string; xong?: string; khoa?: unknown }
  Body: Record<string, unknown> | undefined
}

/** `/y-kien/{code}`: one's own comment, opened by its secret, a private link or the account that sent it. */
export async function ownRoutes(app: FastifyInstance, options: CommentOptions): Promise<void> {
  const { db, subjects } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false
  const codeOf = (http: FastifyRequest<ByCode>) => normaliseCode(http.params.code)

  app.get<ByCode>('/y-kien/:code', async (http, reply) => {
    const { khoa } = http.query
    if (typeof khoa === 'string') return openBy(http, reply, khoa)
    const own = await opened(http)
    if (!own) return showLookup(http, reply)
    await recordOwnLook(db, http.scope, matterOf(own.comment), civilDateOf(options.now()))
    const saved = http.query.xong !== undefined
    if (http.query.moi === undefined || own.secret === null) return showOwn(http, reply, own.comment, { saved })
    const path = localPath(http.lang, `${paths.own(own.comment.code)}?khoa=${own.secret}`)
    const origin = options.publicUrl ? new URL(options.publicUrl).origin : `${http.protocol}://${http.host}`
    return showOwn(http, reply, own.comment, { keep: { secret: own.secret, link: `${origin}${path}` } })
  })

  app.post<ByCode>('/y-kien/:code', async (http, reply) => {
    try {
      const { secret } = parseInput(Secret, http.body, labels)
      return await openBy(http, reply, secret)
    } catch (error) {
      return showLookup(http, reply, refusalOf(http, error))
    }
  })

  app.post<ByCode>('/y-kien/:code/sua', { bodyLimit: BODY_LIMIT }, async (http, reply) => {
    const own = await opened(http)
    if (!own) return reply.redirect(localPath(http.lang, paths.own(codeOf(http))), 303)
    return act(http, reply, own.comment, 'resend', () => {
      parseInput(ResendInput, http.body, labels)
    })
  })

  app.post<ByCode>('/y-kien/:code/rut', async (http, reply) => {
    const own = await opened(http)
    if (!own) return reply.redirect(localPath(http.lang, paths.own(codeOf(http))), 303)
    return act(http, reply, own.comment, 'withdraw')
  })

  app.post<ByCode>('/y-kien/:code/thu-bao', async (http, reply) => {
    const own = await opened(http)
    if (!own) return reply.redirect(localPath(http.lang, paths.own(codeOf(http))), 303)
    const { comment } = own
    try {
      const choice = readChoice(http.body)
      await db.transaction().execute((trx) => setChoice(trx, http.scope, matterOf(comment), choice, options.now()))
    } catch (error) {
      return showOwn(http, reply, comment, { refusal: refusalOf(http, error) })
    }
    return reply.redirect(localPath(http.lang, `${paths.own(comment.code)}?xong=1`), 303)
  })

  async function act(
    http: FastifyRequest<ByCode>,
    reply: FastifyReply,
    comment: Comment,
    name: 'resend' | 'withdraw',
    check = (): void => undefined,
  ) {
    try {
      check()
      const { itemId } = await viewOwn(db, http.scope, subjects, comment)
      await moderate(options.moderation, { scope: http.scope, actor: http.actor, isWriter: true, id: itemId, act: name, input: http.body })
    } catch (error) {
      const current = await opened(http)
      return showOwn(http, reply, current?.comment ?? comment, { refusal: refusalOf(http, error) })
    }
    return reply.redirect(localPath(http.lang, `${paths.own(comment.code)}?xong=1`), 303)
  }

  /** Opens it in this browser; the address with the secret stays in no history. */
  async function openBy(http: FastifyRequest<ByCode>, reply: FastifyReply, secret: string) {
    const found = await findByCode(db, http.scope, codeOf(http))
    try {
      checkSecret(http, secret, found?.secretHash)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      const problems = [{ field: 'secret', text: text[http.lang].lookup.wrong }]
      return showLookup(http, reply, { status: 404, problems, typed: {} })
    }
    openComment(reply, { code: found!.code, secret: spacedSecret(secret) }, secure)
    return reply.redirect(localPath(http.lang, paths.own(found!.code)), 303)
  }

  /** The comment of this address, when this browser or this account may open it. */
  async function opened(http: FastifyRequest<ByCode>): Promise<{ comment: Comment; secret: string | null } | undefined> {
    const found = await findByCode(db, http.scope, codeOf(http))
    if (!found) return undefined
    const { secretHash, ...comment } = found
    const holder = openedComment(http)
    if (holder?.code === comment.code && secretMatches(holder.secret, secretHash)) return { comment, secret: holder.secret }
    const words = http.actor && (await findWords(db, http.scope, comment.id))
    return words && words.accountId === http.actor?.personId ? { comment, secret: null } : undefined
  }

  function showLookup(http: FastifyRequest<ByCode>, reply: FastifyReply, refusal?: FormRefusal) {
    const head = { title: text[http.lang].lookup.title, noindex: true, status: refusal?.status, islands: ['error-focus'] as const }
    return sendPage(http, reply, head, <LookupPage lang={http.lang} csrf={http.csrfToken()} code={codeOf(http)} refusal={refusal} />)
  }

  async function showOwn(http: FastifyRequest, reply: FastifyReply, comment: Comment, shown: Shown) {
    const view = await viewOwn(db, http.scope, subjects, comment)
    const head = { title: text[http.lang].own.title(comment.code), noindex: true, status: shown.refusal?.status }
    const page = <OwnPage lang={http.lang} csrf={http.csrfToken()} view={view} {...shown} />
    return sendPage(http, reply, { ...head, islands: ['error-focus', 'char-count'] }, page)
  }
}
