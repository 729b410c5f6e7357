import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Whole or not at all: a stick may be pulled out at any moment. */
export async function writeFileIn(folder: string, path: string, content: Uint8Array | string): Promise<void> {
  const target = join(folder, ...path.split('/'))
  await mkdir(dirname(target), { recursive: true })
  const unfinished = `${target}.${randomBytes(4).toString('hex')}.part`
  await writeFile(unfinished, content, { flush: true })
  await rename(unfinished, target)
}

/** The same for what comes in pieces. */
export async function writePiecesIn(folder: string, path: string, pieces: AsyncIterable<Uint8Array | string>): Promise<void> {
  const target = join(folder, ...path.split('/'))
  await mkdir(dirname(target), { recursive: true })
  const unfinished = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished, { flush: true }))
    await rename(unfinished, target)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
