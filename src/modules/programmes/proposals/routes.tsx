import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { listUnits, requireRole } from '../../accounts/index.ts'
import { findDocument, findDocumentBySlug } from '../../documents/index.ts'
import { readSmallForm } from '../../files/index.ts'
import { allowedActs } from '../../lifecycle/index.ts'
import { actOnProgramme } from '../feature.ts'
import { labels, PlanInput } from '../fields.ts'
import { makePlan } from '../make-programme.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { listPapers } from '../plans/list-papers.ts'
import { NewPage } from '../plans/pages/new-page.tsx'
import { officeHead } from '../plans/show-one.tsx'
import { text } from '../plans/text.ts'
import type { Programme } from '../programme.ts'
import { programmeLifecycle } from '../programme-lifecycle.ts'
import { findProgrammeBySlug, lockProgramme } from '../programme-repository.ts'
import { programmeRolesOn, readers } from '../rules.ts'
import { mendedFrom } from './form.ts'
import { itemsFrom } from './items-from.ts'
import { makePlanFromDocument, makePlanFromText } from './make-from-paper.ts'
import { unitFinder } from './match-unit.ts'
import { ProposalsPage } from './pages/proposals-page.tsx'
import type { Proposal } from './proposal.ts'
import { listProposals, saveMended } from './proposal-repository.ts'
import { MAX_PAPER, readSource } from './read-source.ts'

/** Three hundred cards, each letter written as nine. */
const FORM_BODY = 8 * 1024 * 1024
const FORM_ROOM = MAX_PAPER + 4 * 1024 * 1024

type BySlug = { Params: { slug: string }; Querystring: { da?: string } }
type Typed = Record<string, string>

/** A new plan, and what the reading of its paper proposes. */
export async function proposalRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options

  app.get(paths.create, async (request, reply) => {
    requireRole(request, ['editor'])
    return showNew(request, reply)
  })

  app.post(paths.create, { config: { takesFiles: true } }, async (request, reply) => {
    requireRole(request, ['editor'])
    const parts = await readSmallForm(request, FORM_ROOM)
    const file = parts.get('file') ?? Buffer.alloc(0)
    const typed: Typed = Object.fromEntries(
      [...parts].filter(([name]) => name !== 'file').map(([name, bytes]) => [name, bytes.toString('utf8')]),
    )
    request.checkCsrf(typed['_csrf'])
    let plan: Programme
    try {
      plan = await make(request, typed, file)
    } catch (error) {
      const readField = typed['document'] ? 'document' : file.length > 0 ? 'file' : 'text'
      const fieldOf = Object.fromEntries([...readRefusals, 'paper_without_text', 'one_source'].map((code) => [code, readField]))
      return showNew(request, reply, { ...refusalOf(request, error, fieldOf), typed })
    }
    const next = (await listProposals(db, request.scope, plan.id)).length > 0 ? paths.proposals(plan.slug) : paths.officeOne(plan.slug)
    return reply.redirect(localPath(request.lang, next), 303)
  })

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/doc-ke-hoach', async (request, reply) => {
    requireRole(request, readers)
    return showProposals(request, reply, await find(request), { saved: request.query.da === 'luu' })
  })

  app.post<BySlug>('/lam-viec/chuong-trinh/:slug/doc-ke-hoach', { bodyLimit: FORM_BODY }, async (request, reply) => {
    requireRole(request, readers)
    const { scope, lang } = request
    const programme = await find(request)
    const body = (request.body ?? {}) as Typed
    let waiting: Proposal[] = []
    try {
      waiting = await save(request, programme, body)
      if (body['do'] !== 'take') return await reply.redirect(localPath(lang, `${paths.proposals(programme.slug)}?da=luu`), 303)
      const taken = itemsFrom(waiting, unitFinder(await listUnits(db, scope)))
      if (taken.length === 0) throw new DomainError('nothing_ticked', 422)
      await actOnProgramme(options, request, programme, 'takeProposals', { taken, version: body['version'] })
    } catch (error) {
      const refusal = refusalOf(request, error)
      const taken = itemsFrom(waiting, () => undefined)
      return showProposals(request, reply, await find(request), { refusal: { ...refusal, problems: refusal.problems.map(atCard(taken)) } })
    }
    return reply.redirect(localPath(lang, `${paths.officeOne(programme.slug)}?xong=1`), 303)
  })

  /** Keeps what was typed, whether or not it is taken now. */
  async function save(request: FastifyRequest, programme: Programme, body: Typed): Promise<Proposal[]> {
    const { scope, actor } = request
    return db.transaction().execute(async (trx) => {
      const locked = await lockProgramme(trx, scope, programme.id)
      const roles = locked && programmeRolesOn(actor, locked)
      if (!locked || !roles) throw new NotFound()
      if (locked.status !== 'draft') throw new DomainError('wrong_status', 409)
      if (!allowedActs(programmeLifecycle, locked, roles).includes('takeProposals')) throw new DomainError('forbidden', 403)
      const waiting = (await listProposals(trx, scope, programme.id)).filter(({ takenOn }) => takenOn === null)
      await saveMended(trx, scope, programme.id, mendedFrom(body, waiting))
      return (await listProposals(trx, scope, programme.id)).filter(({ takenOn }) => takenOn === null)
    })
  }

  async function make(request: FastifyRequest, typed: Typed, file: Buffer): Promise<Programme> {
    const { scope, site } = request
    const actor = requireRole(request, ['editor'])
    const pasted = typed['text']?.trim() ? typed['text'] : null
    const named = typed['document']?.trim() ? typed['document'].trim() : null
    if ([file.length > 0, pasted, named].filter(Boolean).length > 1) throw new DomainError('one_source', 422)
    const isEmpty = file.length === 0 && !pasted && !named
    const title = typed['title']?.trim() ? typed['title'] : isEmpty ? '' : '–'
    const input = parseInput(PlanInput, { title, startsOn: typed['startsOn'], endsOn: typed['endsOn'], document: named }, labels)
    const facts = { ...input, title: typed['title']?.trim() ? input.title : null }
    if (isEmpty) return makePlan(options, scope, actor, input)
    if (!named) return makePlanFromText(options, scope, actor, readSource(file.length > 0 ? file : pasted!), facts, site.name)
    const document = (await findDocumentBySlug(db, scope, named.split('/').at(-1)!)) ?? undefined
    const known = document && (await findDocument(db, scope, document.id))
    if (!known) throw new DomainError('paper_without_text', 422)
    return makePlanFromDocument(options, scope, actor, known.id, facts)
  }

  async function find(request: FastifyRequest<BySlug>): Promise<Programme> {
    const programme = await findProgrammeBySlug(db, request.scope, request.params.slug)
    if (!programme) throw new NotFound()
    return programme
  }

  async function showNew(request: FastifyRequest, reply: FastifyReply, refusal?: FormRefusal) {
    const { lang, scope } = request
    const page = <NewPage lang={lang} csrf={request.csrfToken()} papers={await listPapers(db, scope)} refusal={refusal} />
    const title = text[lang].office.make
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }

  async function showProposals(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: Programme,
    shown: { refusal?: FormRefusal; saved?: boolean },
  ) {
    const { lang, scope, actor } = request
    const [proposals, units] = await Promise.all([listProposals(db, scope, programme.id), listUnits(db, scope)])
    const unitOf = unitFinder(units)
    const page = (
      <ProposalsPage
        lang={lang}
        csrf={request.csrfToken()}
        programme={programme}
        proposals={proposals}
        unitNames={units.map(({ shortName }) => shortName)}
        unitOf={(name) => unitOf(name)?.name}
        mayTake={allowedActs(programmeLifecycle, programme, programmeRolesOn(actor, programme) ?? new Set()).includes('takeProposals')}
        {...shown}
      />
    )
    const title = `${text[lang].proposals.title}: ${programme.title}`
    return sendPage(request, reply, { ...officeHead, title, status: shown.refusal?.status, islands: ['error-focus'] }, page)
  }
}

const readRefusals = ['read_unknown_format', 'read_damaged', 'read_scanned', 'read_empty', 'read_too_long']

/** A problem of the item that a card gave, at the card: `taken.3.item.title` is `title-12`. */
function atCard(taken: ReturnType<typeof itemsFrom>) {
  return ({ field, text: words }: FormRefusal['problems'][number]) => {
    const [, at, name] = /^taken\.(\d+)\.item\.(\w+)/.exec(field) ?? []
    const place = at === undefined ? undefined : taken[Number(at)]?.places[0]
    return { field: place === undefined ? field : `${name}-${place}`, text: words }
  }
}
