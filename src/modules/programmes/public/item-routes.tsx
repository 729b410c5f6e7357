import type { FastifyInstance } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { documentOf } from '../../../ui/page.tsx'
import { PROMISES_TAG, type ProgrammeOptions, programmeTag, taskTag } from '../options.ts'
import { paths } from '../paths.ts'
import { loadVerdict, VerdictSection, verdictTags } from '../verdicts/verdict-section.tsx'
import { cursorFrom, pathWith } from './addresses.ts'
import { loadItem, requireShownItem } from './load-item.ts'
import { ItemPage } from './pages/item-page.tsx'
import { text } from './text.ts'

/** `/loi-hua/viec/{code}`: one item, from the sentence that it comes from to what the people say of it. */
export async function itemRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db, cache, now, references } = options

  app.get<{ Params: { code: string }; Querystring: Record<string, unknown> }>('/loi-hua/viec/:code', async (request, reply) => {
    const { lang, scope, query } = request
    const found = await requireShownItem(db, scope, request.params.code)
    const { task, programme } = found
    const today = civilDateOf(now())
    const after = { notes: cursorFrom(query.ghi), carried: cursorFrom(query.viec) }
    const afterWords = cursorFrom(query['nhan-xet'])
    const path = pathWith(paths.task(task.code), { ghi: after.notes, viec: after.carried, 'nhan-xet': afterWords })
    const render = async () => {
      const [view, standing] = await Promise.all([
        loadItem(db, scope, references, found, after, today),
        loadVerdict(db, scope, task, afterWords),
      ])
      // A goal is reached by what serves it, and says nothing itself.
      const verdict = task.kind === 'objective' ? null : <VerdictSection lang={lang} task={task} standing={standing} />
      const head = { title: `${task.title} (${task.code})`, description: text[lang].list.lead, current: paths.list }
      return documentOf({ ...request.publicChrome(), path }, head, <ItemPage lang={lang} view={view} verdict={verdict} today={today} />)
    }
    // Names of the items beside it stand here too: a change of its programme, or of one of these, draws it anew.
    const tags = [PROMISES_TAG, programmeTag(programme.id), taskTag(task.id), ...verdictTags]
    return cache.send(request, reply, { key: `promise ${path} ${today}`, tags, render, viewOf: { type: 'task', id: task.id } })
  })
}
