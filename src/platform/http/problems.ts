import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DomainError, InvalidInput } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import { isApi } from './address.ts'
import { problemSentences, type Sentence } from './input.ts'
import { text } from './text.ts'

export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  errors?: Sentence[]
  /** What happened meanwhile, for a 409. */
  happened?: unknown
  /** Where to turn instead. */
  guidance?: unknown
}

export type ErrorSentence = string | ((details: Record<string, unknown>) => string)

export interface ProblemOptions {
  /** Sentences of the modules' own codes; some name what was refused. */
  errorText: Record<Lang, Readonly<Record<string, ErrorSentence>>>
  /** Draws a refusal as a page of the site. */
  errorPage: (request: FastifyRequest, reply: FastifyReply, problem: Problem) => Promise<unknown>
}

/** One place turns every refusal and fault into an answer: problem+json for programs, a page for people. */
export function answerProblems(app: FastifyInstance, options: ProblemOptions): void {
  app.decorateRequest('describe', function (this: FastifyRequest, refusal: DomainError) {
    return describe(this.lang, refusal, options)
  })
  app.setErrorHandler(async (error: FastifyError | DomainError, request, reply) => {
    const refusal = error instanceof DomainError ? error : fromFramework(error)
    if (!refusal) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    return send(request, reply, describe(request.lang ?? 'vi', refusal, options))
  })
  app.setNotFoundHandler(async (request, reply) => {
    const allowed = methodsAt(app, request.url)
    if (allowed.length > 0 && !allowed.includes(request.method)) {
      reply.header('allow', allowed.join(', '))
      return send(request, reply, describe(request.lang ?? 'vi', new DomainError('method_not_allowed', 405), options))
    }
    return send(request, reply, describe(request.lang ?? 'vi', new DomainError('not_found', 404), options))
  })

  async function send(request: FastifyRequest, reply: FastifyReply, problem: Problem) {
    reply.code(problem.status)
    if (problem.status === 429) reply.header('retry-after', '60')
    if (!isApi(request)) return options.errorPage(request, reply, problem)
    return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify({ type: 'about:blank', ...problem }))
  }
}

export function describe(lang: Lang, refusal: DomainError | null, options: Pick<ProblemOptions, 'errorText'>): Problem {
  const { status, code } = refusal ?? { status: 500, code: 'internal' }
  const sentence = options.errorText[lang][code] ?? text[lang].errors[code] ?? text[lang].titles[status] ?? code
  const detail = typeof sentence === 'function' ? sentence(refusal?.details ?? {}) : sentence
  const problem: Problem = { status, code, title: text[lang].titles[status] ?? String(status), detail }
  if (refusal instanceof InvalidInput) problem.errors = problemSentences(lang, refusal)
  if (Array.isArray(refusal?.details['errors'])) problem.errors = refusal.details['errors'] as Sentence[]
  if (refusal?.details['happened'] !== undefined) problem.happened = refusal.details['happened']
  if (refusal?.details['guidance'] !== undefined) problem.guidance = refusal.details['guidance']
  return problem
}

/** The framework's own refusals, in our codes; undefined when it is a fault of ours. */
function fromFramework(error: FastifyError): DomainError | null {
  const status = error.statusCode ?? 500
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) return new DomainError('unsupported_media_type', 415)
  if (status === 413) return new DomainError('too_large', 413)
  if (status === 429) return new DomainError('too_many_requests', 429)
  if (status >= 400 && status < 500) return new DomainError('bad_request', 400)
  // PostgreSQL: a statement or lock that took too long, or no connection to be had.
  if (error.code === '57014' || error.code === '55P03' || error.code === '53300') return new DomainError('not_ready', 503)
  return null
}

const routesOf = new WeakMap<FastifyInstance, { form: RegExp; method: string }[]>()

/** Remembers each route so that a wrong method at a right address is 405 and not 404. */
export function rememberRoutes(app: FastifyInstance): void {
  const routes: { form: RegExp; method: string }[] = []
  routesOf.set(app, routes)
  app.addHook('onRoute', (route) => {
    const form = new RegExp(
      `^${route.url
        .replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
        .replace(/:[A-Za-z]+/g, '[^/]+')
        .replace(/\*/g, '.*')}$`,
    )
    for (const method of [route.method].flat()) routes.push({ form, method })
  })
}

function methodsAt(app: FastifyInstance, url: string): string[] {
  const path = url.replace(/\?.*$/s, '').replace(/(?<=.)\/+$/, '')
  const routes = routesOf.get(app) ?? []
  return [...new Set(routes.filter(({ form }) => form.test(path)).map(({ method }) => method))]
}
