import type { FastifyInstance } from 'fastify'
import type { Journal } from './journal.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Spreads what this process has acknowledged: for whoever looks into the tables past the routes. */
    flushFilings: () => Promise<void>
  }
  interface FastifyContextConfig {
    /** The route files a petition and reads nothing that another filing wrote: it does not wait for those before it. */
    onlyFiles?: boolean
  }
}

/** Whoever files and then looks sees what was filed: any other request waits until what this process has acknowledged is spread. */
export function journalHooks(app: FastifyInstance, journal: Journal): void {
  app.decorate('flushFilings', journal.flush)
  app.addHook('onRequest', async (request) => {
    const { onlyFiles, siteless } = request.routeOptions.config
    if (journal.waits && !onlyFiles && !siteless && !request.url.startsWith('/assets/')) await journal.flush()
  })
  let swept: Promise<unknown> = Promise.resolve()
  app.addHook('onReady', async () => {
    swept = journal
      .sweep()
      .catch((error: { code?: string }) => app.log.error({ code: error.code ?? 'unknown' }, 'filings wait for the next sweep'))
  })
  app.addHook('onClose', async () => {
    await swept
    await journal.close()
  })
}
