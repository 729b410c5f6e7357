import type { FastifyInstance } from 'fastify'
import { parseInput } from '../../platform/http/index.ts'
import { workbook, XLSX } from '../../platform/spreadsheet.ts'
import { addDays, type CivilDate, civilDateOf, daysBetween } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { sendPage } from '../../ui/page.tsx'
import { hasRole, requireRole } from '../accounts/index.ts'
import { audit } from '../history/index.ts'
import { countAlarmed } from './alarmed.ts'
import { type BookRow, bookRows } from './book-rows.ts'
import { bookSheet } from './book-sheet.ts'
import type { ReceptionOptions } from './feature.ts'
import { BookQuery, FileQuery, labels } from './fields.ts'
import { listBook, walkBook } from './list-book.ts'
import { BookPage } from './pages/book-page.tsx'
import { PrintPage } from './pages/print-page.tsx'
import { paths } from './paths.ts'
import { keepers, readers, readsPeople } from './rules.ts'
import type { Period } from './sources.ts'
import { text } from './text.ts'

const ROWS = 30
/** Lines of one printed form. */
const PRINTED = 500
/** Days of one file. */
const FILE_DAYS = 366

/** The days of a year or of one of its months. */
function daysOf(year: number, month: number | null): Period {
  if (month === null) return { from: `${year}-01-01` as CivilDate, to: `${year}-12-31` as CivilDate }
  const from = `${year}-${String(month).padStart(2, '0')}-01` as CivilDate
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
  return { from, to: addDays(next as CivilDate, -1) }
}

/** `/lam-viec/so-tiep-dan`: the book, its printed form and its file. */
export async function bookRoutes(app: FastifyInstance, options: ReceptionOptions): Promise<void> {
  const { db, cases } = options
  const frame = { current: '/lam-viec', noindex: true, office: true, wide: true }

  app.get(paths.book, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope } = request
    const query = parseInput(BookQuery, request.query, labels)
    const today = civilDateOf(options.now())
    const view = { year: query.nam ?? Number(today.slice(0, 4)), month: query.thang ?? null, q: query.q }
    const people = readsPeople(actor)
    const page = await listBook(db, scope, { ...daysOf(view.year, view.month), q: view.q, people }, query.after, ROWS)
    const items = await bookRows(db, cases, scope, page.items, people)
    const seen = items.filter(({ person }) => person).map(({ entry }) => entry.id)
    if (seen.length > 0) await audit(db, scope, actor, 'read', null, { what: 'receptionBook', entries: seen })
    return sendPage(
      request,
      reply,
      { ...frame, title: text[lang].book.title, islands: ['office-keys'] },
      <BookPage
        lang={lang}
        view={view}
        page={{ items, next: page.next }}
        today={today}
        continued={query.after !== null}
        readsPeople={people}
        writes={hasRole(actor, ...keepers)}
        alarmed={await countAlarmed(options, request)}
      />,
    )
  })

  app.get(paths.print, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, site } = request
    const query = parseInput(BookQuery, request.query, labels)
    const year = query.nam ?? Number(civilDateOf(options.now()).slice(0, 4))
    const period = daysOf(year, query.thang ?? null)
    const people = readsPeople(actor)
    const rows: BookRow[] = []
    for await (const entries of walkBook(db, scope, period)) {
      rows.push(...(await bookRows(db, cases, scope, entries, people)))
      if (rows.length > PRINTED) break
    }
    if (people && rows.length > 0) await audit(db, scope, actor, 'read', null, { what: 'receptionBookPrint', ...period, rows: rows.length })
    return sendPage(
      request,
      reply,
      { ...frame, title: text[lang].book.print, islands: ['print'] },
      <PrintPage
        lang={lang}
        authority={site.name}
        period={period}
        rows={rows.slice(0, PRINTED)}
        most={PRINTED}
        cut={rows.length > PRINTED}
      />,
    )
  })

  app.get(paths.file, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { lang, scope, site } = request
    const { tu: from, den: to } = parseInput(FileQuery, request.query, labels)
    if (to < from) throw new DomainError('period_reversed', 422)
    if (daysBetween(from, to) >= FILE_DAYS) throw new DomainError('period_too_long', 422)
    const people = readsPeople(actor)
    const rows: BookRow[] = []
    for await (const entries of walkBook(db, scope, { from, to })) rows.push(...(await bookRows(db, cases, scope, entries, people)))
    await audit(db, scope, actor, 'export', null, { what: 'receptionBook', from, to, rows: rows.length, people })
    const file = await workbook([bookSheet(lang, site.name, { from, to }, rows)])
    return reply
      .type(XLSX)
      .header('content-disposition', `attachment; filename="so-tiep-cong-dan_${from}_${to}.xlsx"`)
      .header('cache-control', 'no-store')
      .send(file)
  })
}
