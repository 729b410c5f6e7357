import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { datasetRoutes } from '../../platform/http/index.ts'
import { documentsDataset } from './dataset.ts'
import { documentKinds } from './document.ts'
import type { DocumentOptions } from './feature.ts'
import { labels } from './fields.ts'
import { listPublished } from './list-documents.ts'
import { documentJson } from './views.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const query = { kind: z.preprocess(blankIsAbsent, z.enum(documentKinds).optional()) }

/** Published documents, the newest paper first. */
export async function openDataRoutes(app: FastifyInstance, { db }: DocumentOptions): Promise<void> {
  datasetRoutes(app, {
    dataset: documentsDataset,
    summary: 'published documents',
    labels,
    query,
    list: async ({ scope }, { kind }, after, limit) => {
      const { items, next } = await listPublished(db, scope, kind ?? null, after, limit)
      const rows = items.map((document) => {
        const { id: _, status: __, version: ___, ...row } = documentJson(document)
        return row
      })
      return { items: rows, next }
    },
  })
}
