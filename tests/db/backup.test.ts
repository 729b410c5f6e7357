import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { loadSecrets } from '../../src/config.ts'
import { auditLog, findHead, integrateAll, rotateKey, setUpLog } from '../../src/modules/log/index.ts'
import { comparePetitionCounts, notifyFiled, sweepAll } from '../../src/modules/petitions/index.ts'
import { archiveIn, backupToFile, bringForward, decrypterFor, restoreArchive, verifyArchive } from '../../src/platform/backup/index.ts'
import { connect } from '../../src/platform/database.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts'
import { addJob } from '../../src/platform/jobs.ts'
import { diskStorage } from '../../src/platform/storage.ts'
import { publicForms } from '../../src/public-forms.ts'
import { appOn, testApp } from '../support/app.ts'
import { emptyDatabase } from '../support/database.ts'
import { databaseAt } from '../support/database-server.ts'
import { anyAddress, filing } from '../support/filing.ts'
import { photoWithPlace } from '../support/sample-files.ts'
import { readWhole, type WholeDatabase } from '../support/whole-database.ts'

const launcher = new URL('../../scripts/launch/test-runs.mjs', import.meta.url).href
const { debianPostgres } = (await import(launcher)) as { debianPostgres: () => string | undefined }

const town = await testApp({ petitions: true })
const folder = mkdtempSync(join(tmpdir(), 'congdan-backup-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const scope = { authorityId: 1 }
const identity = await generateIdentity()
const archive = join(folder, 'town.tar.gz.age')
const token = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
let filed: { code: string; secret: string }
let original: WholeDatabase

async function file(app = town.app, change: Record<string, unknown> = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/petitions',
    remoteAddress: anyAddress(),
    payload: filing({ filer: { name: 'Trương Thị Bình', email: 'binh@example.org' }, ...change }),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return answer.json() as { code: string; secret: string }
}

async function attachPhoto({ code, secret }: { code: string; secret: string }): Promise<void> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(await photoWithPlace())]), 'ảnh đường ngập.jpg')
  const packed = new Response(form)
  const answer = await town.app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/files`,
    headers: { 'x-petition-secret': secret, 'content-type': packed.headers.get('content-type')! },
    payload: Buffer.from(await packed.arrayBuffer()),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)
}

/** Work of every kind: keyed, nameless, tried twice, for later, given up, and in a worker's hand. */
async function queueWork(): Promise<void> {
  await town.db.transaction().execute(async (trx) => {
    await addJob(trx, 'recomputeClocks', { notice: 'TB-12/2026\t“làm bù”\n' }, 'recompute')
    await addJob(trx, 'nameless', { n: 1 })
    await addJob(trx, 'nameless', { n: 1 })
    await addJob(trx, 'given up', {}, 'givenUp')
    await addJob(trx, 'in hand', {}, 'inHand')
    await sql`select graphile_worker.add_job('later', run_at := now() + interval '1 day', queue_name := 'one', priority := 3, flags := array['a', 'b'])`.execute(
      trx,
    )
    await sql`update graphile_worker._private_jobs set attempts = 2 where key = 'recompute'`.execute(trx)
    await sql`update graphile_worker._private_jobs set attempts = max_attempts where key = 'givenUp'`.execute(trx)
    await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker' where key = 'inHand'`.execute(trx)
  })
}

const source = async (recipients: string[] = []) => ({
  url: town.url,
  storage: await diskStorage(join(town.dataDir, 'files')),
  secretsDir: join(town.dataDir, 'secrets'),
  logKeysDir: join(town.dataDir, 'log'),
  recipients,
})

/** Restores into a database and a new data folder; `open` gives the entries. */
async function restoreInto(url: string, name: string, open = archiveIn(archive, decrypterFor([identity], 'key'))) {
  const dataDir = join(folder, name)
  const target = { url, filesDir: join(dataDir, 'files'), secretsDir: join(dataDir, 'secrets'), logKeysDir: join(dataDir, 'log') }
  mkdirSync(dataDir)
  await restoreArchive(open, await verifyArchive(open), target)
  expect(await bringForward(url)).toEqual([])
  return dataDir
}

function filesBelow(dataDir: string): Record<string, string> {
  const below = join(dataDir, 'files')
  const names = readdirSync(below, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Object.fromEntries(names.map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name)).toString('base64')]))
}

beforeAll(async () => {
  mkdirSync(join(town.dataDir, 'secrets'))
  writeFileSync(join(town.dataDir, 'secrets', 'app-key'), town.appKey.toString('base64url'), { mode: 0o600 })
  filed = await file(town.app, { clientToken: token })
  await attachPhoto(filed)
  await queueWork()
  await setUpLog(town.db, scope, { folder: join(town.dataDir, 'log'), origin: 'vidu.vn/log' })
  await integrateAll({ db: town.db, folder: join(town.dataDir, 'log'), forms: publicForms }, scope)
  await backupToFile(await source([await identityToRecipient(identity)]), archive)
  original = await readWhole(town.url)
})

describe('what was restored is what there was', () => {
  let url: string
  let dataDir: string
  let restored: WholeDatabase

  beforeAll(async () => {
    url = await emptyDatabase()
    dataDir = await restoreInto(url, 'same')
    restored = await readWhole(url)
  })

  test('every table, row by row', () => {
    expect(original.rows['petitions']!.length).toBeGreaterThan(40)
    expect(Object.keys(restored.rows)).toEqual(Object.keys(original.rows))
    for (const table of Object.keys(original.rows)) expect(restored.rows[table], table).toEqual(original.rows[table])
  })

  test('the public log with its key: what stood in it waits for nothing, and it goes on from where it was', async () => {
    const connection = connect(url, 1)
    const options = { db: connection.db, folder: join(dataDir, 'log'), forms: publicForms }
    try {
      expect(readdirSync(join(dataDir, 'log'))).toEqual(readdirSync(join(town.dataDir, 'log')))
      expect(readdirSync(join(dataDir, 'secrets'))).toEqual(['app-key'])
      expect(await connection.db.selectFrom('log_outbox').selectAll().execute()).toEqual([])
      const before = await findHead(connection.db, scope)
      expect(before!.size).toBeGreaterThan(100)
      const changed = await rotateKey(options, scope)
      expect(changed?.now.number).toBe(2)
      expect((await auditLog(connection.db, scope)).findings).toEqual([])
    } finally {
      await connection.close()
    }
  })

  test('every sequence, index, reference and trigger', () => {
    expect(restored.sequences).toEqual(original.sequences)
    expect(original.sequences).toContainEqual({
      sequencename: `petition_numbers_1_${new Date().getFullYear()}`,
      last_value: expect.anything(),
    })
    expect(restored.guards).toEqual(original.guards)
  })

  test('every waiting job once, with its tries; what was in hand is free again, what was given up is gone', () => {
    const free = original.jobs.map((job) => ({ ...(job as object), locked_at: null }))
    expect(restored.jobs).toEqual(free)
    expect(restored.jobs).toContainEqual(expect.objectContaining({ task_identifier: 'sendNotice' }))
    expect(restored.jobs).toContainEqual(expect.objectContaining({ key: 'inHand', locked_at: null }))
    expect(restored.jobs).toContainEqual(expect.objectContaining({ key: 'recompute', attempts: 2 }))
    expect(restored.jobs.filter((job) => (job as { task_identifier: string }).task_identifier === 'nameless')).toHaveLength(2)
    expect(restored.jobs).not.toContainEqual(expect.objectContaining({ key: 'givenUp' }))
  })

  test('every file and the key of the server, for the owner alone', () => {
    expect(Object.keys(filesBelow(town.dataDir))).toHaveLength(2)
    expect(filesBelow(dataDir)).toEqual(filesBelow(town.dataDir))
    expect(loadSecrets(dataDir).appKey).toEqual(town.appKey)
    expect(existsSync(join(dataDir, 'files.restoring'))).toBe(false)
  })

  test('the history still refuses to be changed', async () => {
    const { db, close } = connect(url, 1)
    await expect(sql`update history_entries set type = 'petition.other'`.execute(db)).rejects.toThrow('only added')
    await expect(sql`truncate audit_entries`.execute(db)).rejects.toThrow('only added')
    await expect(sql`delete from clock_events`.execute(db)).rejects.toThrow('only added')
    await expect(sql`truncate history_entries cascade`.execute(db)).rejects.toThrow('only added')
    await close()
  })
})

describe('a backup while people file', () => {
  test('is of one moment: every petition has its filer, history and clocks, and the counts agree', async () => {
    const before = original.rows['petitions']!.length
    let stop = false
    const sent: string[] = []
    const people = Array.from({ length: 4 }, async () => {
      while (!stop) sent.push((await file()).code)
    })
    const busy = join(folder, 'busy.tar.gz')
    try {
      await expect.poll(() => sent.length, { interval: 5, timeout: 20_000 }).toBeGreaterThan(10)
      await backupToFile(await source(), busy)
    } finally {
      stop = true
      await Promise.all(people)
    }
    const url = await emptyDatabase()
    await restoreInto(url, 'busy', archiveIn(busy, undefined))
    const { db, close } = connect(url, 2)
    // What had been acknowledged and not yet spread came along, and is spread by the restored product.
    await sweepAll({
      db,
      now: () => new Date(),
      afterFiling: notifyFiled(null),
      dropPages: () => undefined,
      log: { error: (_details: object, message: string) => expect.unreachable(message) },
    })
    const { rows } = await sql<{ petitions: number; broken: number }>`
      select count(*)::int as petitions, count(*) filter (where
        not exists (select from petition_filers f where (f.authority_id, f.petition_id) = (p.authority_id, p.id))
        or not exists (select from history_entries h where (h.authority_id, h.matter_type, h.matter_id) = (p.authority_id, 'petition', p.id))
        or not exists (select from clocks c join clock_events e on (e.authority_id, e.clock_id) = (c.authority_id, c.id)
                       where (c.authority_id, c.matter_type, c.matter_id) = (p.authority_id, 'petition', p.id)))::int as broken
      from petitions p`.execute(db)
    expect(rows[0]!.broken).toBe(0)
    expect(rows[0]!.petitions).toBeGreaterThan(before + 10)
    expect(rows[0]!.petitions).toBeLessThan(before + sent.length)
    const { rows: ledger } = await sql<{ n: number }>`select count(*)::int as n from filings f
      join petitions p on (p.authority_id, p.code) = (f.authority_id, f.code) and f.document is null`.execute(db)
    expect(ledger[0]!.n).toBe(rows[0]!.petitions)
    expect(await comparePetitionCounts(db, { authorityId: 1 })).toEqual([])
    const { rows: mail } = await sql<{ waiting: number; jobs: number }>`
      select (select count(*)::int from outbox where state = 'queued') as waiting,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'sendNotice') as jobs`.execute(db)
    expect(mail[0]!.jobs).toBe(mail[0]!.waiting)
    await close()
  })
})

describe('on another server', () => {
  test('of another version where there is one, the restored product works', async () => {
    // The run on Debian's server restores into the embedded one, and the other way round.
    const debian = debianPostgres()
    const bin = process.env['TEST_POSTGRES_BIN'] ? undefined : debian
    const serverDir = join(folder, 'server')
    const server = await startEmbeddedPostgres({ dataDir: serverDir, durable: false, log: () => undefined, ...(bin ? { bin } : {}) })
    const connection = connect(server.url, 6)
    try {
      if (debian && !process.env['TEST_DATABASE_URL']) expect(await majorOf(server.url)).not.toBe(await majorOf(inject('databaseServer')))
      const dataDir = await restoreInto(server.url, 'other')
      expect((await readWhole(server.url)).rows).toEqual(original.rows)

      const { app, signIn } = await appOn({ ...connection, url: server.url }, { dataDir, appKey: loadSecrets(dataDir).appKey })
      const headers = { 'x-petition-secret': filed.secret }
      const tracked = await app.inject({ url: `/api/v1/petitions/${filed.code}`, headers })
      expect(tracked.json(), tracked.body).toMatchObject({ code: filed.code, status: 'received' })
      expect(await file(app, { clientToken: token })).toMatchObject(filed)

      const cookie = await signIn('hoa')
      const accepted = await app.inject({
        method: 'POST',
        url: `/api/v1/petitions/${filed.code}/acts/accept`,
        headers: { cookie },
        payload: {},
      })
      expect(accepted.json(), accepted.body).toMatchObject({ status: 'accepted' })

      const next = await file(app)
      await app.flushFilings()
      const codes = await connection.pool.query<{ code: string }>('select code from petitions')
      expect(codes.rows.filter(({ code }) => code === next.code)).toHaveLength(1)
      expect(next.code > filed.code).toBe(true)
      await app.close()
    } finally {
      await connection.close()
      await server.stop()
    }
  })

  async function majorOf(url: string): Promise<number> {
    const { pool, close } = connect(databaseAt(url, 'postgres'), 1)
    const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num')
    await close()
    return Math.floor(Number(rows[0]!.server_version_num) / 10_000)
  }
})
