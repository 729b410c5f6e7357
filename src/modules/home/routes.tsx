import type { FastifyPluginAsync } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { RenderCache } from '../../platform/render-cache.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { documentOf } from '../../ui/index.ts'
import { latestArticles } from '../news/index.ts'
import { listRegister, petitionText, publicFigures } from '../petitions/index.ts'
import { currentPoll, POLLS_TAG } from '../polls/index.ts'
import { loadPromises, PROMISES_TAG } from '../programmes/index.ts'
import { HomeHero, HomePage } from './home-page.tsx'
import { text } from './text.ts'

export interface HomeOptions {
  db: Db
  cache: RenderCache
  now: () => Date
}

const RECENT = 6
const NEWS = 5

export const homeRoutes: FastifyPluginAsync<HomeOptions> = async (app, { db, cache, now }) => {
  app.get('/', { schema: { hide: true } }, (request, reply) => {
    const today = civilDateOf(now())
    return cache.send(request, reply, {
      // Overdue is counted against today: a new day is a new page.
      key: `home ${today}`,
      tags: ['home', POLLS_TAG, PROMISES_TAG],
      render: async () => {
        const { lang, scope } = request
        const words = text[lang]
        const [figures, recent, news, poll, promises] = await Promise.all([
          publicFigures(db, scope, today),
          listRegister(db, scope, {}, null, RECENT),
          latestArticles(db, scope, NEWS),
          currentPoll(db, scope, today),
          loadPromises(db, scope, today),
        ])
        const names = petitionText[lang]
        return documentOf(
          // The address that everybody shares: not what the first visitor wrote behind it.
          { ...request.publicChrome(), path: '/' },
          {
            title: words.title,
            description: words.hero.lead,
            current: '/',
            hero: <HomeHero lang={lang} words={words} figures={figures} />,
            feeds: [{ href: '/don.atom', title: words.recent.title }],
          },
          <HomePage
            lang={lang}
            words={words}
            recent={recent.items}
            news={news}
            poll={poll}
            promises={promises}
            today={today}
            tagsOf={(petition) => `${names.kind[petition.kind]} · ${names.status[petition.status]}`}
          />,
        )
      },
    })
  })
}
