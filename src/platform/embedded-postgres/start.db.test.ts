import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { DataDirInUse, type EmbeddedPostgres, findRunning, startEmbeddedPostgres } from './index.ts'
import { isRunning, postgresProcessesIn, signal, until } from './processes.ts'
import { stopAllIn } from './stop-postmaster.ts'

const folders: string[] = []
const servers: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const server of servers.splice(0)) await server.stop()
  for (const folder of folders.splice(0)) {
    await stopAllIn(join(folder, 'postgres', 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
})

function newFolder(): string {
  const above = mkdtempSync(join(tmpdir(), 'pg-'))
  chmodSync(above, 0o711)
  const folder = join(above, 'var')
  folders.push(folder, above)
  return folder
}

/** Without fsync unless asked: killed programs lose nothing that the kernel has, and the tests are three times as fast. */
async function start(dataDir: string, more: { systemDir?: string; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined, durable: false, ...more })
  servers.push(server)
  return server
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const results = [await client.query({ text: sql, rowMode: 'array' })].flat()
    return (results.at(-1)?.rows ?? []).map((row: unknown[]) => row[0])
  } finally {
    await client.end()
  }
}

/** A program of its own that starts the server and then hangs, to be killed. Resolves with its URL. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const module = new URL('./index.ts', import.meta.url).href
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)})
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false, log: () => undefined })
    console.log(server.url)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  return { child, url }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('work beside a running server', () => {
  test('finds its address, and none before or after', async () => {
    const folder = newFolder()
    expect(await findRunning(folder)).toBeUndefined()
    const { child, url } = await startElsewhere(folder)
    expect(await findRunning(folder)).toBe(url)
    await kill(child)
    const server = await start(folder)
    await server.stop()
    expect(await findRunning(folder)).toBeUndefined()
  })
})

describe('a start in order', () => {
  test('a fresh folder gets a cluster that folds and sorts Vietnamese, on a socket alone', async () => {
    const server = await start(newFolder(), { durable: true })
    expect(server.adopted).toBe(false)
    expect(await query(server.url, "select lower('ĐƯỜNG')")).toEqual(['đường'])
    expect(await query(server.url, "select x from (values ('b'), ('Z'), ('đ'), ('a')) as t(x) order by x")).toEqual(['Z', 'a', 'b', 'đ'])
    expect(await query(server.url, 'show listen_addresses')).toEqual([''])
    expect(await query(server.url, 'show fsync')).toEqual(['on'])
    expect(await query(server.url, 'show timezone')).toEqual(['UTC'])
    await query(server.url, 'create extension pg_trgm')
    expect(await query(server.url, "select show_trgm('đỏ')::text like '%đ%' or array_length(show_trgm('đỏ'), 1) = 3")).toEqual([true])
  })

  test('what was written is there at the next start, and nothing runs between', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await query(first.url, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    expect(postgresProcessesIn(join(dataDir, 'postgres', 'data'))).toEqual([])
    const second = await start(dataDir)
    expect(await query(second.url, 'select id from kept')).toEqual([7])
  })

  test('a path too long for a socket is served from the temporary folder', async () => {
    const dataDir = join(newFolder(), 'x'.repeat(120))
    const server = await start(dataDir)
    expect(await query(server.url, 'select 1')).toEqual([1])
    await server.stop()
    expect(existsSync(new URL(server.url.replace('@', '@x')).searchParams.get('host') ?? '')).toBe(false)
  })

  test('blanks and Vietnamese letters in the path are no hindrance', async () => {
    const server = await start(join(newFolder(), 'dữ liệu 100%'))
    expect(await query(server.url, 'select 1')).toEqual([1])
  })

  test('a second start on the same folder is refused while the first lives', async () => {
    const dataDir = newFolder()
    const first = await start(dataDir)
    await expect(start(dataDir)).rejects.toThrow(DataDirInUse)
    await expect(startElsewhere(dataDir)).rejects.toThrow('ended with 1')
    expect(await query(first.url, 'select 1')).toEqual([1])
  })
})

describe('after a crash', () => {
  test('the server that a killed program left is taken over, with its data', async () => {
    const dataDir = newFolder()
    for (let round = 1; round <= 3; round++) {
      const { child, url } = await startElsewhere(dataDir)
      await query(url, 'create table if not exists kept (id int); insert into kept values (1)')
      const pid = postmasterPid(dataDir)
      await kill(child)
      expect(isRunning(pid)).toBe(true)
      const server = await start(dataDir)
      expect(server.adopted).toBe(true)
      expect(await query(server.url, 'select count(*)::int from kept')).toEqual([round])
      await server.stop()
      expect(isRunning(pid)).toBe(false)
    }
  })

  test('an orphan that does not answer is stopped and replaced', async () => {
    const dataDir = newFolder()
    const { child } = await startElsewhere(dataDir)
    const pid = postmasterPid(dataDir)
    await kill(child)
    rmSync(join(dataDir, 'postgres', 'run'), { recursive: true })
    const server = await start(dataDir)
    expect(server.adopted).toBe(false)
    expect(isRunning(pid)).toBe(false)
    expect(await query(server.url, 'select 1')).toEqual([1])
  })

  test('program and database killed together: what was committed is there', async () => {
    const dataDir = newFolder()
    for (let round = 1; round <= 5; round++) {
      const { child, url } = await startElsewhere(dataDir)
      await query(url, 'create table if not exists kept (id int); insert into kept values (1)')
      process.kill(postmasterPid(dataDir), 'SIGKILL')
      await kill(child)
      const server = await start(dataDir)
      expect(await query(server.url, 'select count(*)::int from kept')).toEqual([round])
      await server.stop()
    }
  })

  test('a database killed under a living program comes back at the same address', async () => {
    const dataDir = newFolder()
    const server = await start(dataDir)
    await query(server.url, 'create table kept (id int); insert into kept values (7)')
    signal(postmasterPid(dataDir), 'SIGKILL')
    const back = async () => {
      const rows = await query(server.url, 'select id from kept').catch(() => [undefined])
      return rows[0] === 7
    }
    expect(await until(back, 10_000)).toBe(true)
  })

  test.each([
    ['no process has', '4194301'],
    ['another program now has', String(process.ppid)],
    ['our own process now has', String(process.pid)],
    ['nobody can read', ''],
  ])('a postmaster.pid with a number that %s is passed over', async (_, pid) => {
    const dataDir = newFolder()
    await (await start(dataDir)).stop()
    const data = join(dataDir, 'postgres', 'data')
    writeFileSync(join(data, 'postmaster.pid'), pid ? `${pid}\n${data}\n1\n5432\n${dataDir}\n\n\nready\n` : '')
    expect(await query((await start(dataDir)).url, 'select 1')).toEqual([1])
  })

  test('a half-made cluster is thrown away', async () => {
    const dataDir = newFolder()
    const half = join(dataDir, 'postgres', 'data.half-abc', 'data')
    mkdirSync(dataDir, { recursive: true, mode: 0o711 })
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '18\n')
    expect(await query((await start(dataDir)).url, 'select 1')).toEqual([1])
    expect(readdirSync(join(dataDir, 'postgres')).sort()).toEqual(['data', 'run'])
  })

  test('a lock of a process that is gone is passed over', async () => {
    const dataDir = newFolder()
    mkdirSync(dataDir, { mode: 0o711 })
    writeFileSync(join(dataDir, 'server.lock.3'), JSON.stringify({ pid: process.pid, startedAt: '1', bootId: 'other' }))
    await start(dataDir)
    expect(readdirSync(dataDir).filter((name) => name.startsWith('server.lock'))).toEqual(['server.lock.4'])
  })
})

describe.runIf(process.getuid?.() === 0)('as root, in a folder that others may not enter', () => {
  test('the cluster is kept outside, goes on after a crash, and starts anew when the folder was deleted', async () => {
    const systemDir = newFolder()
    const dataDir = newFolder()
    mkdirSync(dataDir, { mode: 0o700 })
    const first = await start(dataDir, { systemDir })
    await query(first.url, 'create table kept (id int); insert into kept values (7)')
    await first.stop()
    const second = await start(dataDir, { systemDir })
    expect(await query(second.url, 'select id from kept')).toEqual([7])
    await second.stop()
    rmSync(dataDir, { recursive: true })
    mkdirSync(dataDir, { mode: 0o700 })
    const third = await start(dataDir, { systemDir })
    expect(await query(third.url, "select to_regclass('kept')")).toEqual([null])
    expect(readdirSync(systemDir).filter((name) => name.endsWith('.json'))).toHaveLength(1)
  })
})
