import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { sendPage } from '../../../ui/page.tsx'
import { type Actor, requireRole } from '../../accounts/index.ts'
import { listClocks } from '../../clocks/index.ts'
import { auditRead } from '../../history/index.ts'
import type { Access } from '../access.ts'
import { labels } from '../fields.ts'
import { matterOf } from '../petition.ts'
import { findFiler } from '../petition-repository.ts'
import { RenewalInput, renewSecret } from '../renew-secret.ts'
import type { PetitionOptions } from '../service.ts'
import { findCase } from './case-desk.ts'
import { RenewalPage } from './pages/renewal-page.tsx'
import { SlipPage } from './pages/slip-page.tsx'
import { counterStaff } from './roles.ts'
import { text } from './text.ts'

const frame = { current: '/lam-viec', noindex: true, office: true }

/** `/lam-viec/don/{code}/cap-lai-ma`: a new secret for a filer who lost the first, after an identity check at the counter. */
export const renewalRoutes: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db } = options

  app.get('/lam-viec/don/:code/cap-lai-ma', async (request, reply) => {
    const actor = requireRole(request, counterStaff)
    return showForm(request, reply, actor, await findCase(db, request), { clientToken: randomUUID() }, [], 200)
  })

  app.post('/lam-viec/don/:code/cap-lai-ma', async (request, reply) => {
    const actor = requireRole(request, counterStaff)
    const access = await findCase(db, request)
    const { _csrf, ...typed } = { ...(request.body as Record<string, string>) }
    const { scope, site, lang } = request
    try {
      const input = parseInput(RenewalInput, typed, labels)
      const filed = await renewSecret(options, { scope, actor, petitionId: access.petition.id, input })
      const clocks = await listClocks(db, scope, matterOf(filed.petition))
      return await sendPage(
        request,
        reply,
        { ...frame, title: `${text[lang].slip.renewedTitle} ${filed.petition.code}`, islands: ['print'] },
        <SlipPage
          lang={lang}
          filed={filed}
          renewed
          clocks={clocks.filter((clock) => clock.state === 'running')}
          officer={actor.name}
          authority={site.name}
          address={`${request.protocol}://${request.host}/tra-cuu`}
        />,
      )
    } catch (error) {
      const { status, problems } = refusalOf(request, error)
      const token = problems.some(({ field }) => field === 'clientToken') ? randomUUID() : typed['clientToken']
      return showForm(request, reply, actor, access, { ...typed, clientToken: token ?? randomUUID() }, problems, status)
    }
  })

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    actor: Actor,
    { petition }: Access,
    typed: Readonly<Record<string, string>>,
    problems: readonly { field: string; text: string }[],
    status: number,
  ) {
    const { lang, scope } = request
    await auditRead(db, scope, actor, matterOf(petition), 'filer')
    const filer = await findFiler(db, scope, petition.id)
    return sendPage(
      request,
      reply,
      { ...frame, title: `${text[lang].renewal.title} ${petition.code}`, status, islands: ['error-focus'] },
      <RenewalPage lang={lang} csrf={request.csrfToken()} petition={petition} filer={filer ?? null} typed={typed} problems={problems} />,
    )
  }
}
