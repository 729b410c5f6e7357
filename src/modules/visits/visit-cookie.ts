import { createHmac, randomFillSync } from 'node:crypto'
import type { Subject } from './batch.ts'
import { quickMac } from './quick-mac.ts'

export const VISIT_COOKIE = 'congdan_visit'
/** A visit is over when this many minutes went by without a page. */
export const VISIT_MINUTES = 30

/** What a browser keeps of its visit, signed: `id.minute.first.signature`; a `*` behind the minute says that it was signed in. */
export interface VisitCookie {
  /** Random; only its keyed hash is ever stored, and only while the visit lasts. */
  id: string
  /** Minute in which the visit was last seen, counted from 1970. */
  minute: number
  /** Short hash of what the first page showed and was counted for; empty when that page counts no views. */
  first: string
  /** Counted last as one of those who are signed in. */
  member: boolean
}

export interface VisitCookies {
  start: (minute: number, subject: Subject | null, member: boolean) => string
  /** The same visit, seen in a later minute, or signed in or out since. */
  goOn: (visit: VisitCookie, minute: number, member: boolean) => string
  /** Null for a cookie that is missing, not ours, or of a visit that is over. */
  read: (header: string | undefined, minute: number) => VisitCookie | null
  isFirst: (visit: VisitCookie, subject: Subject) => boolean
  /** What the database knows a visit by. */
  hash: (visit: VisitCookie) => string
}

const form = /(?:^|;\s*)congdan_visit=([\w-]{22})\.([0-9a-z]{5,7})(\*?)\.([\w-]{8}|)\.([\w-]{22})(?:;|$)/
/** Room for the ids of 4,096 visits, filled at once. */
const POOL = 4096 * 16

export function visitCookies({ appKey, secure }: { appKey: Buffer; secure: boolean }): VisitCookies {
  const key = createHmac('sha256', appKey).update('visits').digest()
  const pool = Buffer.alloc(POOL)
  let used = POOL
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  const shorts = new Map<string, string>()

  const whole = quickMac(key)
  const mac = (words: string) => whole(words).slice(0, 22)
  function shortOf({ type, id }: Subject): string {
    const name = `${type}:${id}`
    const known = shorts.get(name)
    if (known) return known
    if (shorts.size > 10_000) shorts.clear()
    const short = createHmac('sha256', key).update(`subject:${name}`).digest('base64url').slice(0, 8)
    shorts.set(name, short)
    return short
  }
  function nextId(): string {
    if (used === POOL) {
      randomFillSync(pool)
      used = 0
    }
    used += 16
    return pool.toString('base64url', used - 16, used)
  }
  function write({ id, minute, first, member }: VisitCookie): string {
    const words = `${id}.${minute.toString(36)}${member ? '*' : ''}.${first}`
    return `${VISIT_COOKIE}=${words}.${mac(words)}${attributes}`
  }

  return {
    start: (minute, subject, member) => write({ id: nextId(), minute, first: subject ? shortOf(subject) : '', member }),
    goOn: (visit, minute, member) => write({ ...visit, minute, member }),
    read(header, now) {
      const found = header === undefined ? null : form.exec(header)
      if (!found) return null
      const [, id = '', stamp = '', flag = '', first = '', signature = ''] = found
      const minute = Number.parseInt(stamp, 36)
      // The clocks of two processes may differ by a little.
      if (now - minute > VISIT_MINUTES || minute > now + 1) return null
      // Whoever forges a signature wins the standing of a visit that was counted: nothing that leaving the cookie away would not give.
      return mac(`${id}.${stamp}${flag}.${first}`) === signature ? { id, minute, first, member: flag !== '' } : null
    },
    isFirst: (visit, subject) => visit.first === shortOf(subject),
    hash: (visit) => mac(`visit:${visit.id}`),
  }
}
