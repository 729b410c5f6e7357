import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import { optionalText } from '../../shared/fields.ts'
import { requireRole } from '../accounts/index.ts'
import { allowedActs, requireAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { type Document, documentKinds, documentStatuses } from './document.ts'
import { findDocumentBySlug, listPassages } from './document-repository.ts'
import { listEditions } from './edition-repository.ts'
import { actOn, type DocumentOptions } from './feature.ts'
import { DocumentInput, labels } from './fields.ts'
import { type DocumentAct, lifecycle } from './lifecycle.ts'
import { listLinks } from './link-repository.ts'
import { listByChange, listPublished, searchPublished } from './list-documents.ts'
import { makeDocument } from './make-document.ts'
import { keepers, readers, rolesOn } from './rules.ts'
import { text } from './text.ts'
import { documentJson, editionJson, linkJson, passageJson } from './views.ts'

/** A text of six hundred pages, or its blocks. */
export const TEXT_BODY_LIMIT = 8 * 1024 * 1024

const BySlug = z.object({ slug: z.string() })
const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const paging = {
  after: z.preprocess(blankIsAbsent, z.string().max(400).nullish()).transform((after) => after ?? null),
  limit: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(20)),
}
const ListQuery = z.strictObject({
  ...paging,
  kind: z.preprocess(blankIsAbsent, z.enum(documentKinds).optional()),
  q: optionalText({ max: 200, singleLine: true }),
})
const OfficeQuery = z.strictObject({ ...paging, status: z.preprocess(blankIsAbsent, z.enum(documentStatuses).optional()) })
const OneQuery = z.strictObject({ edition: z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1)).optional()) })

/** `/api/v1/documents`. */
export async function apiRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db } = options
  const tags = ['documents']

  const list = { tags, summary: 'Published documents, the newest paper first; with `q` those in whose text the words stand' }
  app.get('/api/v1/documents', { schema: { ...list, querystring: ListQuery } }, async (request) => {
    const { after, limit, kind, q } = parseInput(ListQuery, request.query, labels)
    const page = q
      ? await searchPublished(db, request.scope, q, after, limit)
      : await listPublished(db, request.scope, kind ?? null, after, limit)
    const items = q && kind ? page.items.filter((document) => document.kind === kind) : page.items
    return { items: items.map(documentJson), next: page.next }
  })

  app.get(
    '/api/v1/office/documents',
    { schema: { tags, summary: 'Documents with drafts, what changed last first', querystring: OfficeQuery } },
    async (request) => {
      requireRole(request, readers)
      const { after, limit, status } = parseInput(OfficeQuery, request.query, labels)
      const { items, next } = await listByChange(db, request.scope, status ? [status] : documentStatuses, after, limit)
      return { items: items.map(documentJson), next }
    },
  )

  app.post(
    '/api/v1/office/documents',
    { schema: { tags, summary: 'A new draft without a text', body: DocumentInput } },
    async (request, reply) => {
      const actor = requireRole(request, keepers)
      const document = await makeDocument(options, request.scope, actor, parseInput(DocumentInput, request.body, labels))
      return reply.code(201).send(documentJson(document))
    },
  )

  app.get(
    '/api/v1/documents/:slug',
    { schema: { tags, summary: 'A document with the passages of an edition', params: BySlug, querystring: OneQuery } },
    async (request) => {
      const { document } = await findReadable(request)
      const { scope } = request
      const { edition = document.edition } = parseInput(OneQuery, request.query, labels)
      const [passages, editions, links] = await Promise.all([
        listPassages(db, scope, document.id, edition),
        listEditions(db, scope, document.id),
        listLinks(db, scope, document.id, ['published']),
      ])
      if (edition > document.edition) throw new NotFound()
      return {
        ...documentJson(document),
        editions: editions.map(editionJson),
        links: links.map(linkJson),
        passages: passages.map(passageJson),
      }
    },
  )

  const ofActs = { tags, summary: 'What the caller may do now', params: BySlug }
  app.get('/api/v1/documents/:slug/acts', { schema: ofActs }, async (request) => {
    const { document, roles } = await findReadable(request)
    const items = allowedActs(lifecycle, document, roles).map((act: DocumentAct) => ({
      act,
      label: text[request.lang].act[act],
      input: z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }),
    }))
    return { items }
  })

  const params = BySlug.extend({ act: z.string() })
  app.post(
    '/api/v1/documents/:slug/acts/:act',
    { bodyLimit: TEXT_BODY_LIMIT, schema: { tags, summary: 'Do an act', params } },
    async (request) => {
      if (!request.actor) throw new DomainError('not_signed_in', 401)
      const { document } = await findReadable(request)
      const act = requireAct(acts, (request.params as { act: string }).act)
      return documentJson(await actOn(options, request, document, act, request.body))
    },
  )

  async function findReadable(request: FastifyRequest): Promise<{ document: Document; roles: NonNullable<ReturnType<typeof rolesOn>> }> {
    const document = await findDocumentBySlug(db, request.scope, (request.params as { slug: string }).slug)
    const roles = document && rolesOn(request.actor, document)
    if (!document || !roles) throw new NotFound()
    return { document, roles }
  }
}
