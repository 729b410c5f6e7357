import type { Scope } from '../accounts/index.ts'
import { type IntegrateOptions, integrateAll } from './integrate.ts'
import { type LogSite, originOfLog, setUpLog } from './set-up-log.ts'

export interface IntegratorOptions extends IntegrateOptions {
  /** The authorities of this installation, each with a log of its own. */
  sites: () => Promise<readonly LogSite[]>
  publicUrl: string | null
  /** After leaves were added. */
  onAdded: (scope: Scope, added: number) => void
  log: { error: (details: object, message: string) => void }
}

/** Sets up the logs that are not there yet, and adds what waits for each. One that cannot be gone on with does not hold up the others. */
export async function integrateLogs(options: IntegratorOptions): Promise<number> {
  const sites = await options.sites()
  let added = 0
  for (const site of sites) {
    const scope = { authorityId: site.id }
    try {
      await setUpLog(options.db, scope, { folder: options.folder, origin: originOfLog(site, options.publicUrl, sites[0]!.id) })
      const here = await integrateAll(options, scope)
      if (here > 0) options.onAdded(scope, here)
      added += here
    } catch (error) {
      options.log.error({ err: error, authorityId: site.id }, 'the public log of an authority could not be gone on with')
    }
  }
  return added
}

/** A step stands in the log about a second after its commit, wherever the worker runs. */
const EVERY_MS = 1_000
/** After a failure of the database itself. */
const PAUSE_MS = 5_000

/** Integrates each second until `stop`, which waits for the batch in hand. */
export function startIntegrator(options: IntegratorOptions): { stop: () => Promise<void> } {
  const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
  let isStopping = false
  const running = (async () => {
    while (!isStopping) {
      let pause = EVERY_MS
      try {
        await integrateLogs(options)
      } catch (error) {
        options.log.error({ err: error }, 'the public log waits for the database')
        pause = PAUSE_MS
      }
      await Promise.race([stopped, wait(pause)])
    }
  })()
  return {
    stop: () => {
      isStopping = true
      stop()
      return running
    },
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}
