import { spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { stopAllIn } from './stop-postmaster.ts'

const draftPrefix = 'data.half-'

/** Makes the cluster if there is none: aside and renamed when whole, so that a broken-off initdb leaves nothing in use. */
export async function ensureCluster(place: Place, binaries: Binaries, durable: boolean): Promise<boolean> {
  await dropHalves(place)
  if (existsSync(place.data)) {
    refuseOtherMajor(place, binaries)
    return false
  }
  const draft = mkdtempSync(join(place.root, draftPrefix))
  if (place.user) chownSync(draft, place.user.uid, place.user.gid)
  try {
    await runInitdb(join(draft, 'data'), place, binaries, durable)
    renameSync(join(draft, 'data'), place.data)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return true
}

async function dropHalves(place: Place): Promise<void> {
  for (const name of readdirSync(place.root).filter((entry) => entry.startsWith(draftPrefix))) {
    const half = join(place.root, name)
    await stopAllIn(join(half, 'data'))
    rmSync(half, { recursive: true, force: true })
  }
}

/** C.UTF-8 sorts by code point in every version; since 17 it is built in and owes nothing to the system's library. */
function localeArguments(major: number): string[] {
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--lc-messages=C']
  return major >= 17 ? [...locale, '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : locale
}

function runInitdb(data: string, place: Place, binaries: Binaries, durable: boolean): Promise<void> {
  mkdirSync(data, { mode: 0o700 })
  if (place.user) chownSync(data, place.user.uid, place.user.gid)
  // Who may enter the socket's folder is the database user: nothing further is asked there, and there is no other door.
  const access = ['--username=congdan', '--auth-local=trust', '--auth-host=reject']
  const speed = durable ? [] : ['--no-sync']
  const child = spawn(join(binaries.bin, 'initdb'), ['-D', data, ...access, ...localeArguments(binaries.major), ...speed], {
    ...place.user,
    cwd: '/',
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return new Promise((resolve, reject) => {
    let words = ''
    child.stderr.on('data', (chunk: Buffer) => {
      words += chunk.toString()
    })
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`initdb failed (${code}): ${words.trim().slice(-2000)}`))))
  })
}

function refuseOtherMajor(place: Place, binaries: Binaries): void {
  const made = Number(readFileSync(join(place.data, 'PG_VERSION'), 'utf8'))
  if (made === binaries.major) return
  throw new Error(
    `Dữ liệu ở ${place.data} thuộc PostgreSQL ${made}, chương trình là PostgreSQL ${binaries.major}: hãy sao lưu bằng bản cũ rồi khôi phục. ` +
      `(The data in ${place.data} is of PostgreSQL ${made}, the program is PostgreSQL ${binaries.major}: back up with the old one and restore.)`,
  )
}
