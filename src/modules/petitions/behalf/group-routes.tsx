import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { refusalOf } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, requireRole } from '../../accounts/index.ts'
import { auditRead } from '../../history/index.ts'
import type { Access } from '../access.ts'
import type { FormProblem } from '../citizen/form-problems.ts'
import { findCase } from '../office/case-desk.ts'
import { counterStaff } from '../office/roles.ts'
import { matterOf } from '../petition.ts'
import { actOn, type PetitionOptions } from '../service.ts'
import type { Party } from './behalf.ts'
import { listBehalves, listParties } from './behalf-repository.ts'
import { type GroupChange, type GroupRole, groupChanges, groupRoles } from './group-input.ts'
import { type GroupForm, GroupPage, groupAddress } from './group-page.tsx'
import { text } from './text.ts'

const PATH = '/lam-viec/don/:code/nhom'
const islands = ['error-focus'] as const

interface Shown {
  form?: Readonly<Record<string, unknown>>
  typed?: Readonly<Record<string, string>>
  problems?: readonly FormProblem[]
  status?: number
  done?: boolean
}

/** `/lam-viec/don/{code}/nhom`: who speaks for a group and who signed, put right at the counter. */
export const groupRoutes: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db } = options

  app.get<{ Querystring: Record<string, unknown> }>(PATH, async (request, reply) => {
    const actor = requireRole(request, counterStaff)
    const access = await findGroup(request)
    const { viec, vai, so, xong } = request.query
    return show(request, reply, actor, access, { form: { change: viec, role: vai, position: so }, done: xong === '1' })
  })

  app.post(PATH, async (request, reply) => {
    const actor = requireRole(request, counterStaff)
    const access = await findGroup(request)
    try {
      await actOn(options, request, access, 'correctGroup', request.body)
    } catch (error) {
      const { status, problems, typed } = refusalOf(request, error)
      return show(request, reply, actor, access, { form: typed, typed, problems, status })
    }
    return reply.redirect(`${groupAddress(request.lang, access.petition.code)}?xong=1`, 303)
  })

  /** @throws NotFound · DomainError not_a_group 409 */
  async function findGroup(request: FastifyRequest): Promise<Access> {
    const access = await findCase(db, request)
    const facts = (await listBehalves(db, request.scope, [access.petition.id])).get(access.petition.id)
    if (facts?.behalf !== 'group') throw new DomainError('not_a_group', 409)
    return access
  }

  async function show(request: FastifyRequest, reply: FastifyReply, actor: Actor, access: Access, shown: Shown) {
    const { lang, scope } = request
    await auditRead(db, scope, actor, matterOf(access.petition), 'filer')
    // After a refusal the case may have moved on.
    const { petition } = await findCase(db, request)
    const parties = await listParties(db, scope, petition.id)
    return sendPage(
      request,
      reply,
      {
        title: `${text[lang].group.title} ${petition.code}`,
        current: '/lam-viec',
        noindex: true,
        office: true,
        status: shown.status ?? 200,
        islands,
      },
      <GroupPage
        lang={lang}
        csrf={request.csrfToken()}
        petition={petition}
        parties={parties}
        form={formOf(parties, shown)}
        problems={shown.problems ?? []}
        done={shown.done ?? false}
      />,
    )
  }
}

/** The form that is asked for; null when nobody stands there any more, or nothing is asked for. */
function formOf(parties: readonly Party[], { form = {}, typed = {} }: Shown): GroupForm | null {
  const change = groupChanges.find((name) => name === form['change'])
  const role = groupRoles.find((name) => name === form['role'])
  if (!change || !role || !mayBe(change, role)) return null
  if (change === 'add') return { change, role, party: null, typed }
  const party = parties.find((one) => one.role === role && one.endedOn === null && String(one.position) === String(form['position']))
  return party ? { change, role, party, typed } : null
}

const mayBe = (change: GroupChange, role: GroupRole) => change !== 'replace' || role === 'spokesperson'
