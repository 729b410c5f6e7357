import type { FastifyPluginAsync } from 'fastify'
import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { datasetRoutes } from '../../platform/http/index.ts'
import { visitsDataset } from './dataset.ts'
import { labels } from './labels.ts'
import { listPeriods } from './list-periods.ts'

const query = { by: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['day', 'month']).default('day')) }

/** Visits by day or month, newest first. */
export const openDataRoutes: FastifyPluginAsync<{ db: Db }> = async (app, { db }) => {
  datasetRoutes(app, {
    dataset: visitsDataset,
    summary: 'visits by day or month, newest first',
    labels,
    query,
    list: ({ scope }, { by }, after, limit) => listPeriods(db, scope, by, after, limit),
  })
}
