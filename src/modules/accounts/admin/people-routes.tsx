import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput } from '../../../platform/http/index.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { localPath } from '../../../shared/lang.ts'
import { sendPage } from '../../../ui/page.tsx'
import type { Scope } from '../accounts.ts'
import type { Auth, AuthDeps } from '../auth.ts'
import { formProblems } from '../form-problems.ts'
import { requireRole } from '../guards.ts'
import { labels } from '../inputs.ts'
import { permissions } from '../permissions.ts'
import { findStaff, listPeople } from '../staff-repository.ts'
import { listUnits } from '../unit-repository.ts'
import { addPerson, changePerson, removeTwoFactor, renewPassword, setOpen } from './admin-acts.ts'
import { NewPersonForm, PersonForm } from './admin-inputs.ts'
import { ADMIN, headOf, PasswordOncePage } from './admin-pages.tsx'
import { PeoplePage, PersonPage } from './people-pages.tsx'
import { text } from './text.ts'
import type { Typed } from './typed.ts'

const LIST = `${ADMIN}/nguoi-dung`

type ById = { Params: { id: string }; Querystring: { xong?: string } }

export interface PeopleOptions extends AuthDeps {
  /** What a person still has in hand, and where it is handed over: features know. */
  openWorkOf?: (scope: Scope, personId: string) => Promise<{ count: number; href: string }>
}

const noWork: NonNullable<PeopleOptions['openWorkOf']> = async () => ({ count: 0, href: '' })

/** People: never removed, only placed, closed and opened. */
export async function peopleRoutes(app: FastifyInstance, { db, auth, openWorkOf = noWork }: PeopleOptions): Promise<void> {
  app.get<ById>(LIST, async (request, reply) => {
    requireRole(request, permissions.administer)
    return showList(request, reply)
  })

  app.post(LIST, async (request, reply) => {
    const by = byOf(request, auth)
    try {
      const input = parseInput(NewPersonForm, request.body, labels)
      const { personId, password } = await addPerson(auth, by, input)
      return showOnce(request, reply, { personId, name: input.name, username: input.username }, password)
    } catch (error) {
      return showList(request, reply, error)
    }
  })

  app.get<ById>(`${LIST}/:id`, async (request, reply) => {
    requireRole(request, permissions.administer)
    return showOne(request, reply, request.params.id)
  })

  app.post<ById>(`${LIST}/:id`, async (request, reply) => {
    const by = byOf(request, auth)
    const { id } = request.params
    try {
      await changePerson(auth, by, id, parseInput(PersonForm, request.body, labels))
      return reply.redirect(localPath(request.lang, `${LIST}/${id}?xong=1`), 303)
    } catch (error) {
      return showOne(request, reply, id, error)
    }
  })

  app.post<ById>(`${LIST}/:id/mat-khau`, async (request, reply) => {
    const { person, password } = await renewPassword(auth, byOf(request, auth), request.params.id)
    return showOnce(request, reply, person, password)
  })

  const acts = {
    'ma-xac-nhan': (by: By, id: string) => removeTwoFactor(auth, by, id),
    ngung: async (by: By, id: string) => {
      const work = await openWorkOf(by.scope, id)
      if (work.count > 0) throw new DomainError('open_work', 409, work)
      return setOpen(auth, by, id, false)
    },
    'mo-lai': (by: By, id: string) => setOpen(auth, by, id, true),
  }
  for (const [path, act] of Object.entries(acts)) {
    app.post<ById>(`${LIST}/:id/${path}`, async (request, reply) => {
      const by = byOf(request, auth)
      const { id } = request.params
      try {
        await act(by, id)
        return reply.redirect(localPath(request.lang, `${LIST}/${id}?xong=1`), 303)
      } catch (error) {
        return showOne(request, reply, id, error)
      }
    })
  }

  async function showList(request: FastifyRequest, reply: FastifyReply, error?: unknown) {
    const { lang } = request
    const people = await listPeople(db, request.scope)
    const head = headOf(text[lang].people.title, error)
    return sendPage(request, reply, head, <PeoplePage {...(await common(request, error))} people={people} />)
  }

  async function showOne(request: FastifyRequest, reply: FastifyReply, id: string, error?: unknown) {
    if (error instanceof NotFound) throw error
    const person = await findStaff(db, request.scope, id)
    if (!person) throw new NotFound()
    const head = headOf(person.name, error)
    const openWork = await openWorkOf(request.scope, id)
    return sendPage(request, reply, head, <PersonPage {...(await common(request, error))} person={person} openWork={openWork} />)
  }

  async function common(request: FastifyRequest, error: unknown) {
    const { lang } = request
    return {
      lang,
      csrf: request.csrfToken(),
      units: await listUnits(db, request.scope),
      today: civilDateOf(auth.now()),
      saved: (request.query as { xong?: string }).xong !== undefined,
      problems: error === undefined ? [] : formProblems(lang, error),
      typed: error === undefined ? undefined : (request.body as Typed),
    }
  }

  function showOnce(
    request: FastifyRequest,
    reply: FastifyReply,
    person: { personId: string; name: string; username: string },
    password: string,
  ) {
    const { lang } = request
    const head = { title: text[lang].people.onceTitle, noindex: true, office: true }
    return sendPage(request, reply, head, <PasswordOncePage lang={lang} person={person} password={password} />)
  }
}

type By = ReturnType<typeof byOf>

function byOf(request: FastifyRequest, auth: Auth) {
  const actor = requireRole(request, permissions.administer)
  const now = auth.now()
  return { scope: request.scope, actor, now, today: civilDateOf(now) }
}
