import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newStorageKey, type Storage } from '../../platform/storage.ts'
import { checkOffice } from './check-office.ts'
import { checkPdf } from './check-pdf.ts'
import { FileRefused, MAX_FILE_BYTES, type MediaType, type RefusalCode, type StoredUpload } from './file.ts'
import { cleanFileName } from './file-name.ts'
import { reencodePhoto } from './reencode-photo.ts'
import { isSniffed, sniffType } from './sniff-type.ts'

export interface FileDeps {
  storage: Storage
  /** Folder of this machine where uploads wait, unchecked, for seconds. Made by `prepareScratch`. */
  scratch: string
}

/** Citizens send photos and PDFs; officers who publish also papers of an office. */
export type Sender = 'citizen' | 'office'

export interface IncomingFile {
  stream: Readable
  /** As sent; cleaned here. */
  filename: string
  /** As sent; never believed. */
  declaredType?: string
}

/**
 * Takes one file: receives, sniffs, re-encodes or checks, stores. The stream is always read to its end.
 * @throws FileRefused with the name and the reason; nothing is left behind
 */
export async function storeUpload(deps: FileDeps, incoming: IncomingFile, from: Sender = 'citizen'): Promise<StoredUpload> {
  const name = cleanFileName(incoming.filename)
  const path = join(deps.scratch, newStorageKey())
  try {
    const bytes = await receive(incoming.stream, path)
    if (bytes === 0) throw new FileRefused('file_empty', name)
    if (bytes > MAX_FILE_BYTES) throw new FileRefused('file_too_large', name)
    return await twoAtATime(() => keep(deps.storage, path, name, from))
  } finally {
    // The raw photo still holds its place of taking: it never outlives this call.
    await rm(path, { force: true })
  }
}

/** Deletes the bytes of uploads that get no row: a refused form, a broken request. */
export async function discardUploads(
  deps: Pick<FileDeps, 'storage'>,
  uploads: readonly Pick<StoredUpload, 'storageKey' | 'thumbKey'>[],
): Promise<void> {
  for (const { storageKey, thumbKey } of uploads) {
    await deps.storage.delete(storageKey)
    if (thumbKey) await deps.storage.delete(thumbKey)
  }
}

/** Makes the folder, for the owner alone, and removes what a crash left there. Only what has been still for an hour: another process may share it. */
export async function prepareScratch(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < Date.now() - 3_600_000) await rm(path, { force: true })
  }
}

/** Writes to disk, never more than the limit; the rest is read and dropped. @returns bytes sent */
async function receive(stream: Readable, path: string): Promise<number> {
  let bytes = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(null, bytes <= MAX_FILE_BYTES ? chunk : undefined)
    },
  })
  await pipeline(stream, limit, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return bytes
}

async function keep(storage: Storage, path: string, name: string, from: Sender): Promise<StoredUpload> {
  const type = await sniffType(path)
  if (!isSniffed(type)) throw new FileRefused(from === 'office' ? ofOffice(type) : type, name)
  if (type === 'ole') throw new FileRefused(from === 'office' ? 'paper_old_format' : 'file_type_refused', name)
  if (type === 'pdf') {
    const pdf = await readFile(path)
    const refusal = checkPdf(pdf)
    if (refusal) throw new FileRefused(refusal, name)
    return { ...(await put(storage, name, 'application/pdf', pdf)), thumbKey: null, width: null, height: null }
  }
  if (type === 'zip') {
    if (from !== 'office') throw new FileRefused('file_type_refused', name)
    const paper = await readFile(path)
    const checked = checkOffice(paper)
    if (typeof checked === 'string') throw new FileRefused(checked, name)
    return { ...(await put(storage, name, checked.mediaType, paper)), thumbKey: null, width: null, height: null }
  }
  const photo = await reencodePhoto(path, type)
  if (typeof photo === 'string') throw new FileRefused(photo, name)
  const stored = await put(storage, name, 'image/jpeg', photo.jpeg)
  const thumbKey = newStorageKey()
  try {
    await storage.put(thumbKey, photo.thumb)
  } catch (error) {
    await storage.delete(stored.storageKey)
    throw error
  }
  return { ...stored, thumbKey, width: photo.width, height: photo.height }
}

/** Of officers more kinds are taken, and the refusal names them all. */
const ofOffice = (refusal: RefusalCode): RefusalCode => (refusal === 'file_type_refused' ? 'paper_type_refused' : refusal)

async function put(storage: Storage, originalName: string, mediaType: MediaType, content: Buffer) {
  const storageKey = newStorageKey()
  await storage.put(storageKey, content)
  return { storageKey, originalName, mediaType, bytes: content.length, sha256: createHash('sha256').update(content).digest() }
}

/** Decoding takes memory by the hundred megabytes: at most two in a process, the others wait their turn on disk. */
let running = 0
const waiting: (() => void)[] = []

async function twoAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    // The place is handed over, so that nobody slips in between.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
