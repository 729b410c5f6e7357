import type { FastifyRequest } from 'fastify'
import type { Lang } from '../../shared/lang.ts'

/** Longest part of a path between two slashes that any route takes. */
const LONGEST_PART = 300

export interface Address {
  lang: Lang
  /** Path and query as the routes know them: without host and language, each letter written as itself. */
  url: string
  /** Cannot be read as text: broken percent signs, broken UTF-8, control characters, a part without end. */
  isBroken: boolean
}

/** Reads what stands in the first line of a request: `/en/don?q=x` → English, `/don?q=x`. */
export function readAddress(target: string): Address {
  const [rawPath = '', ...rest] = target.split('?')
  const query = rest.length > 0 ? `?${rest.join('?')}` : ''
  const path = fromRoot(plainLetters(rawPath))
  const english = /^\/en(?=$|\/)/.test(path)
  const local = english ? fromRoot(path.slice(3)) : path
  return { lang: english ? 'en' : 'vi', url: `${local}${query}`, isBroken: isBroken(rawPath, query) }
}

/** Where a broken address is sent: no route is there, and the refusal still has a page or problem+json around it. */
export function routedUrl({ url, isBroken }: Address): string {
  if (!isBroken) return url
  return isApiPath(url) ? '/api/-' : '/-'
}

/** Whether an answer goes to a program. */
export function isApi(request: Pick<FastifyRequest, 'url'>): boolean {
  return isApiPath(request.url)
}

function isApiPath(url: string): boolean {
  return /^\/api\//.test(url)
}

/** `http://host/x`, `//host/x` and `/\host/x` are `/x` or a path of ours: a link made of it never leads to another site. */
function fromRoot(path: string): string {
  return `/${path.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/^[/\\]+/, '')}`
}

/** `%61` is `a` (RFC 3986, 6.2.2.2): no second spelling of a path goes round a check of its first letters. */
function plainLetters(path: string): string {
  return path.replace(/%(3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])/gi, (escaped) => {
    const letter = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
    return /[A-Za-z0-9]/.test(letter) ? letter : escaped
  })
}

function isBroken(path: string, query: string): boolean {
  try {
    const words = decodeURIComponent(path)
    decodeURIComponent(query)
    return /\p{Cc}/u.test(words) || words.split('/').some((part) => part.length > LONGEST_PART)
  } catch {
    return true
  }
}
