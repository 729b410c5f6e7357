import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import { listUnits, requireRole } from '../../accounts/index.ts'
import { findDocument, listPassages } from '../../documents/index.ts'
import { allowedActs } from '../../lifecycle/index.ts'
import { actOnProgramme } from '../feature.ts'
import type { ProgrammeOptions } from '../options.ts'
import { paths } from '../paths.ts'
import { officeHead } from '../plans/show-one.tsx'
import { text } from '../plans/text.ts'
import type { Programme } from '../programme.ts'
import { programmeLifecycle } from '../programme-lifecycle.ts'
import { findProgrammeBySlug, lockProgramme } from '../programme-repository.ts'
import { programmeRolesOn, readers } from '../rules.ts'
import { createRoutes } from './create-routes.tsx'
import { inForm, mendedFrom, placeOf, refuseAtCards, seenAgain } from './form.ts'
import { itemsFrom } from './items-from.ts'
import { unitFinder } from './match-unit.ts'
import { ProposalsPage } from './pages/proposals-page.tsx'
import type { Proposal } from './proposal.ts'
import { listProposals, saveMended } from './proposal-repository.ts'
import { firstPage, pageOf, queryOf, type Shown, shownFrom, sureOnes } from './view.ts'

/** A page of cards, each letter written as nine. */
const FORM_BODY = 8 * 1024 * 1024

type BySlug = { Params: { slug: string }; Querystring: { da?: string; xem?: string; tu?: string } }
type Typed = Record<string, string>

/** A new plan, and what the reading of its paper proposes. */
export async function proposalRoutes(app: FastifyInstance, options: ProgrammeOptions): Promise<void> {
  const { db } = options
  await createRoutes(app, options)

  app.get<BySlug>('/lam-viec/chuong-trinh/:slug/doc-ke-hoach', async (request, reply) => {
    requireRole(request, readers)
    const { da } = request.query
    return showProposals(request, reply, await find(request), {
      shown: shownFrom(request.query),
      done: da === 'luu' || da === 'nhan' ? da : null,
    })
  })

  app.post<BySlug>('/lam-viec/chuong-trinh/:slug/doc-ke-hoach', { bodyLimit: FORM_BODY }, async (request, reply) => {
    requireRole(request, readers)
    const { lang } = request
    const programme = await find(request)
    const body = (request.body ?? {}) as Typed
    const shown = shownFrom(body)
    const wish = wishOf(body['do'])
    let isAll = false
    try {
      const waiting = await save(request, programme, body)
      const onPage = inForm(body, waiting)
      isAll = onPage.length === waiting.length
      if (typeof wish === 'object') return await reply.redirect(localPath(lang, addressOf(programme, wish, 'luu')), 303)
      if (wish === 'save') return await reply.redirect(localPath(lang, addressOf(programme, shown, 'luu')), 303)
      await take(request, programme, wish === 'takeSure' ? sureOnes(waiting) : onPage, body['version'])
    } catch (error) {
      return showProposals(request, reply, await find(request), { shown, refusal: seenAgain(error, refusalOf(request, error)) })
    }
    // Whoever saw all of them goes on in the draft; else the next ones wait here.
    return reply.redirect(localPath(lang, isAll ? `${paths.officeOne(programme.slug)}?xong=1` : addressOf(programme, shown, 'nhan')), 303)
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

  async function take(request: FastifyRequest, programme: Programme, proposals: readonly Proposal[], version: string | undefined) {
    const taken = itemsFrom(proposals, unitFinder(await listUnits(db, request.scope)))
    if (taken.length === 0) throw new DomainError('nothing_ticked', 422)
    try {
      await actOnProgramme(options, request, programme, 'takeProposals', { taken, version })
    } catch (error) {
      refuseAtCards(error, taken)
    }
  }

  async function find(request: FastifyRequest<BySlug>): Promise<Programme> {
    const programme = await findProgrammeBySlug(db, request.scope, request.params.slug)
    if (!programme) throw new NotFound()
    return programme
  }

  async function showProposals(
    request: FastifyRequest,
    reply: FastifyReply,
    programme: Programme,
    { shown, refusal, done = null }: { shown: Shown; refusal?: FormRefusal; done?: 'luu' | 'nhan' | null },
  ) {
    const { lang, scope, actor } = request
    const [proposals, units, sections] = await Promise.all([
      listProposals(db, scope, programme.id),
      listUnits(db, scope),
      sectionsOf(request, programme),
    ])
    const unitOf = unitFinder(units)
    const page = (
      <ProposalsPage
        lang={lang}
        csrf={request.csrfToken()}
        programme={programme}
        proposals={proposals}
        shown={withProblem(proposals, shown, refusal)}
        sections={sections}
        unitNames={units.map(({ shortName }) => shortName)}
        unitOf={(name) => unitOf(name)?.name}
        mayTake={allowedActs(programmeLifecycle, programme, programmeRolesOn(actor, programme) ?? new Set()).includes('takeProposals')}
        done={done}
        refusal={refusal}
      />
    )
    const title = `${text[lang].proposals.title}: ${programme.title}`
    return sendPage(request, reply, { ...officeHead, title, status: refusal?.status, islands: ['error-focus'] }, page)
  }

  /** Headings of the paper by their address. */
  async function sectionsOf({ scope }: FastifyRequest, { documentId }: Programme): Promise<Map<string, string>> {
    const document = documentId ? await findDocument(db, scope, documentId) : undefined
    const passages = document ? await listPassages(db, scope, document.id, document.edition) : []
    return new Map(passages.filter(({ kind }) => kind === 'heading').map(({ path, text: words }) => [path, words]))
  }
}

/** What the pressed button wants; a form sent by the Enter key alone is saved. */
function wishOf(pressed: string | undefined): 'save' | 'take' | 'takeSure' | Shown {
  if (pressed === 'take' || pressed === 'takeSure') return pressed
  const [, xem, tu] = /^go:(\w+):(\d+)$/.exec(pressed ?? '') ?? []
  return xem === undefined ? 'save' : shownFrom({ xem, tu })
}

const addressOf = ({ slug }: Programme, shown: Shown, done: 'luu' | 'nhan') => `${paths.proposals(slug)}?${queryOf(shown)}&da=${done}`

/** The page that was sent; where a card of another one is refused, the page that begins with it. */
function withProblem(proposals: readonly Proposal[], shown: Shown, refusal: FormRefusal | undefined): Shown {
  const places = (refusal?.problems ?? []).map(({ field }) => placeOf(field)).filter(Number.isInteger)
  const waiting = proposals.filter(({ takenOn }) => takenOn === null)
  const isThere = pageOf(waiting, shown).cards.some(({ place }) => places.includes(place))
  return isThere || places.length === 0 ? shown : { ...firstPage, from: places[0]! }
}
