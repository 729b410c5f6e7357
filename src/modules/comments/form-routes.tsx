import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { isUuid } from '../../shared/ids.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import type { Matter } from '../history/index.ts'
import { secondsOpen, signOpening } from '../moderation/index.ts'
import { readSubject, writeSubject } from './comment.ts'
import { findById } from './comment-repository.ts'
import { AccountInput, GuestInput, labels } from './fields.ts'
import { openComment } from './holder-cookie.ts'
import { limitSending } from './limits.ts'
import { type PublicComment, withWords } from './list-comments.ts'
import type { CommentOptions } from './options.ts'
import { FormPage, TRAP } from './pages/form-page.tsx'
import { paths } from './paths.ts'
import { sendComment } from './send-comment.ts'
import { getSubject } from './subject.ts'
import { text } from './text.ts'

/** A comment far too long must come back with its words, not be cut off at the door: 70,000 Vietnamese letters are 600 kB in a form. */
const BODY_LIMIT = 2 * 1024 * 1024

type Typed = Record<string, unknown>

/** `/y-kien/gui`: the form, for everybody, without a script. Whatever is refused, what was typed comes back. */
export async function formRoutes(app: FastifyInstance, options: CommentOptions): Promise<void> {
  const { db, appKey, now, subjects } = options
  const secure = options.publicUrl?.startsWith('https:') ?? false

  app.get<{ Querystring: { ve?: unknown; 'tra-loi'?: unknown } }>(paths.form, async (http, reply) =>
    showForm(http, reply, readSubject(http.query.ve), http.query['tra-loi']),
  )

  app.post<{ Body: Typed | undefined }>(paths.form, { bodyLimit: BODY_LIMIT, config: { checksForm: true } }, async (http, reply) => {
    const { _csrf: token, subject: named, opened, [TRAP]: trap, ...typed } = http.body ?? {}
    const subject = readSubject(named)
    try {
      http.checkCsrf(token)
      await getSubject(db, http.scope, subjects, subject)
      const { actor } = http
      const input = actor ? { ...parseInput(AccountInput, typed, labels), name: actor.name } : parseInput(GuestInput, typed, labels)
      const { matter, secret } = await sendComment(options, {
        scope: http.scope,
        site: http.site,
        subject: subject!,
        input,
        actor,
        lang: http.lang,
        filled: {
          seconds: secondsOpen(appKey, `comment:${writeSubject(subject!)}`, opened, now()),
          trap: typeof trap === 'string' && trap !== '',
        },
        ourForm: true,
        limit: () => limitSending(http),
      })
      openComment(reply, { code: matter.code, secret }, secure)
      return reply.redirect(localPath(http.lang, `${paths.own(matter.code)}?moi=1`), 303)
    } catch (error) {
      const refusal = refused(http, error)
      if (refusal.status === 429) reply.header('retry-after', '60')
      // What cannot be answered any more is sent by itself, if the writer wants.
      return showForm(http, reply, subject, isParentGone(error) ? undefined : typed['parent'], refusal)
    }
  })

  async function showForm(http: FastifyRequest, reply: FastifyReply, subject: Matter | null, parentId: unknown, refusal?: FormRefusal) {
    const { lang, scope, actor } = http
    const about = await getSubject(db, scope, subjects, subject)
    const gone = { field: '', text: text[lang].errors.parent_not_there }
    const parent = await readableParent(scope, about, parentId)
    const closed = about.open ? [] : [{ field: '', text: text[lang].errors.comments_closed }]
    const lost = parentId !== undefined && parentId !== '' && !parent && !refusal ? [gone] : []
    const told = refusal ?? (closed.length + lost.length > 0 ? { status: 200, problems: [...closed, ...lost], typed: {} } : undefined)
    const words = text[lang].form
    const head = { title: parent ? words.titleReply : words.title, noindex: true, islands: ['error-focus', 'char-count'] as const }
    return sendPage(
      http,
      reply,
      { ...head, status: refusal?.status },
      <FormPage
        lang={lang}
        csrf={http.csrfToken()}
        about={about}
        parent={parent}
        account={actor?.name ?? null}
        clientToken={refusal?.typed['clientToken'] || randomUUID()}
        opened={refusal?.typed['opened'] || signOpening(appKey, `comment:${writeSubject(about)}`, now())}
        refusal={told}
      />,
    )
  }

  async function readableParent(scope: FastifyRequest['scope'], about: Matter, id: unknown): Promise<PublicComment | null> {
    const found = typeof id === 'string' && isUuid(id) ? await findById(db, scope, id) : undefined
    if (found?.status !== 'shown' || found.subjectType !== about.type || found.subjectId !== about.id) return null
    return (await withWords(db, scope, [found])).get(found.id) ?? null
  }
}

const isParentGone = (error: unknown) => error instanceof DomainError && error.code === 'parent_not_there'

/** Beside wrong fields, an expired form and too quick a sending come back as the form too: the words must not be lost. */
function refused(http: FastifyRequest, error: unknown): FormRefusal {
  const keepsWords = error instanceof DomainError && (error.code === 'form_expired' || error.status === 429)
  if (!keepsWords) return refusalOf(http, error)
  const sentence = error.code === 'form_expired' ? text[http.lang].form.expired : http.describe(error).detail
  const entries = Object.entries((http.body ?? {}) as Typed)
  const typed = Object.fromEntries(entries.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  return { status: error.status, problems: [{ field: '', text: sentence }], typed }
}
