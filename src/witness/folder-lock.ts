import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartRefusal } from './start-refusal.ts'

/** Two processes in one folder could cosign two histories: the second is turned away. @returns gives the folder back */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  const own = `${process.pid} ${await bootId()}\n`
  try {
    await writeFile(path, own, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (await isHeld(path)) throw new StartRefusal('folderTaken')
    await rm(path, { force: true })
    await writeFile(path, own, { flag: 'wx', mode: 0o600 })
  }
  return () => rm(path, { force: true })
}

/** A lock of an earlier start of this machine, or of a process that is gone, holds nothing. */
async function isHeld(path: string): Promise<boolean> {
  const [pid = '', boot = ''] = (await readFile(path, 'utf8')).trim().split(' ')
  if (boot !== (await bootId())) return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Changes with each start of the machine; empty where the system tells none. */
async function bootId(): Promise<string> {
  try {
    return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim()
  } catch {
    return ''
  }
}
