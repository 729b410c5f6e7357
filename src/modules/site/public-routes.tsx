import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { documentOf } from '../../ui/page.tsx'
import { findOfficeContact } from '../accounts/index.ts'
import { findMenus } from './menu-repository.ts'
import { organisationOn } from './organisation.ts'
import { ContactPage } from './pages/contact-page.tsx'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { CONTACT, ORGANISATION } from './paths.ts'
import { text } from './text.ts'

export interface PublicOptions {
  db: Db
  now: () => Date
  cache: Pick<RenderCache, 'send'>
}

/** Pages made of what the office knows of itself. Units and people change rarely: a kept page is a minute old at most. */
export async function publicRoutes(app: FastifyInstance, { db, now, cache }: PublicOptions): Promise<void> {
  app.get(ORGANISATION, (request, reply) => {
    const today = civilDateOf(now())
    return cache.send(request, reply, {
      key: `organisation ${today}`,
      tags: ['site'],
      render: async () => {
        const { lang, site } = request
        const { title, lead } = text[lang].organisation
        const organisation = await organisationOn(db, request.scope, today)
        return documentOf(
          { ...request.publicChrome(), path: ORGANISATION },
          { title, description: lead },
          <OrganisationPage lang={lang} authorityName={site.name} organisation={organisation} />,
        )
      },
    })
  })

  app.get(CONTACT, (request, reply) =>
    cache.send(request, reply, {
      key: 'contact',
      tags: ['site'],
      render: async () => {
        const { title, lead } = text[request.lang].contact
        const contact = await findOfficeContact(db, request.scope)
        return documentOf(
          { ...request.publicChrome(), path: CONTACT },
          { title, description: lead },
          <ContactPage lang={request.lang} contact={contact} />,
        )
      },
    }),
  )

  app.get(
    '/api/v1/site',
    { schema: { tags: ['site'], summary: 'The authority: contact, organisation today, menus (empty: those of the software)' } },
    async ({ scope, site }) => {
      const [contact, organisation, menus] = await Promise.all([
        findOfficeContact(db, scope),
        organisationOn(db, scope, civilDateOf(now())),
        findMenus(db, scope),
      ])
      return {
        authority: { name: site.name, shortName: site.shortName, tier: site.tier },
        contact,
        chairmen: organisation.chairmen,
        units: organisation.groups.flatMap(({ units }) => units),
        menus: { main: menus.main?.items ?? [], footer: menus.footer?.items ?? [] },
      }
    },
  )
}
