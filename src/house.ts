import { join } from 'node:path'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Config } from './config.ts'
import { mergedErrors } from './error-texts.ts'
import { frames } from './frames.ts'
import { accountsPlugin, createAuth } from './modules/accounts/index.ts'
import type { CommentSubjects } from './modules/comments/index.ts'
import { type FileDeps, prepareScratch, readLateForm } from './modules/files/index.ts'
import { homeText, ProblemPage } from './modules/home/index.ts'
import { unseenPages } from './modules/news/index.ts'
import { menuFinder } from './modules/site/index.ts'
import { createVisitCounter, type VisitCounter, visitsPlugin } from './modules/visits/index.ts'
import type { Connection } from './platform/database.ts'
import { createServer, headersFor, type Problem } from './platform/http/index.ts'
import { createRenderCache, type RenderCache } from './platform/render-cache.ts'
import { diskStorage } from './platform/storage.ts'
import { localPath } from './shared/lang.ts'
import { type Assets, loadAssets, sendPage } from './ui/index.ts'

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

/** What every module stands in: the server with its frame of pages, who is signed in, what is kept, counted and stored. */
export interface House {
  app: FastifyInstance
  auth: Awaited<ReturnType<typeof createAuth>>
  cache: RenderCache
  files: FileDeps
  menus: ReturnType<typeof menuFinder>
}

/** Opens the house, with nothing in it but its own plugins. `now` is the clock of all. */
export async function openHouse(options: AppOptions & { now: () => Date }): Promise<House> {
  const { config, connection, appKey, now } = options
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
    hasSession: (cookies) => cookies?.includes(`${auth.sessionCookie}=`) ?? false,
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
  await app.register(accountsPlugin, { db, auth, readLateForm })
  app.decorate('visits', visits)
  await app.register(visitsPlugin, { counter: visits })
  const menus = menuFinder(
    db,
    (scope, hrefs) => unseenPages(db, scope, hrefs),
    () => now().getTime(),
  )
  frames(app, { assets, visits, menus, origin: config.publicUrl ? new URL(config.publicUrl).origin : null })
  return { app, auth, cache, files, menus }
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
