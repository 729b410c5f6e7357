import { mkdirSync } from 'node:fs'
import type { Config } from '../config.ts'
import { startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'

export interface RunningDatabase {
  url: string
  /** Stops the embedded server; leaves any other alone. */
  stop: () => Promise<void>
}

/** The database that the environment names, or the embedded one under DATA_DIR. */
export async function openDatabase(config: Config, say: (line: string) => void = () => undefined): Promise<RunningDatabase> {
  mkdirSync(config.dataDir, { recursive: true })
  if (config.databaseUrl) return { url: config.databaseUrl, stop: async () => undefined }
  return startEmbeddedPostgres({ dataDir: config.dataDir, log: say })
}
