import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Which process a number meant: numbers are used again, the start time (clock ticks since boot) tells two apart. */
export interface ProcessMark {
  pid: number
  startedAt: string
  bootId: string
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()

/** State letter and start time from /proc/PID/stat (fields 3 and 22); the name before them may hold spaces and brackets. */
function readStat(pid: number): { state: string; startedAt: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '?', startedAt: fields[19] ?? '' }
  } catch {
    return undefined
  }
}

/** True while the process runs; a zombie (ended, not yet collected by its parent) does not. */
export function isRunning(pid: number): boolean {
  const stat = readStat(pid)
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X'
}

/** The mark of a process of this machine, to be compared later by `isSameProcess`. */
export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: readStat(pid)?.startedAt ?? '', bootId: bootId() }
}

/** True while the very process that was marked runs. */
export function isSameProcess(mark: ProcessMark): boolean {
  return mark.bootId === bootId() && isRunning(mark.pid) && readStat(mark.pid)?.startedAt === mark.startedAt
}

/** True when the process works in this folder; undefined when the system does not let us look. */
export function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    const there = statSync(`/proc/${pid}/cwd`)
    const here = statSync(folder)
    return there.dev === here.dev && there.ino === here.ino
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? false : undefined
  }
}

/** Running PostgreSQL processes whose working folder is this cluster: a postmaster and its backends. */
export function postgresProcessesIn(folder: string): number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  return pids.filter((pid) => isRunning(pid) && commandOf(pid).includes('postgres') && worksIn(pid, folder) === true)
}

/** The command line, its words joined by blanks; empty for a process that is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** True when the program on disk was replaced or deleted after the process started. */
export function programIsGone(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`).endsWith(' (deleted)')
  } catch {
    return false
  }
}

/** Signals a process; one that is gone already is no fault. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Looks every 20 ms until the question is answered yes (true) or the time is over (false). */
export async function until(question: () => boolean | Promise<boolean>, withinMs: number, everyMs = 20): Promise<boolean> {
  const end = performance.now() + withinMs
  for (;;) {
    if (await question()) return true
    if (performance.now() >= end) return false
    await sleep(everyMs)
  }
}
