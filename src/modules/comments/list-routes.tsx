import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { documentOf } from '../../ui/index.ts'
import { readSubject, sorts } from './comment.ts'
import { findById } from './comment-repository.ts'
import { listAnswers, withWords } from './list-comments.ts'
import type { CommentOptions } from './options.ts'
import { AnswersPage, ListPage } from './pages/list-page.tsx'
import { paths } from './paths.ts'
import { loadSection } from './section.ts'
import { commentTags, getSubject, tagsOf } from './subject.ts'
import { text } from './text.ts'

const ANSWERS = 50

interface Query {
  ve?: unknown
  xep?: unknown
  duoi?: unknown
  after?: unknown
}

/** `/y-kien?ve=…`: all comments of one subject; kept, and drawn anew when one changes. */
export async function listRoutes(app: FastifyInstance, { db, cache, subjects }: CommentOptions): Promise<void> {
  app.get<{ Querystring: Query }>(paths.list, async (http, reply) => {
    const { scope, lang, query } = http
    const about = await getSubject(db, scope, subjects, readSubject(query.ve))
    const subject = { type: about.type, id: about.id }
    const sort = sorts.find((one) => one === query.xep) ?? 'newest'
    const after = typeof query.after === 'string' && query.after !== '' ? query.after.slice(0, 500) : null
    const parentId = query.duoi === undefined ? undefined : await threadOf(http, subject, query.duoi)
    const address = paths.listOf(subject, { sort, after: after ?? undefined, parent: parentId })
    return cache.send(http, reply, {
      key: address,
      tags: [...commentTags(subject), ...tagsOf(subjects, subject)],
      render: async () => {
        const chrome = { ...http.publicChrome(), path: address }
        // The article's own page is the one to be found: this one shows the same in other orders.
        const head = { title: text[lang].list.title(about.title), noindex: true, islands: ['comment-form'] as const }
        if (parentId === undefined) {
          const section = await loadSection(db, scope, subject, { open: about.open, sort, after })
          return documentOf(chrome, head, <ListPage lang={lang} about={about} section={section} />)
        }
        const [page, found] = await Promise.all([listAnswers(db, scope, parentId, after, ANSWERS), findById(db, scope, parentId)])
        const parent = (await withWords(db, scope, [found!])).get(parentId)!
        return documentOf(
          chrome,
          head,
          <AnswersPage lang={lang} about={about} section={{ subject, open: about.open }} parent={parent} page={page} />,
        )
      },
    })
  })

  /** @throws NotFound for what is no comment here that anybody could ever read */
  async function threadOf({ scope }: FastifyRequest, subject: { type: string; id: string }, id: unknown): Promise<string> {
    const found = typeof id === 'string' && isUuid(id) ? await findById(db, scope, id) : undefined
    if (!found || found.subjectType !== subject.type || found.subjectId !== subject.id || found.parentId || !found.firstShownAt)
      throw new NotFound()
    return found.id
  }
}
