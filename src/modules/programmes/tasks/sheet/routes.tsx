import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../../platform/http/index.ts'
import { workbook, XLSX } from '../../../../platform/spreadsheet.ts'
import { civilDateOf } from '../../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../../shared/errors.ts'
import { sendPage } from '../../../../ui/page.tsx'
import { listUnits, requireRole } from '../../../accounts/index.ts'
import { readSmallForm } from '../../../files/index.ts'
import { moveNow } from '../../../lifecycle/index.ts'
import { actOnProgramme } from '../../feature.ts'
import type { ProgrammeOptions } from '../../options.ts'
import type { Programme } from '../../programme.ts'
import { programmeLifecycle } from '../../programme-lifecycle.ts'
import { findProgrammeBySlug } from '../../programme-repository.ts'
import { programmeRolesOn, readers } from '../../rules.ts'
import { text } from '../text.ts'
import { type CellProblem, checkRows } from './check-rows.ts'
import { ImportPage } from './import-page.tsx'
import { columns, MOST_BYTES, readRows } from './read-rows.ts'

type BySlug = { Params: { slug: string } }

/** `/lam-viec/chuong-trinh/{slug}/nhap-bang`: items of a draft from a spreadsheet. */
export async function taskSheetRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/nhap-bang', async (request, reply) => show(request, reply, await findDraft(request)))

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/nhap-bang/mau.xlsx', async (request, reply) => {
    await findDraft(request)
    const words = text[request.lang].import
    const wide = (name: string) => (name === 'title' ? 60 : ['lead', 'partners', 'indicator'].includes(name) ? 30 : 14)
    const file = await workbook([
      { name: words.sheet, title: [], columns: columns.map((name) => ({ head: words.columns[name], width: wide(name) })), rows: [] },
      { name: words.what, title: words.notes, columns: [], rows: [] },
    ])
    return reply.type(XLSX).header('content-disposition', 'attachment; filename="mau-danh-sach-viec.xlsx"').send(file)
  })

  app.post<BySlug>('/lam-viec/chuong-trinh/:slug/nhap-bang', { config: { takesFiles: true } }, async (request, reply) => {
    const programme = await findDraft(request)
    const parts = await readSmallForm(request, MOST_BYTES)
    request.checkCsrf(parts.get('_csrf')?.toString())
    try {
      const file = parts.get('files')
      if (!file || file.length === 0) throw new DomainError('sheet_missing', 422)
      const rows = await readRows(file)
      const { items, problems } = checkRows(rows, await listUnits(db, request.scope, { on: civilDateOf(options.now()) }))
      const takes = items.length > 0 && (problems.length === 0 || parts.get('onlyRight')?.toString() === 'yes')
      if (takes) await actOnProgramme(options, request, programme, 'addItems', { items })
      return await show(request, reply, programme, { added: takes ? items.length : 0, cells: problems }, takes ? 200 : 422)
    } catch (error) {
      const { problems, status } = refusalOf(request, error)
      return show(request, reply, programme, { problems: problems.map((one) => ({ ...one, field: 'files' })) }, status)
    }
  })

  /** A draft whose items this person may write; asked before a file is read. */
  async function findDraft(request: FastifyRequest<BySlug>): Promise<Programme> {
    const actor = requireRole(request, readers)
    const programme = await findProgrammeBySlug(db, request.scope, request.params.slug)
    const roles = programme && programmeRolesOn(actor, programme)
    if (!programme || !roles) throw new NotFound()
    if (programme.status !== 'draft') throw new DomainError('wrong_status', 409)
    if (!moveNow(programmeLifecycle, programme, 'addItems')?.by.some((role) => roles.has(role))) throw new DomainError('forbidden', 403)
    return programme
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: Programme,
    shown: { added?: number; cells?: readonly CellProblem[]; problems?: readonly { field: string; text: string }[] } = {},
    status = 200,
  ) {
    const { lang } = request
    const page = <ImportPage lang={lang} csrf={request.csrfToken()} programme={programme} {...shown} />
    const head = { current: '/lam-viec', noindex: true, office: true, title: text[lang].import.title, islands: ['error-focus' as const] }
    return sendPage(request, reply, { ...head, status }, page)
  }
}
