import { createHash, randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseOsUser, mayEnter, type OsUser } from './os-user.ts'
import { stopAllIn } from './stop-postmaster.ts'

/** Where one data folder keeps its cluster, and whose it is. */
export interface Place {
  /** Folder of the database user alone: `data`, half-made clusters, `run` for the socket. */
  root: string
  data: string
  user: OsUser | undefined
}

/** Linux allows 107 bytes for a socket path; the file name takes some of them. */
const longestSocketFolder = 80
const socketPrefix = 'congdan-socket-'

/** The cluster's folder in DATA_DIR; when the database user may not enter there, one under `systemDir` that DATA_DIR names. */
export async function findPlace(dataDir: string, systemDir: string): Promise<Place> {
  const own = join(dataDir, 'postgres')
  const made = ownerOf(join(own, 'data'))
  const user = process.getuid?.() === 0 ? (made ?? chooseOsUser()) : undefined
  if (made || mayEnter(user, dataDir)) return prepare(own, user)
  return prepare(await systemPlace(dataDir, systemDir), user)
}

/**
 * The folder outside is named after DATA_DIR's path and holds the same token as DATA_DIR:
 * when DATA_DIR was deleted and made anew, what is left of the old one is stopped and removed.
 */
async function systemPlace(dataDir: string, systemDir: string): Promise<string> {
  const id = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16)
  const root = join(systemDir, `data-${id}`)
  const ours = join(dataDir, 'postgres-place.json')
  const theirs = `${root}.json`
  if (existsSync(root) && (!existsSync(ours) || !existsSync(theirs) || readFileSync(ours, 'utf8') !== readFileSync(theirs, 'utf8'))) {
    await stopAllIn(join(root, 'data'))
    rmSync(root, { recursive: true, force: true })
  }
  if (!existsSync(root)) {
    mkdirSync(systemDir, { recursive: true, mode: 0o755 })
    const record = JSON.stringify({ place: root, dataDir: realpathSync(dataDir), token: randomUUID() })
    writeFileSync(theirs, record, { mode: 0o600 })
    writeFileSync(ours, record, { mode: 0o600 })
  }
  return root
}

function prepare(root: string, user: OsUser | undefined): Place {
  mkdirSync(root, { recursive: true, mode: 0o700 })
  if (user) chownSync(root, user.uid, user.gid)
  chmodSync(root, 0o700)
  return { root, data: join(root, 'data'), user }
}

/** A folder for the socket that only the database user may enter, with a path that is short enough. */
export function socketFolder(place: Place): string {
  const beside = join(place.root, 'run')
  if (Buffer.byteLength(beside) <= longestSocketFolder) return ownFolder(beside, place.user)
  const base = [tmpdir(), '/tmp'].find((folder) => Buffer.byteLength(folder) <= 40 && mayEnter(place.user, folder)) ?? '/tmp'
  return ownFolder(mkdtempSync(join(base, socketPrefix)), place.user)
}

/** Removes a socket folder of ours under the temporary folder; the one beside the cluster stays. */
export function dropSocketFolder(folder: string): void {
  if (folder.includes(`/${socketPrefix}`)) rmSync(folder, { recursive: true, force: true })
}

function ownFolder(folder: string, user: OsUser | undefined): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

function ownerOf(folder: string): OsUser | undefined {
  if (!existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}
