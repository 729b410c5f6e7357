import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly } from './run.mjs'
import { step } from './say.mjs'

/** The first of these programs that is installed; undefined when none is. */
export function searchPrograms(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs a package of Debian where we are root and there is apt-get; else nothing: the caller says what is missing. */
export async function installAsRoot(packageName, words) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  await step(words, async () => {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const installing = () => runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', packageName], env)
    const first = await installing()
    if (first.code === 0) return
    await runQuietly('apt-get', ['update'], env)
    const second = await installing()
    if (second.code !== 0) console.error(second.output.trim())
  })
}
