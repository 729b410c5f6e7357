import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf, refuseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { isUuid, newId } from '../../../shared/ids.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, requireRole } from '../../accounts/index.ts'
import { audit } from '../../history/index.ts'
import { type DeskChoices, deskChoices } from '../office/case-desk.ts'
import { readers } from '../office/roles.ts'
import type { PetitionOptions } from '../service.ts'
import { BULK, type Bulk, type BulkAct, bulkActsOf, DONE } from './bulk-act.ts'
import { type Checked, checkCase } from './bulk-check.ts'
import { addBulk, findBulk, listBulkCases } from './bulk-repository.ts'
import { exportCsv } from './export-csv.ts'
import { BulkForm, ChoiceQuery, DeskForm, labels } from './inputs.ts'
import { PreviewPage } from './pages/preview-page.tsx'
import { ReportPage } from './pages/report-page.tsx'
import { remindingOn } from './remind-check.ts'
import { runBulk } from './run-bulk.ts'
import { text } from './text.ts'

type ById = { Params: { id: string } }

const frame = { current: '/lam-viec', noindex: true, office: true }

/** `/lam-viec/hang-loat`: one press on many cases, with a preview before and a report after. */
export const bulkRoutes: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db, now } = options

  app.get(BULK, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { viec, don } = parseInput(ChoiceQuery, request.query, labels)
    const codes = don.map(({ code }) => code)
    return showPreview(request, reply, actor, { act: requireBulk(actor, viec), codes, id: newId() })
  })

  app.post(BULK, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { _csrf, ...typed } = { ...(request.body as Record<string, string>) }
    const { id, viec, don, unit, officer } = parseInput(BulkForm, typed, labels)
    const act = requireBulk(actor, viec)
    const { scope, site, lang } = request
    try {
      if (act === 'assign') requireDesk(parseInput(DeskForm, { unit: unit ?? '', officer }, labels), await choicesOf(request, actor))
    } catch (error) {
      const codes = don.map(({ code }) => code)
      return showPreview(request, reply, actor, { act, codes, id, error })
    }
    const bulk: Bulk = { id, act, unit, officer, startedBy: actor.personId, startedAt: now() }
    await db.transaction().execute(async (trx) => {
      const isNew = await addBulk(trx, scope, bulk, don)
      if (isNew) await audit(trx, scope, actor, 'cases.bulk', null, { bulkId: id, act, cases: don.length })
    })
    const asked = await getBulk(request, actor, id)
    await runBulk(options, { scope, site, actor }, asked)
    return reply.redirect(localPath(lang, `${BULK}/${id}`), 303)
  })

  app.get<ById>(`${BULK}/:id`, async (request, reply) => {
    const actor = requireRole(request, readers)
    const bulk = await getBulk(request, actor, request.params.id)
    const cases = await listBulkCases(db, request.scope, bulk.id)
    const { lang } = request
    const page = { ...frame, title: text[lang].reportTitle[bulk.act] }
    const sentence = sentenceFor(request)
    return sendPage(
      request,
      reply,
      page,
      <ReportPage lang={lang} csrf={request.csrfToken()} bulk={bulk} cases={cases} sentence={sentence} />,
    )
  })

  app.post<ById>(`${BULK}/:id`, async (request, reply) => {
    const actor = requireRole(request, readers)
    const bulk = await getBulk(request, actor, request.params.id)
    requireBulk(actor, bulk.act)
    await runBulk(options, { scope: request.scope, site: request.site, actor }, bulk)
    return reply.redirect(localPath(request.lang, `${BULK}/${bulk.id}`), 303)
  })

  app.get<ById>(`${BULK}/:id/csv`, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { scope, lang } = request
    const bulk = await getBulk(request, actor, request.params.id)
    if (bulk.act !== 'export') throw new NotFound()
    const codes = (await listBulkCases(db, scope, bulk.id)).filter(({ result }) => result === DONE).map(({ code }) => code)
    const { csv, n } = await exportCsv(db, scope, actor, lang, codes)
    await audit(db, scope, actor, 'cases.exported', null, { bulkId: bulk.id, cases: n })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="ho-so-${civilDateOf(now())}.csv"`)
      .header('cache-control', 'no-store')
      .send(csv)
  })

  /** Of the person who pressed; for everybody else there is none. */
  async function getBulk(request: FastifyRequest, actor: Actor, id: string): Promise<Bulk> {
    const bulk = isUuid(id) ? await findBulk(db, request.scope, id, actor.personId) : undefined
    if (!bulk) throw new NotFound()
    return bulk
  }

  function choicesOf({ scope }: FastifyRequest, actor: Actor): Promise<DeskChoices> {
    return deskChoices(db, scope, actor, civilDateOf(now()))
  }

  async function showPreview(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    { act, codes, id, error }: { act: BulkAct; codes: readonly string[]; id: string; error?: unknown },
  ) {
    const { lang, scope } = request
    const refusal = error === undefined ? null : refusalOf(request, error)
    const reminding = act === 'remind' ? await remindingOn(db, scope, civilDateOf(now())) : null
    const cases: Checked[] = []
    for (const code of codes) cases.push(await checkCase(db, scope, actor, act, code, reminding))
    return sendPage(
      request,
      reply,
      { ...frame, title: text[lang].previewTitle[act], status: refusal?.status ?? 200, islands: ['error-focus'] },
      <PreviewPage
        lang={lang}
        csrf={request.csrfToken()}
        id={id}
        act={act}
        cases={cases}
        choices={await choicesOf(request, actor)}
        sentence={sentenceFor(request)}
        typed={refusal?.typed ?? {}}
        problems={refusal?.problems ?? []}
      />,
    )
  }
}

/** @throws DomainError forbidden 403 */
function requireBulk(actor: Actor, act: BulkAct): BulkAct {
  if (!bulkActsOf(actor).includes(act)) throw new DomainError('forbidden', 403)
  return act
}

/** A wrong desk is wrong for every case: refused before the first. */
function requireDesk({ unit, officer }: { unit: string; officer: string | null }, { units, officers }: DeskChoices): void {
  const chosen = units.find(({ value }) => value === unit)
  if (!chosen) refuseInput([{ field: 'unit', code: 'unknown_reference' }], labels)
  const inUnit = officers.find(({ group }) => group === chosen.text)?.items ?? []
  if (officer && !inUnit.some(({ value }) => value === officer)) refuseInput([{ field: 'officer', code: 'unknown_reference' }], labels)
}

/** A refusal's code in the reader's words. */
function sentenceFor(request: FastifyRequest): (code: string) => string {
  const own: Readonly<Record<string, string>> = text[request.lang].errors
  return (code) => own[code] ?? request.describe(new DomainError(code, 409)).detail
}
