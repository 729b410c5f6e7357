import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export interface StoredObject {
  stream: Readable
  bytes: number
}

/** Where bytes live: the disk here, an object store by configuration later. Small on purpose. */
export interface Storage {
  /** Resolves once the bytes would survive a power cut; until then nothing is visible under the key. */
  put: (key: string, content: Readable | Uint8Array) => Promise<void>
  /** Undefined when nothing is stored. The caller reads the stream to its end or destroys it. */
  get: (key: string) => Promise<StoredObject | undefined>
  /** Says nothing when the key is already gone. */
  delete: (key: string) => Promise<void>
  /** Every key, in no order: what the sweep compares with the rows. */
  list: () => AsyncIterable<{ key: string; storedAt: Date }>
}

const keyForm = /^[0-9a-f]{40}$/

/** 160 random bits: a key tells nothing about its content and cannot be guessed. */
export function newStorageKey(): string {
  return randomBytes(20).toString('hex')
}

/**
 * Files below `folder`, spread over 256 folders by the first two letters of the key.
 *
 * Crash safety: bytes are written to a name of their own under `.partial`, fsynced, renamed (atomic within a file system), and the folder is
 * fsynced, all before `put` resolves. Killed before the rename: only a partial file remains, which `list` never shows and the next sweep of
 * partial files removes. Killed after it: a whole file whose row was perhaps never committed; the sweep of keys without a row removes it.
 * As a row is only written after `put` has resolved, a committed row always finds its bytes.
 */
export async function diskStorage(folder: string): Promise<Storage> {
  const partial = join(folder, '.partial')
  // For the owner alone: photos and papers of citizens.
  await mkdir(partial, { recursive: true, mode: 0o700 })
  await removePartials(partial)

  /** Folders whose own entry this process knows to be on disk. */
  const durable = new Set<string>()
  const makeShard = async (shard: string) => {
    if (durable.has(shard)) return
    await mkdir(join(folder, shard), { recursive: true, mode: 0o700 })
    await syncFolder(folder)
    durable.add(shard)
  }

  return {
    put: async (key, content) => {
      await makeShard(shardOf(key))
      await putFile(folder, partial, key, content)
    },
    get: async (key) => openFile(pathOf(folder, key)),
    delete: async (key) => rm(pathOf(folder, key), { force: true }),
    list: () => listKeys(folder),
  }
}

/** A key that is not ours never becomes a path. */
function shardOf(key: string): string {
  if (!keyForm.test(key)) throw new Error('Not a storage key. Make keys with newStorageKey().')
  return key.slice(0, 2)
}

function pathOf(folder: string, key: string): string {
  return join(folder, shardOf(key), key)
}

async function putFile(folder: string, partial: string, key: string, content: Readable | Uint8Array): Promise<void> {
  const target = pathOf(folder, key)
  const unfinished = join(partial, `${key}.${randomBytes(4).toString('hex')}`)
  try {
    await writeDurably(unfinished, content)
    await rename(unfinished, target)
    await syncFolder(join(folder, shardOf(key)))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

async function writeDurably(path: string, content: Readable | Uint8Array): Promise<void> {
  if (content instanceof Uint8Array) {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return
  }
  // `flush` fsyncs before the stream closes; pipeline waits for that.
  await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
}

/** Makes what was renamed in a folder outlast a power cut. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function openFile(path: string): Promise<StoredObject | undefined> {
  let file: FileHandle
  try {
    file = await open(path, 'r')
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
  // Opened before the headers go out: what is deleted meanwhile is still read to its end.
  const { size } = await file.stat()
  return { stream: file.createReadStream(), bytes: size }
}

async function* listKeys(folder: string): AsyncGenerator<{ key: string; storedAt: Date }> {
  for (const shard of await readdir(folder)) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue
    for (const key of await readdir(join(folder, shard))) {
      if (!keyForm.test(key)) continue
      const found = await stat(join(folder, shard, key)).catch(ignoreMissing)
      if (found) yield { key, storedAt: found.mtime }
    }
  }
}

/** Left by a crash. Another process may be writing now, so only what has been still for an hour goes. */
async function removePartials(partial: string): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000
  for (const name of await readdir(partial)) {
    const found = await stat(join(partial, name)).catch(ignoreMissing)
    if (found && found.mtimeMs < anHourAgo) await rm(join(partial, name), { force: true })
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

function ignoreMissing(error: unknown): undefined {
  if (!isMissing(error)) throw error
}
