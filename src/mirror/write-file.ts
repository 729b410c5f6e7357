import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Whole or not at all: a stick may be pulled out at any moment. */
export async function writeFileIn(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const target = join(folder, ...path.split('/'))
  await mkdir(dirname(target), { recursive: true })
  const unfinished = `${target}.${randomBytes(4).toString('hex')}.part`
  await writeFile(unfinished, content, { flush: true })
  await rename(unfinished, target)
}

export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
