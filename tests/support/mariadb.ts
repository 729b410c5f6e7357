import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, constants, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A program of MariaDB; its absence is a failure with what to do, never passed over. */
function program(name: string): string {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/bin']
  const found = folders.map((folder) => join(folder, name)).find(isProgram)
  if (!found) throw new Error('The tests of bringing a NukeViet portal over need MariaDB: run "sudo apt-get install mariadb-server".')
  return found
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface MariaDb {
  port: number
  socket: string
  /** Runs SQL in the database `portal` as root. @returns what the client prints, without heads */
  sql: (statements: string) => Promise<string>
  /** What mariadb-dump writes of the portal. */
  dump: (options?: readonly string[]) => Promise<string>
}

/** A real MariaDB in a folder of its own with this SQL in its database `portal`, for as long as `use` runs. Nothing of it remains. */
export async function withMariaDb<Result>(sqlFile: string, use: (server: MariaDb) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-mariadb-'))
  const isRoot = process.getuid?.() === 0
  // MariaDB does not run as root; the package made this user.
  const user = isRoot ? ['--user=mysql'] : []
  if (isRoot) {
    const { uid, gid } = await userNamed('mysql')
    chownSync(folder, uid, gid)
  }
  const [data, socket] = [join(folder, 'data'), join(folder, 's')]
  const install = ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...user]
  try {
    await run(program('mariadb-install-db'), install)
    const port = await freePort()
    const network = [`--socket=${socket}`, `--port=${port}`, '--bind-address=127.0.0.1']
    const settings = ['--no-defaults', `--datadir=${data}`, ...network, '--innodb-fast-shutdown=2', ...user]
    const server = spawn(program('mariadbd'), [...settings, `--pid-file=${join(folder, 'pid')}`], { stdio: ['ignore', 'ignore', 'pipe'] })
    const gone = once(server, 'exit')
    try {
      await ready(server.stderr)
      const client = ['--no-defaults', `--socket=${socket}`, '--user=root', '--default-character-set=utf8mb4']
      const most = { maxBuffer: 256 * 1024 * 1024 }
      const sql = async (statements: string) => (await run(program('mariadb'), [...client, '-N', 'portal', '-e', statements], most)).stdout
      await run(program('mariadb'), [...client, '-e', 'create database portal character set utf8mb4'])
      await sql(readFileSync(sqlFile, 'utf8'))
      const dump = async (options: readonly string[] = []) =>
        (await run(program('mariadb-dump'), [...client, ...options, 'portal'], most)).stdout
      return await use({ port, socket, sql, dump })
    } finally {
      server.kill()
      await gone
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function freePort(): Promise<number> {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const { port } = holder.address() as { port: number }
  holder.close()
  await once(holder, 'close')
  return port
}

async function ready(stderr: NodeJS.ReadableStream): Promise<void> {
  const said: string[] = []
  const lines = createInterface({ input: stderr })
  for await (const line of lines) {
    said.push(line)
    if (line.includes('ready for connections')) {
      // What it says later is read and dropped, so that it never waits for us.
      stderr.resume()
      return
    }
  }
  throw new Error(`MariaDB did not start:\n${said.join('\n')}`)
}

async function userNamed(name: string): Promise<{ uid: number; gid: number }> {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`))
  if (!line) throw new Error(`There is no user ${name}: install Debian's mariadb-server.`)
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}
