import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isSameProcess, markOf, type ProcessMark } from './processes.ts'

/** Another living process holds this data folder. */
export class DataDirInUse extends Error {
  override name = 'DataDirInUse'
  readonly pid: number
  constructor(dataDir: string, pid: number) {
    super(
      `Thư mục dữ liệu ${dataDir} đang được tiến trình ${pid} sử dụng: hãy dừng tiến trình đó, hoặc đặt DATA_DIR khác. ` +
        `(The data folder ${dataDir} is in use by process ${pid}: stop it, or set another DATA_DIR.)`,
    )
    this.pid = pid
  }
}

const prefix = 'server.lock.'

/**
 * Takes the data folder for this process and gives the function that lets it go.
 * Each taking has its own number, made by link(2), which one of two rivals alone can win; a lock whose process is gone is passed over.
 */
export function takeDataDir(dataDir: string): () => void {
  const draft = join(dataDir, `.${prefix}${process.pid}.${Math.random().toString(36).slice(2)}`)
  writeFileSync(draft, JSON.stringify(markOf(process.pid)), { mode: 0o600 })
  try {
    for (;;) {
      const held = lockNumbers(dataDir)
      for (const number of held) refuseIfAlive(dataDir, number)
      const mine = (held.at(-1) ?? 0) + 1
      if (!tryLink(draft, lockPath(dataDir, mine))) continue
      const later = lockNumbers(dataDir).filter((number) => number > mine)
      if (later.length > 0) {
        rmSync(lockPath(dataDir, mine), { force: true })
        continue
      }
      for (const number of held) rmSync(lockPath(dataDir, number), { force: true })
      return () => rmSync(lockPath(dataDir, mine), { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

const lockPath = (dataDir: string, number: number): string => join(dataDir, `${prefix}${number}`)

function lockNumbers(dataDir: string): number[] {
  mkdirSync(dataDir, { recursive: true })
  return readdirSync(dataDir)
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isSafeInteger)
    .sort((a, b) => a - b)
}

function refuseIfAlive(dataDir: string, number: number): void {
  let mark: ProcessMark
  try {
    mark = JSON.parse(readFileSync(lockPath(dataDir, number), 'utf8')) as ProcessMark
  } catch {
    return
  }
  if (isSameProcess(mark)) throw new DataDirInUse(dataDir, mark.pid)
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
