import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Binaries, findBinaries, requireBinaries } from './binaries.ts'
import { ensureCluster } from './initdb.ts'
import { dropSocketFolder, findPlace, type Place, socketFolder } from './place.ts'
import { addressOf, answers, dropStalePidFile, ensureDatabase, findPostmaster, type Postmaster, spawnPostmaster } from './postmaster.ts'
import { isRunning, programIsGone, until } from './processes.ts'
import { DataDirInUse, takeDataDir } from './start-lock.ts'
import { stopPostmaster } from './stop-postmaster.ts'

export interface EmbeddedPostgresOptions {
  dataDir: string
  log: (line: string) => void
  /** False only for tests: no fsync. */
  durable?: boolean
  /** Folder with other binaries than the bundled ones, e.g. Debian's. */
  bin?: string
  /** Where things go that the database user cannot reach in DATA_DIR or in the clone. */
  systemDir?: string
}

export interface EmbeddedPostgres {
  url: string
  /** True when the server of an earlier run, killed without stopping it, was taken over. */
  adopted: boolean
  stop: () => Promise<void>
}

const defaultSystemDir = '/var/lib/congdan'

/** Recovery after a crash may take this long before we give up. */
const recoveryMs = 300_000
/** Zombies, shared memory of dying backends: over within seconds. */
const retryMs = 15_000
/** How long a second start waits for the first to end before it is refused. */
const endingMs = 3_000

/** Starts PostgreSQL for this data folder, or takes over the one that a killed run left; it is started again if it dies. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const letGo = await takeWithPatience(dataDir)
  try {
    const systemDir = options.systemDir ?? defaultSystemDir
    const place = await findPlace(dataDir, systemDir)
    const binaries = options.bin ? requireBinaries(options.bin, place.user) : findBinaries(place.user, systemDir)
    const durable = options.durable ?? true
    await ensureCluster(place, binaries, durable)
    const setup: Setup = { place, binaries, durable, logFile: join(dataDir, 'postgres.log'), log: options.log }
    const orphan = await adoptOrStop(setup)
    const server = orphan ?? (await startFresh(setup, socketFolder(place)))
    await ensureDatabase(server.socket)
    const guard = keepAlive(setup, server)
    return {
      url: addressOf(server.socket),
      adopted: orphan !== undefined,
      stop: async () => {
        await guard.stop()
        letGo()
      },
    }
  } catch (error) {
    letGo()
    throw error
  }
}

/** Address of the server that another process runs on this data folder, if it answers: for work beside it. */
export async function findRunning(folder: string, systemDir = defaultSystemDir): Promise<string | undefined> {
  const dataDir = resolve(folder)
  if (!existsSync(dataDir)) return undefined
  const running = findPostmaster((await findPlace(dataDir, systemDir)).data)
  return running && (await answers(running.socket)) ? addressOf(running.socket) : undefined
}

/** A server that was just told to end gets the time to do so. */
async function takeWithPatience(dataDir: string): Promise<() => void> {
  let letGo: (() => void) | undefined
  let refusal: unknown
  await until(() => {
    try {
      letGo = takeDataDir(dataDir)
    } catch (error) {
      if (!(error instanceof DataDirInUse)) throw error
      refusal = error
    }
    return letGo !== undefined
  }, endingMs)
  if (letGo) return letGo
  throw refusal
}

interface Setup {
  place: Place
  binaries: Binaries
  durable: boolean
  logFile: string
  log: (line: string) => void
}

/** A server of an earlier run is kept if it answers and its program is still the installed one; else it is stopped. */
async function adoptOrStop({ place, log }: Setup): Promise<Postmaster | undefined> {
  const orphan = findPostmaster(place.data)
  if (!orphan) return undefined
  const usable = existsSync(join(orphan.socket, '.s.PGSQL.5432')) && !programIsGone(orphan.pid)
  // It may be recovering from a crash of its own.
  if (usable && (await until(async () => !isRunning(orphan.pid) || (await answers(orphan.socket)), 8_000)) && isRunning(orphan.pid)) {
    log(`PostgreSQL of an earlier run taken over (process ${orphan.pid})`)
    return orphan
  }
  log(`PostgreSQL of an earlier run stopped (process ${orphan.pid})`)
  await stopPostmaster(orphan.pid, 5_000)
  dropSocketFolder(orphan.socket)
  return undefined
}

async function startFresh(setup: Setup, socket: string): Promise<Postmaster> {
  const { place, binaries, logFile, durable } = setup
  const end = performance.now() + retryMs
  for (;;) {
    await dropStalePidFile(place.data)
    const written = existsSync(logFile) ? statSync(logFile).size : 0
    const server = await spawnPostmaster(place, binaries, socket, logFile, durable)
    const came = await until(async () => !isRunning(server.pid) || (isReady(place.data) && (await answers(socket))), recoveryMs)
    if (came && isRunning(server.pid)) return server
    if (!came) await stopPostmaster(server.pid)
    const reason = linesSince(logFile, written)
    if (!/lock file|shared memory block/.test(reason) || performance.now() > end) throw new Error(`PostgreSQL did not start:\n${reason}`)
    setup.log('PostgreSQL of an earlier run is still ending; trying again')
    await until(() => false, 100)
  }
}

/** The eighth line of postmaster.pid is the server's own word on its state. */
function isReady(data: string): boolean {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function linesSince(logFile: string, offset: number): string {
  return readFileSync(logFile).subarray(offset).toString().trimEnd().split('\n').slice(-8).join('\n')
}

/** Looks each 250 ms; a server that died under us (kill -9, out of memory) is started again on the same socket. */
function keepAlive(setup: Setup, first: Postmaster): { stop: () => Promise<void> } {
  let server = first
  let stopping = false
  let restart: Promise<void> | undefined
  const timer = setInterval(() => {
    if (stopping || restart || isRunning(server.pid)) return
    setup.log(`PostgreSQL ended unasked (process ${server.pid}); starting it again`)
    restart = startFresh(setup, server.socket)
      .then((again) => {
        server = again
      })
      .catch(async (error: Error) => {
        setup.log(error.message)
        await until(() => stopping, 5_000)
      })
      .finally(() => {
        restart = undefined
      })
  }, 250)
  timer.unref()
  const stop = async () => {
    stopping = true
    clearInterval(timer)
    await restart
    if (isRunning(server.pid)) await stopPostmaster(server.pid)
    dropSocketFolder(server.socket)
  }
  let stopped: Promise<void> | undefined
  return {
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
