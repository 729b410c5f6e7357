import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { parse as parseQuery } from 'node:querystring'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { readAddress, routedUrl } from './address.ts'
import { refuseBrokenRequest } from './broken-request.ts'
import { guardForms } from './csrf.ts'
import { guardHeaders } from './headers.ts'
import { answerProblems, type ProblemOptions, rememberRoutes } from './problems.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of the address: English under `/en`. */
    lang: Lang
    /** The Vietnamese address of this page, with its query: what the language switch starts from. */
    pagePath: string
  }
}

export interface ServerOptions extends ProblemOptions {
  appKey: Buffer
  publicUrl: string | null
  /** Addresses or ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: readonly string[]
  logger: FastifyServerOptions['logger']
  /** Answers before the framework is woken (kept pages); false leaves the request to it. */
  answer?: (request: IncomingMessage, response: ServerResponse) => boolean
}

/** Largest ordinary body, bytes; a route that takes more says so. */
const BODY_LIMIT = 64 * 1024

/** Most fields of one form: a page of many rows has some for each. */
const MOST_FIELDS = 10_000

/** The web server with what every route shares, and no route. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const https = options.publicUrl?.startsWith('https:') ?? false
  const app = Fastify({
    logger: options.logger ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    bodyLimit: BODY_LIMIT,
    serverFactory: (handle) => {
      const { answer } = options
      const listener: RequestListener = answer ? (request, response) => answer(request, response) || handle(request, response) : handle
      // Five photos of 10 MB over a slow line take minutes.
      return createHttpServer({ requestTimeout: 300_000, keepAliveTimeout: 10_000 }, listener)
    },
    routerOptions: { maxParamLength: 1000, ignoreTrailingSlash: true },
    rewriteUrl: (raw) => routedUrl(readAddress(raw.url ?? '/')),
    exposeHeadRoutes: true,
    return503OnClosing: true,
    clientErrorHandler: refuseBrokenRequest,
  })
  // A route's schema describes it (OpenAPI); the handler checks with the same schema, at its place in the order of refusals.
  app.setValidatorCompiler(() => (value) => ({ value }))
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  rememberRoutes(app)
  app.decorateRequest('lang', 'vi')
  app.decorateRequest('pagePath', '/')
  app.addHook('onRequest', async (request) => {
    request.lang = readAddress(request.originalUrl).lang
    request.pagePath = pageOf(request)
  })
  // Once the site is known, so that the refusal has its page around it.
  app.addHook('preParsing', async (request) => {
    if (readAddress(request.originalUrl).isBroken) throw new DomainError('bad_address', 400)
  })
  app.addHook('onResponse', async (request, reply) => {
    // The route's pattern, never the address: addresses may carry a code or words.
    request.log.info(
      { method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  await app.register(cookie)
  takeStrictBodies(app)
  guardHeaders(app, { publicUrl: options.publicUrl, https })
  guardForms(app, { appKey: options.appKey, secureCookies: https })
  answerProblems(app, options)
  return app
}

/** A refused form is drawn at the address of its act, which answers no GET: its page is the one that it was sent from. */
function pageOf(request: FastifyRequest): string {
  const { referer } = request.headers
  if (request.method === 'GET' || request.method === 'HEAD' || !referer) return request.url
  const sentFrom = URL.parse(referer)
  if (sentFrom?.host !== request.host) return request.url
  return readAddress(`${sentFrom.pathname}${sentFrom.search}`).url
}

/** JSON and form bodies: the bytes are checked as UTF-8 before they are read; a wrong byte is refused, never silently replaced. */
function takeStrictBodies(app: FastifyInstance): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const words = (body: Buffer) => {
    try {
      return decoder.decode(body)
    } catch {
      throw new DomainError('bad_encoding', 400)
    }
  }
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    const json = words(body)
    if (json === '') return {}
    try {
      return JSON.parse(json)
    } catch {
      throw new DomainError('bad_json', 400)
    }
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'buffer' }, async (_request: unknown, body: Buffer) => {
    const form = words(body)
    try {
      decodeURIComponent(form.replaceAll('+', ' '))
    } catch {
      throw new DomainError('bad_encoding', 400)
    }
    // Beyond its limit the parser drops fields without a word.
    if (form.split('&', MOST_FIELDS + 1).length > MOST_FIELDS) throw new DomainError('too_large', 413)
    return { ...parseQuery(form, '&', '=', { maxKeys: MOST_FIELDS }) }
  })
}
