import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { parseInput, refuseInput } from '../../../platform/http/index.ts'
import { workbook, XLSX } from '../../../platform/spreadsheet.ts'
import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import { NotFound } from '../../../shared/errors.ts'
import { civilDate } from '../../../shared/fields.ts'
import { DOCX, letterDocx } from '../../letters/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import { findProgrammeBySlug } from '../programme-repository.ts'
import { loadReport } from '../reports/load-report.ts'
import { findReportByCode } from '../reports/report-repository.ts'
import { reportRolesOn } from '../reports/rules.ts'
import { programmeRolesOn } from '../rules.ts'
import { loadOut, type Out } from './load-out.ts'
import { outPaths } from './paths.ts'
import { periodicLetter } from './periodic-letter.ts'
import { assignmentLetter, programmeLetter } from './programme-letter.ts'
import { quarterOf, reportLetter } from './report-letter.ts'
import { assignmentSheet, progressSheet } from './tables.ts'
import { text } from './text.ts'

const labels = { vi: text.vi.fields, en: text.en.fields }
const day = civilDate.transform((on) => on as CivilDate).optional()
const ReportQuery = z.strictObject({ tu: day, den: day })

type BySlug = { Params: { slug: string } }

/** Papers of what everybody may read; of drafts for those who read drafts, marked as such. */
export async function outRoutes(app: FastifyInstance, { db, now }: ProgrammeOptions): Promise<void> {
  async function outOf(request: FastifyRequest<BySlug>): Promise<Out> {
    const { scope, site, actor, params } = request
    const programme = await findProgrammeBySlug(db, scope, params.slug)
    if (!programme || programmeRolesOn(actor, programme) === null) throw new NotFound()
    return loadOut(db, scope, site, programme)
  }

  /** Names of files are unaccented: a slug is. */
  function send(reply: FastifyReply, slug: string, name: string, type: string, file: Buffer) {
    const extension = type === XLSX ? 'xlsx' : 'docx'
    return reply
      .type(type)
      .header('content-disposition', `attachment; filename="${name}_${slug}.${extension}"`)
      .header('cache-control', 'no-store')
      .send(file)
  }

  app.get<BySlug>(outPaths.programme(':slug'), async (request, reply) => {
    const out = await outOf(request)
    return send(reply, out.programme.slug, 'chuong-trinh', DOCX, await letterDocx(programmeLetter(out)))
  })

  app.get<BySlug>(outPaths.assignment(':slug'), async (request, reply) => {
    const out = await outOf(request)
    return send(reply, out.programme.slug, 'phan-cong', DOCX, await letterDocx(assignmentLetter(out)))
  })

  app.get<BySlug>(outPaths.assignmentSheet(':slug'), async (request, reply) => {
    const out = await outOf(request)
    return send(reply, out.programme.slug, 'phan-cong', XLSX, await workbook([assignmentSheet(out)]))
  })

  app.get<BySlug>(outPaths.progressSheet(':slug'), async (request, reply) => {
    const out = await outOf(request)
    return send(reply, out.programme.slug, 'tien-do', XLSX, await workbook([progressSheet(out)]))
  })

  app.get<{ Params: { code: string } }>(outPaths.periodic(':code'), async (request, reply) => {
    const { scope, site, actor, params } = request
    const report = await findReportByCode(db, scope, params.code)
    if (!report || reportRolesOn(actor, report) === null) throw new NotFound()
    const loaded = await loadReport(db, scope, report.id, civilDateOf(now()))
    return send(reply, report.code.toLowerCase(), 'bao-cao', DOCX, await letterDocx(periodicLetter(loaded!, site)))
  })

  app.get<BySlug>(outPaths.report(':slug'), async (request, reply) => {
    const out = await outOf(request)
    const today = civilDateOf(now())
    const { tu, den } = parseInput(ReportQuery, request.query, labels)
    const period = { from: tu ?? quarterOf(den ?? today).from, to: den ?? quarterOf(tu ?? today).to }
    if (period.from > period.to) refuseInput([{ field: 'den', code: 'invalid_value' }], labels)
    return send(reply, out.programme.slug, 'bao-cao', DOCX, await letterDocx(reportLetter(out, period, today)))
  })
}
