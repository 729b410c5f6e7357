import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../../platform/database.ts'
import { parseInput } from '../../../platform/http/index.ts'
import { instantText } from '../../../shared/civil-date.ts'
import { isStorable, nfc } from '../../../shared/vietnamese-text.ts'
import { sendPage } from '../../../ui/index.ts'
import { text } from '../text.ts'
import { findEverywhere, type Hit } from './find-everywhere.ts'
import { searchKinds } from './search-kind.ts'
import { SearchPage } from './search-page.tsx'
import { kindAt } from './search-path.ts'

/** Longest question, in UTF-16 units; the page shortens, the API refuses. */
const LONGEST = 200
const PAGE = 20

const words = z
  .string()
  .refine(isStorable, { params: { code: 'unstorable' }, abort: true })
  .transform((typed) => nfc(typed).replace(/\s+/g, ' ').trim())
const after = z.string().max(400).nullish()
/** Whatever else a link carries is left alone: links of search engines and mails carry much. */
const PageQuery = z.object({ q: words.default(''), loai: z.string().optional(), after })
const ApiQuery = z.strictObject({
  q: words
    .refine((typed) => typed !== '', { params: { code: 'required' }, abort: true })
    .refine((typed) => typed.length <= LONGEST, { params: { code: 'too_long', max: LONGEST } }),
  type: z.enum(searchKinds),
  after,
  limit: z.coerce.number().pipe(z.int().min(1).max(100)).default(PAGE),
})

const labels = {
  vi: { q: 'Từ cần tìm', type: 'Loại', after: 'Vị trí trang', limit: 'Số dòng' },
  en: { q: 'Words', type: 'Type', after: 'Page cursor', limit: 'Rows' },
}

/** The search of the whole site: page and API. Never indexed, never kept: each question is its own. */
export const searchRoutes: FastifyPluginAsync<{ db: Db }> = async (app, { db }) => {
  app.get('/tim-kiem', { schema: { hide: true } }, async (request, reply) => {
    const query = parseInput(PageQuery, request.query, labels)
    const { lang, scope } = request
    const kind = kindAt(query.loai)
    const question = { words: query.q.slice(0, LONGEST), lang, kind, after: kind ? (query.after ?? null) : null, limit: PAGE }
    const result = await findEverywhere(db, scope, question)
    const title = question.words ? text[lang].search.titleFor(question.words) : text[lang].search.title
    return sendPage(
      request,
      reply,
      { title, noindex: true, current: '/tim-kiem' },
      <SearchPage lang={lang} words={question.words} kind={kind} after={question.after} result={result} />,
    )
  })

  app.get(
    '/api/v1/search',
    { schema: { tags: ['search'], summary: 'Search one group of public texts', querystring: ApiQuery } },
    async (request) => {
      const { q, type, after: cursor, limit } = parseInput(ApiQuery, request.query, labels)
      const { groups, suggestion } = await findEverywhere(db, request.scope, {
        words: q,
        lang: request.lang,
        kind: type,
        after: cursor ?? null,
        limit,
      })
      const page = groups[0]?.page
      return { items: page?.items.map(hitJson) ?? [], next: page?.next ?? null, didYouMean: suggestion }
    },
  )
}

const plain = (pieces: Hit['title']) => pieces.map((piece) => piece.text).join('')

function hitJson(hit: Hit) {
  return {
    type: hit.kind,
    href: hit.href,
    title: plain(hit.title),
    excerpt: plain(hit.excerpt),
    at: hit.at ? instantText(hit.at) : null,
  }
}
