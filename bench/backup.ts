import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { built } from './built.ts'
import type { Bench, Report } from './report.ts'
import { fill } from './scale.ts'
import { appKey, openTown } from './town.ts'

const { archiveIn, backupToFile, bringForward, connect, decrypterFor, diskStorage, newStorageKey } = built
const { restoreArchive, startEmbeddedPostgres, verifyArchive } = built

const PETITIONS = 100_000
const FILES = 2_000
const FILE_BYTES = 100_000

/** A town of 100,000 petitions: backed up and encrypted, proven, restored into a new cluster on the same disk. */
export const backup: Bench = async (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-bench-backup-'))
  chmodSync(folder, 0o711)
  const town = await openTown({ petitions: true })
  try {
    await fill(town.pool, PETITIONS)
    await accompany(town.pool)
    const storage = await diskStorage(join(town.dataDir, 'files'))
    for (let n = 0; n < FILES; n++) await storage.put(newStorageKey(), randomBytes(FILE_BYTES))
    mkdirSync(join(town.dataDir, 'secrets'))
    writeFileSync(join(town.dataDir, 'secrets', 'app-key'), appKey)

    const identity = await generateIdentity()
    const file = join(folder, 'town.tar.gz.age')
    const options = { url: town.url, storage, secretsDir: join(town.dataDir, 'secrets'), recipients: [await identityToRecipient(identity)] }
    const bytes = await timed(report, 'backup', () => backupToFile(options, file))
    report('archive', bytes / 1e6, 'MB')
    const source = archiveIn(file, decrypterFor([identity], 'key'))
    const verified = await timed(report, 'check', () => verifyArchive(source))
    const rows = verified.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    report('rows', rows, 'rows')

    const server = await startEmbeddedPostgres({ dataDir: join(folder, 'var'), log: () => undefined })
    try {
      const target = { url: server.url, filesDir: join(folder, 'var', 'files'), secretsDir: join(folder, 'var', 'secrets') }
      await timed(report, 'restore, behind the check', async () => {
        await restoreArchive(source, verified, target)
        await bringForward(server.url)
      })
      const restored = connect(server.url, 1)
      const { rows: found } = await restored.pool.query<{ n: number }>('select count(*)::int as n from petitions')
      await restored.close()
      if (found[0]!.n !== PETITIONS) throw new Error(`${found[0]!.n} petitions were restored`)
    } finally {
      await server.stop()
    }
    report('most memory of the program', process.resourceUsage().maxRSS / 1000, 'MB')
  } finally {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed<T>(report: Report, metric: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const result = await run()
  report(metric, (performance.now() - startedAt) / 1000, 's')
  return result
}

type Pool = Awaited<ReturnType<typeof openTown>>['pool']

/** What the acts would have written beside each copied case: filer, three entries with words, a clock with its beginning. */
async function accompany(pool: Pool): Promise<void> {
  const client = await pool.connect()
  // References of 100,000 rows are checked one by one: longer than a page may ever take.
  await client.query('set statement_timeout = 0')
  const copies = `petitions p where code like 'BN-%'`
  await client.query(
    `insert into petition_filers (authority_id, petition_id, name, phone, address) select 1, id, 'Trương Thị Bình', '0900 000 001', 'Thôn 1' from ${copies}`,
  )
  await client.query(
    `insert into history_entries (authority_id, matter_type, matter_id, seq, id, type, at, audience, facts)
     select 1, 'petition', id, seq, md5(id::text || seq)::uuid, 'petition.step', received_at, 'filer', '{"commitment":"abcdefghijklmnopqrstuvwxyz0123456789"}'
     from petitions p cross join generate_series(1, 3) seq where code like 'BN-%'`,
  )
  await client.query(
    `insert into history_words (authority_id, entry_id, field, words, salt)
     select 1, md5(id::text || 1)::uuid, 'words', left(body, 200), salt from ${copies}`,
  )
  await client.query(
    `insert into clocks (authority_id, id, matter_type, matter_id, stage, rule, limit_value, limit_unit, local, basis, sure, start_event, started_on, due_on, original_due_on, state)
     select 1, id, 'petition', id, 'resolution', 'petition.resolve', 15, 'workingDay', true, 'local', 'V', 'accepted', received_on, received_on + 21, received_on + 21, 'stopped' from ${copies}`,
  )
  await client.query(
    `insert into clock_events (authority_id, clock_id, seq, type, on_date) select 1, id, 1, 'started', received_on from ${copies}`,
  )
  client.release()
}
