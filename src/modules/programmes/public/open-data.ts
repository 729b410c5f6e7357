import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { datasetRoutes } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { isUuid } from '../../../shared/ids.ts'
import { decodeCursor, pageOf } from '../../../shared/keyset.ts'
import type { ProgrammeOptions } from '../options.ts'
import type { ProgrammeKind } from '../programme.ts'
import { programmeRows, promiseRows } from './data-rows.ts'
import { programmesDataset, promisesDataset } from './dataset.ts'
import { shownItems } from './read-items.ts'
import { listShown, requireShown } from './read-programmes.ts'
import { text } from './text.ts'

const labels = { vi: text.vi.fields, en: text.en.fields }

/** Items, and plans with their figures, as JSON by pages and as CSV whole. */
export async function openDataRoutes(app: FastifyInstance, { db, now, references }: ProgrammeOptions): Promise<void> {
  datasetRoutes(app, {
    dataset: promisesDataset,
    summary: 'items of plans and programmes that are out',
    labels,
    query: { programme: z.string().max(200).optional() },
    list: async ({ scope }, { programme }, after, limit) => {
      const of = programme === undefined ? undefined : await requireShown(db, scope, programme)
      let query = shownItems(db, scope)
      if (of) query = query.where('programme_id', '=', of.id)
      if (after) query = query.where('id', '>', decodeCursor(after, [isUuid])[0]!)
      const rows = await query
        .orderBy('id')
        .limit(limit + 1)
        .execute()
      const { items, next } = pageOf(rows, limit, ({ id }) => [id])
      return { items: await promiseRows(db, scope, items), next }
    },
  })
  datasetRoutes(app, {
    dataset: programmesDataset,
    summary: 'plans and programmes of agencies that are out, with their figures',
    labels,
    query: { kind: z.enum(['plan', 'agency']).default('plan') },
    list: async ({ scope }, { kind }, after, limit) => {
      const { items, next } = await listShown(db, scope, kind as ProgrammeKind, after, limit)
      return { items: await programmeRows(db, scope, references, items, civilDateOf(now())), next }
    },
  })
}
