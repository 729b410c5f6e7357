import { type Dirent, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { diskStorage, type Storage, syncFolder } from '../storage.ts'
import { logKeyName } from './format.ts'
import { BackupRefused } from './refusal.ts'

/** Something that is put aside first, then into its place in one stroke, and can be taken back until the end. */
export interface Staged {
  settle: () => Promise<void>
  /** Puts everything back as it was, before `settle` or after it. */
  undo: () => Promise<void>
}

/** Files go to `files.restoring` beside the folder that they are for. */
export async function stageFiles(folder: string): Promise<Staged & { storage: Storage }> {
  const file = await firstFileIn(folder)
  if (file) throw new BackupRefused('files_not_empty', folder)
  const aside = `${folder}.restoring`
  await rm(aside, { recursive: true, force: true })
  const storage = await diskStorage(aside)
  let settled = false
  return {
    storage,
    settle: async () => {
      // Empty folders at most: it was looked at above, and rename(2) takes no folder with something in it.
      await rm(folder, { recursive: true, force: true })
      await rename(aside, folder)
      settled = true
      await syncFolder(dirname(folder))
    },
    undo: () => rm(settled ? folder : aside, { recursive: true, force: true }),
  }
}

/** What an upload that broke off left under `.partial` is nobody's. */
async function firstFileIn(folder: string): Promise<Dirent | undefined> {
  if (!existsSync(folder)) return undefined
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found.find((entry) => !entry.isDirectory() && basename(entry.parentPath) !== '.partial')
}

/** The server's keys; another key that lies there already is kept beside under `….before-restore`. */
export function stageSecrets(secretsDir: string, logKeysDir = secretsDir): Staged & { put: (name: string, data: Buffer) => Promise<void> } {
  const names: string[] = []
  const moved: { from: string; to: string }[] = []
  const move = async (from: string, to: string) => {
    await rename(from, to)
    moved.push({ from, to })
  }
  const folderOf = (name: string) => (logKeyName.test(name) ? logKeysDir : secretsDir)
  const staged = (name: string) => join(folderOf(name), `${name}.restoring`)
  return {
    put: async (name, data) => {
      await mkdir(folderOf(name), { recursive: true, mode: 0o700 })
      await rm(staged(name), { force: true })
      const file = await open(staged(name), 'wx', 0o600)
      try {
        await file.writeFile(data)
        await file.sync()
      } finally {
        await file.close()
      }
      names.push(name)
    },
    settle: async () => {
      for (const name of names) {
        const target = join(folderOf(name), name)
        if (existsSync(target) && !(await readFile(target)).equals(await readFile(staged(name)))) await move(target, await freeName(target))
        await move(staged(name), target)
      }
      for (const folder of new Set(names.map(folderOf))) await syncFolder(folder)
    },
    undo: async () => {
      for (const { from, to } of moved.toReversed()) await rename(to, from)
      for (const name of names) await rm(staged(name), { force: true })
    },
  }
}

async function freeName(target: string): Promise<string> {
  for (let n = 1; ; n++) {
    const name = `${target}.before-restore-${n}`
    if (!existsSync(name)) return name
  }
}
