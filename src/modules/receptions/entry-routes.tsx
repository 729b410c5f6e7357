import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf, refuseInput } from '../../platform/http/index.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { NotFound } from '../../shared/errors.ts'
import type { FormRefusal } from '../../shared/form-refusal.ts'
import { localPath } from '../../shared/lang.ts'
import { sendPage } from '../../ui/page.tsx'
import { type Actor, requireRole } from '../accounts/index.ts'
import { auditRead, listHistory } from '../history/index.ts'
import { allowedActs, requireAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { bookRows } from './book-rows.ts'
import { type Entry, matterOf, numberOf } from './entry.ts'
import { findById, findByMatter, findEntry } from './entry-repository.ts'
import { actOn, type ReceptionOptions } from './feature.ts'
import { EntryInput, labels } from './fields.ts'
import { lifecycle, type ReceptionAct } from './lifecycle.ts'
import { EntryPage } from './pages/entry-page.tsx'
import { NewEntryPage } from './pages/new-entry-page.tsx'
import { paths } from './paths.ts'
import { personIn, resolveInput, wordsIn } from './resolve-input.ts'
import { keepers, readers, readsPeople, rolesOn } from './rules.ts'
import type { HeldAppointment } from './sources.ts'
import { text } from './text.ts'
import { writeOnce } from './write-entry.ts'

type ByNumber = { Params: { year: string; number: string; act: string }; Querystring: { xong?: string } }

const frame = { current: '/lam-viec', noindex: true, office: true, islands: ['error-focus', 'char-count'] as const }

/** `/lam-viec/so-tiep-dan/moi` and `/lam-viec/so-tiep-dan/2026/12`: writing a line, and the line with its acts. */
export async function entryRoutes(app: FastifyInstance, options: ReceptionOptions): Promise<void> {
  const { db, cases } = options

  app.get<{ Querystring: { hen?: string } }>(paths.write, async (request, reply) => {
    requireRole(request, keepers)
    const { lang, scope } = request
    const held = typeof request.query.hen === 'string' ? await findHeld(request, request.query.hen) : undefined
    const entered = held && (await findByMatter(db, scope, appointmentOf(held)))
    if (entered) return reply.redirect(localPath(lang, paths.one(entered)), 303)
    const today = civilDateOf(options.now())
    const known = held
      ? { receivedOn: held.heldOn, occasion: 'periodic', people: '1', name: held.name, summary: held.subject }
      : { receivedOn: today, occasion: 'regular', people: '1' }
    return showForm(request, reply, { known, clientToken: randomUUID(), appointment: held?.code ?? null })
  })

  app.post(paths.write, async (request, reply) => {
    const actor = requireRole(request, keepers)
    const { lang, scope } = request
    const { _csrf, ...typed } = (request.body ?? {}) as Record<string, string>
    try {
      const input = parseInput(EntryInput, typed, labels)
      const now = options.now()
      const rootId = await resolveInput(db, scope, input, civilDateOf(now), null)
      const held = input.appointment ? await findHeld(request, input.appointment) : undefined
      if (input.appointment && !held) refuseInput([{ field: 'appointment', code: 'unknown_reference' }], labels)
      const {
        previous: _,
        name: _n,
        address: _a,
        identity: _i,
        representatives: _r,
        summary: _s,
        followUp: _f,
        appointment: _p,
        ...columns
      } = input
      // A denunciation keeps no link: the appointment knows who came.
      const matter = held && input.classification !== 'denunciation' ? appointmentOf(held) : null
      const entry = await writeOnce(
        db,
        scope,
        { ...columns, rootId, matter, person: personIn(input), words: wordsIn(input) },
        { personId: actor.personId, at: now },
      )
      return reply.redirect(localPath(lang, `${paths.one(entry)}?xong=saved`), 303)
    } catch (error) {
      const refusal = refusalOf(request, error)
      const token = refusal.problems.some(({ field }) => field === 'clientToken') ? randomUUID() : (typed['clientToken'] ?? randomUUID())
      return showForm(request, reply, { known: {}, clientToken: token, appointment: refusal.typed['appointment'] || null, refusal })
    }
  })

  app.get<ByNumber>(`${paths.book}/:year/:number`, async (request, reply) => {
    const actor = requireRole(request, readers)
    const { xong } = request.query
    return showEntry(request, reply, actor, await entryAt(request), { done: xong === 'saved' || xong === 'done' ? xong : undefined })
  })

  app.post<ByNumber>(`${paths.book}/:year/:number/:act`, async (request, reply) => {
    const actor = requireRole(request, readers)
    const entry = await entryAt(request)
    const act = requireAct(acts, request.params.act)
    const { _csrf, ...input } = (request.body ?? {}) as Record<string, string>
    try {
      await actOn(options, request, entry, act, input)
    } catch (error) {
      const refusal = refusalOf(request, error)
      return showEntry(request, reply, actor, await entryAt(request), { attempt: { act, refusal } })
    }
    return reply.redirect(localPath(request.lang, `${paths.one(entry)}?xong=done`), 303)
  })

  const appointmentOf = ({ id }: HeldAppointment) => ({ type: 'appointment', id })
  const findHeld = (request: FastifyRequest, code: string) => options.appointments.findHeld(request.scope, code)

  /** @throws NotFound for a number that the book does not have */
  async function entryAt(request: FastifyRequest<ByNumber>): Promise<Entry> {
    const { year, number } = request.params
    const named = /^\d{4}$/.test(year) && /^\d{1,6}$/.test(number)
    const entry = named ? await findEntry(db, request.scope, { year: Number(year), number: Number(number) }) : undefined
    if (!entry) throw new NotFound()
    return entry
  }

  function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { known: Record<string, string>; clientToken: string; appointment: string | null; refusal?: FormRefusal },
  ) {
    const { lang } = request
    const head = { ...frame, title: text[lang].entry.newTitle, status: shown.refusal?.status }
    return sendPage(request, reply, head, <NewEntryPage lang={lang} csrf={request.csrfToken()} {...shown} />)
  }

  async function showEntry(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    entry: Entry,
    shown: { attempt?: { act: ReceptionAct; refusal: FormRefusal }; done?: 'saved' | 'done' | undefined },
  ) {
    const { lang, scope } = request
    const people = readsPeople(actor)
    const [[row], history, root] = await Promise.all([
      bookRows(db, cases, scope, [entry], people),
      listHistory(db, scope, matterOf(entry), ['internal']),
      entry.rootId === entry.id ? null : findById(db, scope, entry.rootId),
    ])
    if (people && entry.classification !== 'denunciation') await auditRead(db, scope, actor, matterOf(entry), 'person')
    const head = { ...frame, title: text[lang].entry.title(numberOf(entry)), status: shown.attempt?.refusal.status }
    const page = (
      <EntryPage
        lang={lang}
        csrf={request.csrfToken()}
        row={row!}
        root={root ?? null}
        caseHref={row!.follow && cases.href(row!.follow.code)}
        history={history}
        acts={allowedActs(lifecycle, entry, rolesOn(actor) ?? new Set())}
        {...shown}
      />
    )
    return sendPage(request, reply, head, page)
  }
}
