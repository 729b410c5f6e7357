import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCommand } from '../../src/cli/import.ts'
import { readDatabase, readDatabaseAddress, readDump } from '../../src/importers/nukeviet/index.ts'
import { testApp } from '../support/app.ts'
import { startCommand } from '../support/command-process.ts'
import { type MariaDb, withMariaDb } from '../support/mariadb.ts'
import { portalSql, portalTown } from '../support/portal-town.ts'
import { everythingStored } from '../support/rows.ts'

const SECRET = 'mật#khẩu:bí/mật@'
let server: MariaDb
let stop: () => void
let stopped: Promise<void>

beforeAll(async () => {
  server = await new Promise((resolve, reject) => {
    stopped = withMariaDb(portalSql, (running) => {
      resolve(running)
      return new Promise<void>((done) => {
        stop = done
      })
    })
    stopped.catch(reject)
  })
  // What docs/how-to/bring-over-nukeviet.md tells people to make.
  await server.sql(`create user doc identified by '${SECRET}'; grant select on portal.* to doc; create user ngoai identified by 'x'`)
}, 60_000)

afterAll(async () => {
  stop()
  await stopped
})

const addressFor = (user: string, more = '') => `mysql://${user}@127.0.0.1:${server.port}/portal${more}`
const whole = (user: string, password: string) => ({ ...readDatabaseAddress(addressFor(user))!, password })

/** All rows of the wanted tables, in an order that neither a dump nor a server promises. */
async function rowsOf(rows: AsyncIterable<{ table: string; row: unknown }>): Promise<string[]> {
  const all: string[] = []
  for await (const row of rows) all.push(JSON.stringify(row))
  return all.toSorted()
}

describe('a live MariaDB', () => {
  test('gives the same rows as its dump', async () => {
    const all = () => true
    const dumped = await rowsOf(readDump(Readable.from([Buffer.from(await server.dump())]), all))
    expect(await rowsOf(readDatabase(whole('doc', SECRET), all))).toEqual(dumped)
    expect(dumped.length).toBeGreaterThan(50)
  })

  test('is only read: nothing but SELECT and what opens a session reaches it', async () => {
    await server.sql("set global log_output = 'TABLE'; set global general_log = 1; truncate mysql.general_log")
    await rowsOf(readDatabase(whole('doc', SECRET), (name) => name.startsWith('nv4_vi_news')))
    await server.sql('set global general_log = 0')
    const asked = await server.sql("select argument from mysql.general_log where user_host like 'doc%' and command_type = 'Query'")
    expect(asked).toContain('select * from `nv4_vi_news_rows`')
    expect(asked.split('\n').filter((line) => line !== '' && !/^(select|set session|start transaction)/i.test(line))).toEqual([])
    expect(asked).not.toContain('nv4_counter')
  })

  test('what it is not allowed to write it could not: the session itself is read-only', async () => {
    await server.sql(
      "create user viet identified by 'x'; grant all on portal.* to viet; set global general_log = 1; truncate mysql.general_log",
    )
    await rowsOf(readDatabase(whole('viet', 'x'), (name) => name === 'nv4_counter'))
    await server.sql('set global general_log = 0')
    const asked = await server.sql("select argument from mysql.general_log where user_host like 'viet%' and command_type = 'Query'")
    expect(asked.split('\n')[0]).toBe('set session transaction read only')
  })

  test('a hundred thousand long rows are streamed', async () => {
    await server.sql(
      `create table nv4_vi_long (id int primary key, words text) engine=MyISAM;
       insert into nv4_vi_long select seq, repeat('Phước Long ', 100) from seq_1_to_100000`,
    )
    let count = 0
    let most = 0
    const before = process.memoryUsage().rss
    for await (const { row } of readDatabase(whole('doc', SECRET), (name) => name === 'nv4_vi_long')) {
      count += row ? 1 : 0
      if (count % 5_000 === 0) {
        most = Math.max(most, process.memoryUsage().rss - before)
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    expect(count).toBe(100_000)
    // The rows themselves are 130 MB and as objects more.
    expect(most).toBeLessThan(100 * 1024 * 1024)
    await server.sql('drop table nv4_vi_long')
  })

  test.each([
    ['doc', 'sai', 'database_denied'],
    ['ngoai', 'x', 'database_denied'],
  ])('%s with %s: %s', async (user, password, code) => {
    await expect(rowsOf(readDatabase(whole(user, password), () => true))).rejects.toMatchObject({ code })
  })

  test('a database or a machine that is not there', async () => {
    await server.sql('grant select on `khong-co`.* to doc')
    const address = whole('doc', SECRET)
    await expect(rowsOf(readDatabase({ ...address, database: 'khong-co' }, () => true))).rejects.toMatchObject({ code: 'database_unknown' })
    await expect(rowsOf(readDatabase({ ...address, port: 1 }, () => true))).rejects.toMatchObject({ code: 'database_unreachable' })
    await expect(rowsOf(readDatabase({ ...address, socketPath: '/nowhere.sock' }, () => true))).rejects.toMatchObject({
      code: 'database_unreachable',
    })
    await expect(rowsOf(readDatabase({ ...address, tls: true }, () => true))).rejects.toMatchObject({
      code: expect.stringMatching(/^database_/),
    })
  })
})

describe('congdan import nukeviet --database', () => {
  test('a password that was typed in the address goes out of the list of processes', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as { port: number }
    const { url, dataDir } = await testApp()
    const env = { DATABASE_URL: url.replace('@/', '@localhost/'), DATA_DIR: dataDir }
    const args = ['import', 'nukeviet', '--by', 'tuyet', '--database', `mysql://doc:hunter2@127.0.0.1:${port}/portal`]
    const run = startCommand(args, env)
    expect(readFileSync(`/proc/${run.child.pid}/cmdline`, 'utf8')).toContain('hunter2')
    // A server that never answers: the command is still there while we look.
    const asked = once(silent, 'connection')
    await run.lineOn('stderr', /--password-stdin/)
    await asked
    expect(readFileSync(`/proc/${run.child.pid}/cmdline`, 'utf8')).not.toContain('hunter2')
    run.child.kill('SIGKILL')
    await run.gone
    silent.close()
  }, 120_000)

  test('with the password from standard input, all is brought over; the password is said and stored nowhere', async () => {
    const { url, dataDir, db } = await portalTown()
    const run = async (args: string[], typed: string) => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()]
      const env = { DATABASE_URL: url.replace('@/', '@localhost/'), DATA_DIR: dataDir }
      const code = await importCommand(['nukeviet', '--by', 'tuyet', ...args], { env, stdin: Readable.from([typed]), stdout, stderr })
      stdout.end()
      stderr.end()
      return { code, out: await readAll(stdout), err: await readAll(stderr) }
    }
    const { code, out, err } = await run(['--database', addressFor('doc'), '--password-stdin'], `${SECRET}\n`)
    expect([code, err]).toEqual([1, ''])
    expect(out).toMatch(/news_rows +đọc 5, đưa sang 4/)
    expect(out).toMatch(/comment +đọc 15, đưa sang 13/)
    const again = await run(['--database', `mysql://doc:${encodeURIComponent(SECRET)}@127.0.0.1:${server.port}/portal`], '')
    expect(again.out).toMatch(/news_rows +đọc 5, đưa sang 0, đã có 4/)
    expect(again.err).toContain('--password-stdin')
    const denied = await run(['--database', addressFor('doc'), '--password-stdin'], 'sai\n')
    expect([denied.code, denied.err]).toEqual([1, expect.stringContaining(`127.0.0.1:${server.port}/portal không cho đọc`)])
    for (const said of [out, err, again.out, again.err, denied.err, await everythingStored(db)]) {
      expect(said).not.toContain(SECRET)
      expect(said).not.toContain(encodeURIComponent(SECRET))
    }
  })
})
