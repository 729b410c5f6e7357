import { mkdirSync } from 'node:fs'
import type { Config } from '../config.ts'
import { type ApplicationAddress, applicationAddress } from '../platform/application-role.ts'
import { findRunning, startEmbeddedPostgres } from '../platform/embedded-postgres/index.ts'

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

/** The address at which web and worker processes work: as a role that cannot change what is only added, where the server has it. */
export function workAddress(config: Config, database: RunningDatabase): Promise<ApplicationAddress> {
  return applicationAddress(database.url, { canSignIn: config.databaseUrl === null })
}

/** The same for a command that works beside a running server: its embedded database is joined, not started. */
export async function joinDatabase(config: Config): Promise<RunningDatabase> {
  const url = config.databaseUrl ?? (await findRunning(config.dataDir))
  return url ? { url, stop: async () => undefined } : openDatabase(config)
}
