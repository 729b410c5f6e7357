import type { FastifyInstance, FastifyRequest } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { instantText } from '../../shared/civil-date.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { type Actor, findPeople, hasRole, requireRole } from '../accounts/index.ts'
import type { NewsOptions } from './feature.ts'
import { labels, SettingsInput } from './fields.ts'
import { SettingsPage } from './pages/settings-page.tsx'
import { paths } from './paths.ts'
import { readers, ruleSetters } from './rules.ts'
import { findSettings, type NewsroomSettings, setFourEyes } from './settings.ts'
import { text } from './text.ts'

const viewers = [...readers, 'administrator'] as const
const API = '/api/v1/office/newsroom-settings'

/** `/lam-viec/tin-bai/cai-dat`: rules that the chairman or an administrator sets and the newsroom reads. */
export async function settingsRoutes(app: FastifyInstance, { db, now }: NewsOptions): Promise<void> {
  const tags = ['articles']

  app.get<{ Querystring: { xong?: unknown } }>(paths.settings, async (request, reply) => {
    const actor = requireRole(request, viewers)
    const { lang, scope, query } = request
    const settings = await findSettings(db, scope)
    const name = settings.changedBy ? (await findPeople(db, [settings.changedBy])).get(settings.changedBy) : undefined
    const head = { title: text[lang].settings.title, current: paths.office, noindex: true, office: true }
    const props = { lang, csrf: request.csrfToken(), settings, changedBy: name, mayChange: hasRole(actor, ...ruleSetters) }
    const isEditor = hasRole(actor, ...readers)
    return sendPage(request, reply, head, <SettingsPage {...props} fromDesk={isEditor} saved={query.xong !== undefined} />)
  })

  app.post<{ Body: Record<string, unknown> | undefined }>(paths.settings, async (request, reply) => {
    const actor = requireRole(request, ruleSetters)
    await change(request, actor, { fourEyes: 'no', ...request.body })
    return reply.redirect(localPath(request.lang, `${paths.settings}?xong=1`), 303)
  })

  app.get(API, { schema: { tags, summary: 'Rules of the newsroom' } }, async (request) => {
    requireRole(request, viewers)
    return settingsJson(await findSettings(db, request.scope))
  })

  app.put(API, { schema: { tags, summary: 'Set the rules of the newsroom', body: SettingsInput } }, async (request) => {
    await change(request, requireRole(request, ruleSetters), request.body)
    return settingsJson(await findSettings(db, request.scope))
  })

  async function change({ scope }: FastifyRequest, actor: Actor, raw: unknown): Promise<void> {
    const { fourEyes } = parseInput(SettingsInput, raw, labels)
    await db.transaction().execute((trx) => setFourEyes(trx, scope, actor, fourEyes, now()))
  }
}

const settingsJson = ({ fourEyes, changedAt }: NewsroomSettings) => ({ fourEyes, changedAt: changedAt && instantText(changedAt) })
