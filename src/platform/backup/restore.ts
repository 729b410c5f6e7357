import type pg from 'pg'
import { migrateJobs } from '../jobs.ts'
import { isMigrating, migrate } from '../migrate.ts'
import type { Header, Manifest } from './format.ts'
import { load, type RestoreStep } from './load.ts'
import type { ArchiveSource } from './open-archive.ts'
import { migrationsOf, refuseUnlessEmpty } from './prepare-database.ts'
import { hasQueue } from './queue.ts'
import { BackupRefused } from './refusal.ts'
import { openSession } from './session.ts'
import { type Staged, stageFiles, stageSecrets } from './staging.ts'

export interface Verified {
  header: Header
  manifest: Manifest
}

export interface RestoreTarget {
  url: string
  filesDir: string
  secretsDir: string
  /** Where signing keys of the public log go; not said: with the other secrets. */
  logKeysDir?: string
}

/**
 * Reads all of an archive and proves it, before anything is touched.
 * @throws BackupRefused
 */
export async function verifyArchive(open: ArchiveSource): Promise<Verified> {
  let header: Header | undefined
  for await (const entry of open()) {
    if (entry.kind === 'header') {
      header = entry.header
      migrationsOf(header)
    }
    if (entry.kind === 'end' && header) return { header, manifest: entry.manifest }
  }
  throw new BackupRefused('truncated')
}

/**
 * Loads a verified archive into an empty database and empty folders: everything or nothing. The rows are committed last, when every digest
 * has fitted once more and the files lie in their place.
 * @throws what stopped it; then database and folders are as they were
 */
export async function restoreArchive(
  open: ArchiveSource,
  { header }: Verified,
  target: RestoreTarget,
  onStep: (step: RestoreStep) => void = () => undefined,
): Promise<void> {
  const client = await openSession(target.url)
  try {
    const files = await stageFiles(target.filesDir)
    const secrets = stageSecrets(target.secretsDir, target.logKeysDir)
    const made = { queue: false }
    try {
      await client.query('select pg_advisory_lock($1)', [isMigrating])
      await client.query('begin')
      await refuseUnlessEmpty(client, header)
      made.queue = !(await hasQueue(client))
      if (made.queue) await migrateJobs(target.url)
      await load(open, client, { header, storage: files.storage, putSecret: secrets.put, onStep })
      await files.settle()
      await secrets.settle()
      await client.query('commit')
    } catch (error) {
      await takeBack(error, client, made, [secrets, files])
    }
  } finally {
    await client.end()
  }
}

/** Brings a restored database to this version, and tells the planner what is in it. @returns the migrations that ran */
export async function bringForward(url: string): Promise<string[]> {
  const ran = await migrate(url)
  const client = await openSession(url)
  try {
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
  return ran
}

/** @throws the error that it was called for, always */
async function takeBack(error: unknown, client: pg.Client, made: { queue: boolean }, staged: Staged[]): Promise<never> {
  try {
    await client.query('rollback')
    if (made.queue) await client.query('drop schema if exists graphile_worker cascade')
    for (const { undo } of staged) await undo()
  } catch (second) {
    throw new AggregateError([error, second], `${(error as Error).message}; ${(second as Error).message}`)
  }
  throw error
}
