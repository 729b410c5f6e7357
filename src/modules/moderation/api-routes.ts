import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput } from '../../platform/http/index.ts'
import { NotFound } from '../../shared/errors.ts'
import { isUuid } from '../../shared/ids.ts'
import { requireRole } from '../accounts/index.ts'
import { audit, auditRead } from '../history/index.ts'
import { requireAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { approveMany } from './bulk-approve.ts'
import { actOn, type ModerationOptions } from './feature.ts'
import { BulkInput, ListQuery, labels } from './fields.ts'
import { findItem } from './item-repository.ts'
import { listItems } from './list-items.ts'
import { type Item, matterOf } from './moderation.ts'
import { deciders, readers } from './rules.ts'
import { itemJson, itemViewJson, queueRows, viewItem } from './views.ts'

const ById = z.object({ id: z.string() })

/** `/api/v1/office/moderation`. */
export async function apiRoutes(app: FastifyInstance, options: ModerationOptions): Promise<void> {
  const { db, kinds } = options
  const tags = ['moderation']

  app.get('/api/v1/office/moderation', { schema: { tags, summary: 'A list of the queue', querystring: ListQuery } }, async (http) => {
    const actor = requireRole(http, readers)
    const { after = null, limit, ...filter } = parseInput(ListQuery, http.query, labels)
    const page = await listItems(db, http.scope, filter, after, limit)
    const rows = await queueRows(db, http.scope, kinds, page.items, http.lang)
    if (rows.length > 0)
      await audit(db, http.scope, actor, 'read', null, { what: 'moderationQueue', view: filter.view, items: rows.length })
    return { items: rows.map(itemJson), next: page.next }
  })

  app.post('/api/v1/office/moderation/approve', { schema: { tags, summary: 'Approve many', body: BulkInput } }, async (http) => {
    const actor = requireRole(http, deciders)
    const { items } = parseInput(BulkInput, http.body, labels)
    return approveMany(options, http.scope, actor, items)
  })

  app.get('/api/v1/office/moderation/:id', { schema: { tags, summary: 'One item with its originals', params: ById } }, async (http) => {
    const actor = requireRole(http, readers)
    const item = await getItem(http)
    const view = await viewItem(db, http.scope, kinds, item, actor, http.lang)
    await auditRead(db, http.scope, actor, matterOf(item), 'original')
    return itemViewJson(view)
  })

  const params = ById.extend({ act: z.string() })
  app.post('/api/v1/office/moderation/:id/acts/:act', { schema: { tags, summary: 'Do an act', params } }, async (http) => {
    const actor = requireRole(http, readers)
    const { id } = await getItem(http)
    const act = requireAct(acts, (http.params as { act: string }).act)
    const item = await actOn(options, { scope: http.scope, actor, isWriter: false, id, act, input: http.body })
    return itemJson((await queueRows(db, http.scope, kinds, [item], http.lang))[0]!)
  })

  /** @throws NotFound */
  async function getItem(http: FastifyRequest): Promise<Item> {
    const { id } = http.params as { id: string }
    const item = isUuid(id) ? await findItem(db, http.scope, id) : undefined
    if (!item) throw new NotFound()
    return item
  }
}
