import type { FastifyInstance, FastifyRequest } from 'fastify'
import { NotFound } from '../../shared/errors.ts'
import { documentOf } from '../../ui/page.tsx'
import { listFiles } from '../files/index.ts'
import { countsOf } from '../tallies/index.ts'
import { type Document, type DocumentKind, documentKinds, matterOf } from './document.ts'
import { findDocumentBySlug, listPassages } from './document-repository.ts'
import { listEditions } from './edition-repository.ts'
import { DOCUMENTS_TAG, type DocumentOptions, documentTag } from './feature.ts'
import { listLinks } from './link-repository.ts'
import { listPublished } from './list-documents.ts'
import { DocumentPage } from './pages/document-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { paths } from './paths.ts'
import { isShown } from './rules.ts'
import { text } from './text.ts'

const ROWS = 20

interface ListQuery {
  loai?: unknown
  after?: unknown
}

/** Kinds in addresses: ke-hoach, nghi-quyet. */
const kindNames: Readonly<Record<DocumentKind, string>> = {
  resolution: 'nghi-quyet',
  plan: 'ke-hoach',
  programme: 'chuong-trinh',
  decision: 'quyet-dinh',
  directive: 'chi-thi',
  report: 'bao-cao',
  announcement: 'thong-bao',
  guidance: 'huong-dan',
  letter: 'cong-van',
  other: 'khac',
}

/** `/van-ban`: drawn once, kept as bytes, dropped when an act touches a document or what cites it. */
export async function publicRoutes(app: FastifyInstance, options: DocumentOptions): Promise<void> {
  const { db, cache } = options

  app.get<{ Querystring: ListQuery }>(paths.list, async (request, reply) => {
    const { lang, scope, query } = request
    const kind = documentKinds.find((one) => kindNames[one] === query.loai) ?? null
    const after = typeof query.after === 'string' && query.after !== '' && query.after.length <= 400 ? query.after : null
    const address = (of: DocumentKind | null, next?: string | null) => {
      const search = new URLSearchParams({ ...(of ? { loai: kindNames[of] } : {}), ...(next ? { after: next } : {}) }).toString()
      return search ? `${paths.list}?${search}` : paths.list
    }
    return cache.send(request, reply, {
      key: `documents ${address(kind, after)}`,
      tags: [DOCUMENTS_TAG],
      render: async () => {
        const [page, counts] = await Promise.all([listPublished(db, scope, kind, after, ROWS), countsOf(db, scope, 'document.kind', 'all')])
        const words = text[lang]
        const title = kind ? `${words.list.title}: ${words.kind[kind]}` : words.list.title
        const head = { title, description: words.list.lead, current: paths.list }
        return documentOf(
          { ...request.publicChrome(), path: address(kind, after) },
          head,
          <ListPage lang={lang} kind={kind} page={page} counts={counts} address={address} />,
        )
      },
    })
  })

  app.get<{ Params: { slug: string }; Querystring: { ban?: unknown } }>(`${paths.list}/:slug`, async (request, reply) => {
    const { lang, scope, query } = request
    const document = await findShown(request, request.params.slug)
    const edition = editionOf(document, query.ban)
    const isCurrent = edition === document.edition
    return cache.send(request, reply, {
      key: `document ${document.id} ${edition}`,
      // What it replaces, and who replaces it, may change with any document.
      tags: [DOCUMENTS_TAG, documentTag(document.id), ...options.citationTags],
      viewOf: matterOf(document),
      render: async () => {
        const [editions, passages, links, files, citations] = await Promise.all([
          listEditions(db, scope, document.id),
          listPassages(db, scope, document.id, edition),
          listLinks(db, scope, document.id, ['published']),
          listFiles(db, scope, matterOf(document), { visibilities: ['public'] }),
          options.citations(db, scope, document.id),
        ])
        const words = text[lang]
        const name = [words.kind[document.kind], document.number].filter(Boolean).join(' ')
        return documentOf(
          { ...request.publicChrome(), path: isCurrent ? paths.one(document.slug) : paths.edition(document.slug, edition) },
          {
            title: `${name}: ${document.subject}${isCurrent ? '' : ` (${edition})`}`,
            description: document.subject,
            current: paths.list,
            noindex: !isCurrent,
            islands: ['print'],
          },
          <DocumentPage {...{ lang, document, edition, editions, passages, links, files, citations }} />,
        )
      },
    })
  })

  /** What is not published is as unknown. */
  async function findShown(request: FastifyRequest, slug: string): Promise<Document> {
    const document = await findDocumentBySlug(db, request.scope, slug)
    if (!document || !isShown(document)) throw new NotFound()
    return document
  }
}

function editionOf(document: Document, asked: unknown): number {
  if (asked === undefined || asked === '') return document.edition
  const edition = typeof asked === 'string' && /^\d{1,6}$/.test(asked) ? Number(asked) : 0
  if (edition < 1 || edition > document.edition) throw new NotFound()
  return edition
}
