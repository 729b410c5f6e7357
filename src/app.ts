import { join } from 'node:path'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import { mergedErrors } from './error-texts.ts'
import { frames } from './frames.ts'
import { logWords } from './log-words.ts'
import {
  accountRoutes,
  accountsApiRoutes,
  accountsPlugin,
  adminRoutes,
  createAuth,
  listHamlets,
  signInRoutes,
} from './modules/accounts/index.ts'
import { appointmentRoutes, heldAppointments } from './modules/appointments/index.ts'
import { clockRoutes } from './modules/clocks/index.ts'
import {
  CommentSection,
  type CommentSubjects,
  commentModeration,
  commentNotices,
  commentRoutes,
  commentTags,
  countsOfSubjects,
  loadSection,
} from './modules/comments/index.ts'
import { dataRequestNotices, dataRequestRoutes } from './modules/data-requests/index.ts'
import { type FileDeps, fileRoutes, prepareScratch } from './modules/files/index.ts'
import { adminLinks, builtInMenus, discoveryRoutes, homeRoutes, homeText, ProblemPage, searchRoutes } from './modules/home/index.ts'
import { logCheckRoutes, logFileRoutes, logPageRoutes, queueWitnesses, withCosignatures, witnessRoutes } from './modules/log/index.ts'
import { moderationRoutes } from './modules/moderation/index.ts'
import {
  articleAddresses,
  articleFileReaders,
  findPublicArticle,
  newsRoutes,
  pageAddresses,
  pagesForMenus,
  ratedArticles,
} from './modules/news/index.ts'
import { choiceRoutes, noticeRoutes } from './modules/notices/index.ts'
import {
  casesInHand,
  citizenPages,
  followerNotices,
  followersToTell,
  journalHooks,
  notifyFiled,
  notifyFiler,
  notifyRenewed,
  officePages,
  openCasesByBelonging,
  openJournal,
  petitionApi,
  petitionFileApi,
  petitionFileReaders,
  petitionNotices,
  petitionRegisters,
  reminderNotices,
  tellEverybody,
  unspreadFilings,
} from './modules/petitions/index.ts'
import { currentPoll, POLLS_TAG, PollSection, pollRoutes } from './modules/polls/index.ts'
import { ratingDataset, ratingDesk, ratingRoutes, ratingSection, ratingTags, ratingTotals } from './modules/ratings/index.ts'
import { enterCounterFiling, receptionRoutes } from './modules/receptions/index.ts'
import { retentionRoutes, withAnnouncement } from './modules/retention/index.ts'
import { menuFinder, siteRoutes } from './modules/site/index.ts'
import { createVisitCounter, type VisitCounter, viewsOf, visitRoutes, visitsPlugin } from './modules/visits/index.ts'
import { personalDataSources } from './personal-data-sources.ts'
import type { Connection } from './platform/database.ts'
import { createServer, headersFor, type Problem } from './platform/http/index.ts'
import { addJob } from './platform/jobs.ts'
import { createRenderCache } from './platform/render-cache.ts'
import { diskStorage } from './platform/storage.ts'
import { civilDateOf } from './shared/civil-date.ts'
import { isUuid } from './shared/ids.ts'
import { localPath } from './shared/lang.ts'
import { type Assets, loadAssets, loadChecker, sendPage } from './ui/index.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** For jobs in the same process: call after commit. */
    dropPages: (tags: readonly string[]) => void
    /** Counts visits and views. */
    visits: VisitCounter
  }
}

export interface AppOptions {
  config: Pick<Config, 'dataDir' | 'publicUrl' | 'trustedProxies' | 'logLevel'> & Partial<Pick<Config, 'smtpUrl'>>
  connection: Connection
  databaseUrl: string
  appKey: Buffer
  /** Folder of the built browser files. */
  clientDir: string
  /** Tests need no build. */
  assets?: Assets
  now?: () => Date
  /** Tests hash passwords quickly. */
  hashing?: Parameters<typeof createAuth>[0]['hashing']
  /** Tests try comments on something of their own. */
  commentSubjects?: CommentSubjects
  logger?: Parameters<typeof createServer>[0]['logger']
}

/** Puts everything together by hand: what exists, in order. The only file that knows every module. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { config, connection, appKey, now = () => new Date() } = options
  const { db } = connection
  const assets = options.assets ?? loadAssets(options.clientDir)
  const auth = await createAuth({
    db,
    secret: appKey.toString('base64'),
    publicUrl: config.publicUrl,
    now,
    ...(options.hashing ? { hashing: options.hashing } : {}),
  })
  const storage = await diskStorage(join(config.dataDir, 'files'))
  const files: FileDeps = { storage, scratch: join(config.dataDir, 'scratch') }
  await prepareScratch(files.scratch)

  const https = config.publicUrl?.startsWith('https:') ?? false
  const visits = createVisitCounter({
    db,
    appKey,
    secureCookies: https,
    now,
    log: { error: (details, message) => app.log.error(details, message) },
  })
  const cache = createRenderCache(
    options.databaseUrl,
    headersFor(https),
    { warn: (details, message) => app.log.warn(details, message) },
    visits.arrive,
  )
  const app: FastifyInstance = await createServer({
    answer: cache.answer,
    appKey,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    logger: options.logger ?? { level: config.logLevel },
    errorText: mergedErrors(),
    errorPage,
  })
  await cache.listen()
  app.decorate('dropPages', cache.drop)
  app.addHook('onClose', () => cache.close())

  await app.register(multipart, { limits: { fields: 100, files: 20, fieldNameSize: 100, headerPairs: 100 } })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Cổng Dân', version: '0.1.0' } },
    // Pages are for people; the description is of the API alone.
    transform: (route) => (route.url.startsWith('/api/v1/') ? jsonSchemaTransform(route) : { schema: { hide: true }, url: route.url }),
  })
  if (!options.assets)
    await app.register(fastifyStatic, {
      root: join(options.clientDir, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      preCompressed: true,
      index: false,
    })

  healthRoutes(app, connection)
  await app.register(accountsPlugin, { db, auth })
  app.decorate('visits', visits)
  await app.register(visitsPlugin, { counter: visits })
  const menus = menuFinder(db, () => now().getTime())
  frames(app, { assets, visits, menus, origin: config.publicUrl ? new URL(config.publicUrl).origin : null })

  const personal = personalDataSources(appKey)
  const afterFiling = notifyFiled(config.publicUrl)
  const journal = openJournal({ db, now, afterFiling, dropPages: cache.drop, log: app.log })
  journalHooks(app, journal)
  const petitions = {
    db,
    journal,
    appKey,
    now,
    dropPages: cache.drop,
    hamletExists: async (scope: { authorityId: number }, id: string) => (await listHamlets(db, scope)).some((hamlet) => hamlet.id === id),
    cache,
    files,
    publicUrl: config.publicUrl,
    afterFiling,
    afterCounterFiling: enterCounterFiling,
    afterAct: tellEverybody(notifyFiler(config.publicUrl), followersToTell()),
    afterRenewal: notifyRenewed(config.publicUrl),
    datasets: [ratingDataset],
  }
  await app.register(signInRoutes, { db, auth })
  await app.register(accountRoutes, { db, auth })
  await app.register(accountsApiRoutes, { db, auth })
  await app.register(adminRoutes, {
    db,
    auth,
    links: adminLinks,
    afterUnitEnd: (trx, scope) => addJob(trx, 'carryOverUnits', { ...scope }),
    openWorkOf: (scope, personId) => casesInHand(db, scope, personId),
    openCasesOf: (scope, unitId) => openCasesByBelonging(db, scope, unitId),
  })
  await app.register(clockRoutes, {
    db,
    now,
    afterCalendarChange: (trx, scope, news) => addJob(trx, 'recomputeClocks', { ...scope, ...news }),
  })
  await app.register(petitionApi, petitions)
  await app.register(petitionFileApi, petitions)
  await app.register(citizenPages, petitions)
  await app.register(officePages, petitions)
  await app.register(appointmentRoutes, { db, appKey, now, dropPages: cache.drop, publicUrl: config.publicUrl })
  await app.register(receptionRoutes, {
    db,
    now,
    dropPages: cache.drop,
    cases: petitionRegisters(db),
    appointments: heldAppointments(db),
  })
  const subjects: CommentSubjects = {
    article: {
      find: async (_db, scope, id) => {
        const found = isUuid(id) ? await findPublicArticle(db, scope, id) : undefined
        return found && { title: found.head.title, href: found.path, open: true }
      },
      // Lists show the number of comments.
      tags: (id) => [`article:${id}`, 'news'],
    },
    ...options.commentSubjects,
  }
  const moderation = {
    db,
    now,
    dropPages: cache.drop,
    kinds: { comment: commentModeration({ subjects, publicUrl: config.publicUrl }) },
  }
  await app.register(moderationRoutes, moderation)
  await app.register(commentRoutes, { db, appKey, now, publicUrl: config.publicUrl, dropPages: cache.drop, cache, subjects, moderation })
  await app.register(dataRequestRoutes, {
    db,
    appKey,
    now,
    dropPages: cache.drop,
    publicUrl: config.publicUrl,
    sources: personal.dataRequestSources,
  })
  await app.register(newsRoutes, {
    db,
    now,
    dropPages: cache.drop,
    cache,
    files,
    publicUrl: config.publicUrl,
    slots: {
      views: (scope, ids) => viewsOf(db, scope, 'article', ids),
      commentCounts: (scope, ids) => countsOfSubjects(db, scope, 'article', ids),
      comments: async ({ lang, scope, article }) =>
        CommentSection({
          lang,
          section: await loadSection(db, scope, { type: 'article', id: article.id }, { open: true, onlySeen: true }),
        }),
      ratings: (context) => ratingSection(db, context),
      ratingTotals: (scope, id) => ratingTotals(db, scope, id),
      ratingsDesk: (context) => ratingDesk(db, context),
      poll: async ({ lang, scope }) => PollSection({ lang, poll: await currentPoll(db, scope, civilDateOf(now())) }),
      tags: (id) => [...commentTags({ type: 'article', id }), ...ratingTags(id), POLLS_TAG],
    },
  })
  await app.register(ratingRoutes, { db, appKey, now, dropPages: cache.drop, articles: ratedArticles, publicUrl: config.publicUrl })
  await app.register(retentionRoutes, { db, now, retained: personal.retained })
  await app.register(fileRoutes, { db, storage, mayRead: { ...petitionFileReaders(petitions), ...articleFileReaders(db) } })
  const writersMail = { petition: withAnnouncement(petitionNotices(db)), follower: followerNotices(db), comment: commentNotices(db) }
  await app.register(noticeRoutes, {
    db,
    configured: Boolean(config.smtpUrl),
    sources: { ...writersMail, person: reminderNotices(db), dataRequest: dataRequestNotices(db) },
    standstills: unspreadFilings(db),
  })
  await app.register(choiceRoutes, { db, appKey, now, sources: writersMail, dropPages: cache.drop })
  await app.register(siteRoutes, {
    db,
    now,
    cache,
    menus,
    builtIn: builtInMenus,
    pages: (scope) => pagesForMenus(db, scope),
    dropAllPages: () => cache.drop(['*']),
  })
  await app.register(visitRoutes, { db, cache, now })
  await app.register(pollRoutes, { db, appKey, now, dropPages: cache.drop, cache, publicUrl: config.publicUrl })
  await app.register(logFileRoutes, {
    db,
    withCosignatures: (request, checkpoint) => withCosignatures(db, request.scope, checkpoint),
  })
  const checker = options.assets ? null : loadChecker(options.clientDir)
  await app.register(logCheckRoutes, { db, now, publicUrl: config.publicUrl, script: checker })
  await app.register(logPageRoutes, { db, cache, now, words: logWords(db) })
  await app.register(witnessRoutes, {
    db,
    now,
    publicUrl: config.publicUrl,
    cache,
    dropPages: cache.drop,
    afterAdding: (scope) => queueWitnesses(db, scope),
  })
  await app.register(homeRoutes, { db, cache, now })
  await app.register(searchRoutes, { db })
  await app.register(discoveryRoutes, {
    db,
    cache,
    now,
    publicUrl: config.publicUrl,
    published: [articleAddresses(db), pageAddresses(db)],
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').send(app.swagger()),
  )
  return app
}

/** Alive, and able to serve. */
function healthRoutes(app: FastifyInstance, { pool }: Connection): void {
  const bare = { config: { siteless: true }, schema: { hide: true } }
  app.get('/healthz', bare, async () => ({ status: 'ok' }))
  app.get('/readyz', bare, async (_request, reply) => {
    try {
      await pool.query('select 1 from migrations limit 1')
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
}

async function errorPage(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
  // Before the site is known (no database yet) there is no frame to put the page in.
  if (!request.site) return reply.type('text/plain; charset=utf-8').send(`${problem.title}. ${problem.detail}`)
  return sendPage(
    request,
    reply,
    { title: problem.title, noindex: true, status: problem.status },
    ProblemPage({ problem, homeHref: localPath(request.lang, '/'), words: homeText[request.lang] }),
  )
}
