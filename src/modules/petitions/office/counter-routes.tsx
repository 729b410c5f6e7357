import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseInput, refusalOf } from '../../../platform/http/index.ts'
import { sendPage } from '../../../ui/page.tsx'
import { listHamlets, listUnits, requireRole } from '../../accounts/index.ts'
import { listClocks } from '../../clocks/index.ts'
import { nameInForm } from '../behalf/behalf-form.ts'
import { labels, PetitionInput } from '../fields.ts'
import { filePetition } from '../file-petition.ts'
import { matterOf } from '../petition.ts'
import type { PetitionOptions } from '../service.ts'
import { fromCounterForm } from './counter-form.ts'
import { CounterPage, type CounterProblem } from './pages/counter-page.tsx'
import { SlipPage } from './pages/slip-page.tsx'
import { counterStaff } from './roles.ts'
import { text } from './text.ts'

const FILING_BODY = 512 * 1024
const frame = { current: '/lam-viec', noindex: true, office: true }

/** `/lam-viec/don-moi`: a petition taken down for a person at the counter, and the slip that they carry home. */
export const counterRoutes: FastifyPluginAsync<PetitionOptions> = async (app, options) => {
  const { db } = options

  app.get('/lam-viec/don-moi', async (request, reply) => {
    requireRole(request, counterStaff)
    return showForm(request, reply, { publish: '', clientToken: randomUUID() }, [], 200)
  })

  app.post('/lam-viec/don-moi', { bodyLimit: FILING_BODY }, async (request, reply) => {
    const actor = requireRole(request, counterStaff)
    const typed = { ...(request.body as Record<string, string>) }
    try {
      const input = parseInput(PetitionInput, fromCounterForm(typed), labels)
      const { scope, site } = request
      const filed = await filePetition(options, { scope, site, input, actor, channel: 'counter', asked: true })
      if (!filed.repeated) options.dropPages(['home'])
      const clocks = await listClocks(db, scope, matterOf(filed.petition))
      return await sendPage(
        request,
        reply,
        { ...frame, title: text[request.lang].slip.title, status: filed.repeated ? 200 : 201, islands: ['print'] },
        <SlipPage
          lang={request.lang}
          filed={filed}
          clocks={clocks.filter((clock) => clock.state === 'running')}
          officer={actor.name}
          authority={site.name}
          address={`${request.protocol}://${request.host}/tra-cuu`}
        />,
      )
    } catch (error) {
      const { status, problems } = refusalOf(request, error)
      // `filer.name` stands on this form as `name`.
      const named = problems.map(({ field, text }) => ({ field: nameInForm(field) ?? field.split('.').at(-1) ?? field, text }))
      const onForm = [...new Map(named.map((problem) => [problem.field, problem])).values()]
      return showForm(request, reply, typed, onForm, status)
    }
  })

  async function showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Record<string, string>,
    problems: CounterProblem[],
    status: number,
  ) {
    const [units, hamlets] = await Promise.all([listUnits(db, request.scope), listHamlets(db, request.scope)])
    const places = units
      .map((unit) => ({
        group: unit.shortName,
        items: hamlets.filter((hamlet) => hamlet.unitId === unit.id).map((hamlet) => ({ value: hamlet.id, text: hamlet.name })),
      }))
      .filter((place) => place.items.length > 0)
    return sendPage(
      request,
      reply,
      { ...frame, title: text[request.lang].counter.title, status, islands: ['error-focus', 'char-count'] },
      <CounterPage lang={request.lang} csrf={request.csrfToken()} typed={typed} problems={problems} places={places} />,
    )
  }
}
