import { Readable } from 'node:stream'
import type pg from 'pg'
import type { Storage } from '../storage.ts'
import { copyIn } from './copy.ts'
import type { Header, Manifest } from './format.ts'
import { layAside } from './lay-aside.ts'
import type { ArchiveSource } from './open-archive.ts'
import { matchTables, migrateTo, migrationsOf } from './prepare-database.ts'
import { addJobs, prepareJobs } from './queue.ts'
import { type ArchiveEntry, whole } from './read-archive.ts'
import { BackupRefused } from './refusal.ts'
import { setSequences } from './sequences.ts'
import { quoted } from './session.ts'

export type RestoreStep =
  | { step: 'schema'; migrations: number }
  | { step: 'foreign'; table: string }
  | { step: 'loaded'; rows: number; files: number }
  | { step: 'indexes' }

interface Loading {
  header: Header
  storage: Storage
  putSecret: (name: string, data: Buffer) => Promise<void>
  onStep: (step: RestoreStep) => void
}

/** Prepares the empty database, loads every entry and puts the guards back, in the caller's transaction. */
export async function load(open: ArchiveSource, client: pg.Client, { header, storage, putSecret, onStep }: Loading): Promise<void> {
  const migrations = migrationsOf(header)
  await migrateTo(client, migrations)
  const { columns, foreign } = await matchTables(client, header)
  for (const table of foreign) onStep({ step: 'foreign', table })
  const putBack = await layAside(client, [...columns.keys()])
  const copyJobs = await prepareJobs(client)
  onStep({ step: 'schema', migrations: migrations.length })

  const rows = new Map<string, number>()
  const put = putSeveral(storage)
  try {
    for await (const entry of open()) {
      if (entry.kind === 'secret') await putSecret(entry.name, await whole(entry.body))
      else if (entry.kind === 'table') {
        const list = columns.get(entry.name)
        if (!list) continue
        const sql = `copy ${quoted(entry.name)} (${list.map((column) => quoted(column)).join(', ')}) from stdin`
        rows.set(entry.name, (rows.get(entry.name) ?? 0) + (await copyIn(client, sql, entry.body)))
      } else if (entry.kind === 'jobs') await copyIn(client, copyJobs, entry.body)
      else if (entry.kind === 'sequences') await setSequences(client, entry.sequences)
      else if (entry.kind === 'file') await put.add(entry)
      else if (entry.kind === 'end') {
        await put.all()
        await finish(client, entry.manifest, { columns, rows, onStep, putBack })
      }
    }
  } finally {
    await put.rest()
  }
}

interface Finishing {
  columns: ReadonlyMap<string, unknown>
  rows: ReadonlyMap<string, number>
  onStep: (step: RestoreStep) => void
  putBack: () => Promise<void>
}

async function finish(client: pg.Client, manifest: Manifest, { columns, rows, onStep, putBack }: Finishing): Promise<void> {
  for (const { name, rows: expected } of manifest.tables)
    if (columns.has(name) && (rows.get(name) ?? 0) !== expected) throw new BackupRefused('damaged', name)
  if ((await addJobs(client)) !== manifest.jobs) throw new BackupRefused('damaged')
  onStep({ step: 'loaded', rows: [...rows.values()].reduce((sum, n) => sum + n, 0), files: manifest.files.count })
  await putBack()
  onStep({ step: 'indexes' })
}

const AT_ONCE = 8
/** Smaller files are held in memory while others are being written; larger ones go straight through. */
const SMALL_BYTES = 4_194_304

/** A file is safe after two fsyncs; several wait for theirs together. */
function putSeveral(storage: Storage) {
  const running = new Set<Promise<void>>()
  let failure: { error: unknown } | undefined
  const check = () => {
    if (failure) throw failure.error
  }
  return {
    add: async ({ name, bytes, body }: Extract<ArchiveEntry, { kind: 'secret' | 'table' | 'file' }>) => {
      while (running.size >= AT_ONCE) await Promise.race(running)
      check()
      if (bytes > SMALL_BYTES) return storage.put(name, Readable.from(body))
      const data = await whole(body)
      const putting: Promise<void> = storage
        .put(name, data)
        .catch((error: unknown) => {
          failure ??= { error }
        })
        .finally(() => running.delete(putting))
      running.add(putting)
    },
    all: async () => {
      await Promise.all(running)
      check()
    },
    /** Whatever went wrong: nothing is being written any more. */
    rest: () => Promise.all(running),
  }
}
