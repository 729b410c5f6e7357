import type { FastifyInstance } from 'fastify'
import type { Actor } from './modules/accounts/index.ts'
import { navigation } from './modules/home/index.ts'
import type { menuFinder } from './modules/site/index.ts'
import { FooterFigures, type VisitCounter } from './modules/visits/index.ts'
import { isApi } from './platform/http/index.ts'
import type { Assets } from './ui/index.ts'

interface FrameParts {
  assets: Assets
  visits: VisitCounter
  menus: ReturnType<typeof menuFinder>
  /** Where the site is reached from outside; null: not known. */
  origin: string | null
}

/** The frame of every page: navigation, account, language, token. */
export function frames(app: FastifyInstance, { assets, visits, menus, origin }: FrameParts): void {
  app.decorateRequest('chrome')
  app.decorateRequest('publicChrome')
  app.addHook('onRequest', async (request) => {
    const own = request.site && !isApi(request) ? await menus.of(request.scope) : {}
    const around = (actor: Actor | null) => {
      const figures = FooterFigures({ lang: request.lang, figures: visits.figures(request.scope) })
      return navigation(request.lang, request.site, actor, { menus: own, figures })
    }
    const common = () => ({ lang: request.lang, path: request.pagePath, origin, assets, ...around(request.actor) })
    request.publicChrome = () => ({ ...common(), ...around(null), account: null })
    request.chrome = () => {
      const { actor } = request
      if (!actor) return { ...common(), account: null }
      return {
        ...common(),
        account: { name: actor.name, href: '/tai-khoan', signOut: '/dang-xuat' },
        csrf: request.csrfToken(),
        idle:
          request.idleSeconds > 0
            ? { seconds: request.idleSeconds, warnSeconds: request.warningSeconds, person: actor.personId }
            : undefined,
      }
    }
  })
}
