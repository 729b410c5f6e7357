import type { FastifyPluginAsync } from 'fastify'
import { civilDateOf } from '../../../shared/civil-date.ts'
import { sendPage } from '../../../ui/page.tsx'
import { findUnit, requireRole } from '../../accounts/index.ts'
import { deskOf } from '../desk-scope.ts'
import type { PetitionOptions } from '../service.ts'
import { officeFigures } from './figures.ts'
import { FiguresPage } from './pages/figures-page.tsx'
import { readers } from './roles.ts'
import { text } from './text.ts'

/** `/lam-viec/so-lieu`: the kept figures of what an officer sees. */
export const figuresRoutes: FastifyPluginAsync<PetitionOptions> = async (app, { db, now }) => {
  app.get('/lam-viec/so-lieu', async (request, reply) => {
    const desk = deskOf(requireRole(request, readers))
    const [figures, unit] = await Promise.all([
      officeFigures(db, request.scope, desk, civilDateOf(now())),
      desk.unitId ? findUnit(db, request.scope, desk.unitId) : undefined,
    ])
    return sendPage(
      request,
      reply,
      { title: text[request.lang].figures.title, current: '/lam-viec', noindex: true, office: true },
      <FiguresPage lang={request.lang} figures={figures} unitName={unit?.name ?? null} />,
    )
  })
}
