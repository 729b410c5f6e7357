import type { IncomingMessage } from 'node:http'
import type { Db } from '../../platform/database.ts'
import { addView, type Batch, dayClock, dayIn, keyOf, minuteOf, newBatch, type Subject } from './batch.ts'
import { asOf, readFigures, type VisitFigures } from './figures.ts'
import { isRobot } from './robots.ts'
import { visitCookies } from './visit-cookie.ts'
import { writeBatch } from './write-batch.ts'

interface Scope {
  authorityId: number
}

export interface VisitCounterOptions {
  db: Db
  appKey: Buffer
  /** The site is served over HTTPS alone. */
  secureCookies: boolean
  now: () => Date
  /** Whether a browser comes with a session at all, by its cookies alone. */
  hasSession?: (cookies: string | undefined) => boolean
  log: { error: (details: object, message: string) => void }
}

export interface VisitCounter {
  /** Counts a page that is answered now; gives the `Set-Cookie` that goes with it, or null. Never waits for anything. */
  arrive: (
    request: Pick<IncomingMessage, 'method' | 'headers'>,
    scope: Scope,
    viewOf: Subject | null,
    /** Whether somebody is signed in; absent where nobody looked, as on kept pages: then it is as it was while the browser has a session. */
    isMember?: boolean,
  ) => string | null
  /** Writes what was gathered. The timer calls it each second; a failed batch is kept and tried again. */
  flush: () => Promise<void>
  /** Figures of the footer, at most two seconds old when `refresh` was awaited. */
  figures: (scope: Scope) => VisitFigures | undefined
  refresh: (scope: Scope) => Promise<void>
  /** Starts the timer. */
  start: () => void
  /** Writes what is left. */
  stop: () => Promise<void>
}

/** What a process that is killed may lose, at most. */
const FLUSH_MS = 1_000
const FRESH_MS = 2_000
/** Visits that one batch remembers, at most: reached only when the database has been away for long. */
const MOST = 500_000

interface Kept {
  batch: Batch
  /** Being written, or waiting to be tried again. */
  writing: Batch | null
  figures: VisitFigures | undefined
  readAt: number
}

export function createVisitCounter({ db, appKey, secureCookies, now, hasSession = () => false, log }: VisitCounterOptions): VisitCounter {
  const cookies = visitCookies({ appKey, secure: secureCookies })
  const dayOf = dayClock()
  const sites = new Map<number, Kept>()
  let flushing: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let lost = 0

  function siteOf({ authorityId }: Scope): Kept {
    let site = sites.get(authorityId)
    if (!site) {
      site = { batch: newBatch(), writing: null, figures: undefined, readAt: 0 }
      sites.set(authorityId, site)
    }
    return site
  }

  async function write(authorityId: number, site: Kept): Promise<void> {
    if (!site.writing) {
      if (site.batch.days.size === 0) return
      site.writing = site.batch
      site.batch = newBatch()
    }
    site.figures = await writeBatch(db, { authorityId }, site.writing, now())
    site.readAt = Date.now()
    site.writing = null
  }

  async function flushOnce(): Promise<void> {
    for (const [authorityId, site] of sites) {
      try {
        await write(authorityId, site)
      } catch (error) {
        log.error({ err: error, authorityId }, 'visits could not be written; they are kept and tried again')
      }
    }
    if (lost > 0) log.error({ lost }, 'views were not counted: the database was away for too long')
    lost = 0
  }

  /** A flush that begins after this call and has seen everything gathered before it. */
  function flush(): Promise<void> {
    const next: Promise<void> = (flushing ?? Promise.resolve()).then(flushOnce).finally(() => {
      if (flushing === next) flushing = null
    })
    flushing = next
    return next
  }

  return {
    arrive({ method, headers }, scope, viewOf, isMember) {
      if (!isPageVisit(method, headers)) return null
      const { batch } = siteOf(scope)
      const instant = now()
      const day = dayIn(batch, dayOf(instant))
      if (isRobot(headers['user-agent'])) {
        day.robotPages++
        if (viewOf) addView(batch, viewOf, { robotViews: 1 })
        return null
      }
      day.pages++
      const minute = minuteOf(instant)
      const visit = cookies.read(headers.cookie, minute)
      if (!visit) {
        day.visits++
        batch.arrivals.set(minute, (batch.arrivals.get(minute) ?? 0) + 1)
        if (isMember) batch.memberArrivals.set(minute, (batch.memberArrivals.get(minute) ?? 0) + 1)
        if (viewOf) addView(batch, viewOf, { views: 1 })
        return cookies.start(minute, viewOf, isMember ?? false)
      }
      const member = isMember ?? (visit.member && hasSession(headers.cookie))
      const isMoved = minute > visit.minute || member !== visit.member
      const isLater = viewOf !== null && !cookies.isFirst(visit, viewOf)
      if (isMoved || isLater) {
        if (batch.seen.size + batch.laterViews.size >= MOST) lost++
        else {
          const hash = cookies.hash(visit)
          const before = batch.seen.get(hash)
          const { from, fromMember } = before ?? { from: visit.minute, fromMember: visit.member }
          batch.seen.set(hash, { from, fromMember, minute: Math.max(before?.minute ?? 0, visit.minute, minute), member })
          if (isLater) batch.laterViews.set(`${hash} ${keyOf(viewOf)}`, { visit: hash, subject: viewOf })
        }
      }
      return isMoved ? cookies.goOn(visit, Math.max(visit.minute, minute), member) : null
    },
    flush,
    figures(scope) {
      const { figures } = siteOf(scope)
      return figures && asOf(figures, now())
    },
    async refresh(scope) {
      const site = siteOf(scope)
      if (Date.now() - site.readAt < FRESH_MS) return
      const before = site.readAt
      // Whoever asks meanwhile goes on with what is known.
      if (site.figures) site.readAt = Date.now()
      try {
        site.figures = await readFigures(db, scope, now())
        site.readAt = Date.now()
      } catch (error) {
        site.readAt = before
        log.error({ err: error }, 'the figures of visits could not be read')
      }
    },
    start() {
      // A flush that takes longer than a second is not queued twice.
      timer ??= setInterval(() => flushing ?? void flush(), FLUSH_MS).unref()
    },
    async stop() {
      if (timer) clearInterval(timer)
      timer = null
      await flush()
      // A batch that was waiting is written by the first, what came meanwhile by the second.
      await flush()
    },
  }
}

/** A person's browser asks for a page to show it: no HEAD, nothing fetched ahead or by a script. */
function isPageVisit(method: string | undefined, headers: IncomingMessage['headers']): boolean {
  if (method !== 'GET') return false
  if (headers['sec-purpose'] !== undefined || /prefetch|preview/i.test(String(headers['purpose'] ?? headers['x-moz'] ?? ''))) return false
  const dest = headers['sec-fetch-dest']
  return dest === undefined || dest === 'document'
}
