import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { mirrorTown } from './mirror/mirror-town.ts'
import { listAuthorities } from './modules/accounts/index.ts'
import { findArchive, findHead, LOG_TAG, listLogKeys, makeArchive } from './modules/log/index.ts'
import type { Db } from './platform/database.ts'
import { inProcessFetch } from './platform/http/index.ts'
import type { Job, JobLog } from './platform/jobs.ts'
import { civilDateOf } from './shared/civil-date.ts'
import { parseVkey } from './shared/tlog/vkey.ts'

export interface MirrorJobOptions {
  config: Pick<Config, 'dataDir' | 'publicUrl'>
  db: Db
  /** The application itself: the mirror holds what it answers to a visitor without a name. */
  app: Pick<FastifyInstance, 'inject'>
  dropPages: (tags: readonly string[]) => void
  log: JobLog
  now: () => Date
}

export const MIRROR_JOB = 'mirrorTown'

const HOUR = 3_600_000

/** Each night the mirror of each authority's log and public data, for everybody to take away from `/so-cong-khai`. */
export function mirrorJob(options: MirrorJobOptions): Job {
  return {
    name: MIRROR_JOB,
    // Half past two in Vietnam, after the day's counts were compared and what is due to go is erased.
    cron: '30 19 * * *',
    makeUpMs: 20 * HOUR,
    alone: true,
    run: async () => {
      const failures: Error[] = []
      const sites = await listAuthorities(options.db)
      for (const site of sites) {
        try {
          await mirrorOne(options, site, addressOf(site, options.config.publicUrl, site.id === sites[0]!.id))
        } catch (error) {
          options.log.error({ err: error, authorityId: site.id }, 'the mirror of tonight was not made; the last one stays')
          failures.push(error as Error)
        }
      }
      // The queue tries again, and what was made is not made twice.
      if (failures.length > 0) throw new AggregateError(failures, 'Mirrors were not made.')
    },
  }
}

interface Site {
  id: number
  slug: string
  host: string | null
}

async function mirrorOne({ config, db, app, dropPages, log, now }: MirrorJobOptions, { id, slug }: Site, address: string | null) {
  const scope = { authorityId: id }
  const at = now()
  const [keys, head, last] = await Promise.all([listLogKeys(db, scope), findHead(db, scope), findArchive(config.dataDir, scope)])
  if (!address || !head || (last && civilDateOf(new Date(last.madeAt)) === civilDateOf(at))) return
  const fetch = inProcessFetch(app, `mirror ${id}`)
  // Our own keys are known, whoever answers at the address.
  const trusted = keys.map(({ vkey }) => parseVkey(vkey))
  const { bytes, lines, items } = await makeArchive(
    { dataDir: config.dataDir, now: at, mirror: (folder) => mirrorTown(folder, address, trusted, at, fetch) },
    scope,
    slug,
  )
  dropPages([LOG_TAG])
  log.info({ ...scope, bytes, lines, items }, 'mirror made')
}

/** Where visitors find the authority. The first stands in for every name that is nobody's; another without a name is found by none: null. */
function addressOf({ host }: Site, publicUrl: string | null, isFirst: boolean): string | null {
  const { protocol, host: own } = new URL(publicUrl ?? 'http://congdan.local')
  if (host) return `${publicUrl ? protocol : 'https:'}//${host}`
  return isFirst ? `${protocol}//${own}` : null
}
