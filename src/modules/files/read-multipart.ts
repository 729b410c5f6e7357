import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { FileRefused, MAX_FILE_BYTES, type RefusalCode, type StoredUpload } from './file.ts'
import { cleanFileName } from './file-name.ts'
import { discardUploads, type FileDeps, type Sender, storeUpload } from './store-upload.ts'

export interface MultipartInput {
  fields: Record<string, string>
  /** Safe in the storage, without a row: attach them or discard them. */
  uploads: StoredUpload[]
  refused: { filename: string; code: RefusalCode }[]
}

export interface MultipartOptions {
  /** Officers who publish may send papers of an office as well. */
  from?: Sender
  /** How many more files this matter may take. */
  maxFiles: number
  /** Runs before the first file is taken, with the fields sent before it, or at the end: the place for `checkCsrf`. Throw to refuse. */
  guard?: (fields: Readonly<Record<string, string>>) => void | Promise<void>
}

/** All typed text of one form, bytes. */
export const MAX_FIELD_BYTES = 1024 * 1024

/** Beyond this a form is refused unread; below it a video that is too large is still refused by its name and the text kept. */
export const MAX_REQUEST_BYTES = 256 * 1024 * 1024

const MAX_PARTS = 200

/**
 * Reads a form with files, part after part. A file that is refused does not harm the others or the text.
 * @throws DomainError bad_request, bad_encoding (400), too_large (413), or what `guard` throws; then every stored byte is gone again
 */
export async function readMultipart(request: FastifyRequest, deps: FileDeps, options: MultipartOptions): Promise<MultipartInput> {
  if (!request.isMultipart()) throw new DomainError('unsupported_media_type', 415)
  if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) throw new DomainError('too_large', 413)
  const uploads: StoredUpload[] = []
  try {
    return await readParts(request, deps, options, uploads)
  } catch (error) {
    await discardUploads(deps, uploads)
    // Whatever is still on its way is read and dropped, so that the answer can be seen.
    request.raw.unpipe()
    request.raw.resume()
    throw asRefusal(error)
  }
}

async function readParts(
  request: FastifyRequest,
  deps: FileDeps,
  options: MultipartOptions,
  uploads: StoredUpload[],
): Promise<MultipartInput> {
  const fields = new Map<string, string>()
  const refused: MultipartInput['refused'] = []
  let room = MAX_FIELD_BYTES
  let guarded = false
  const guardOnce = async () => {
    if (guarded) return
    guarded = true
    await options.guard?.(Object.fromEntries(fields))
  }

  for await (const part of partsOf(request)) {
    // The parser's type promises a name; a part without one has none.
    const { fieldname, filename } = part as { fieldname?: string; filename?: string }
    if (filename === undefined) {
      if (!fieldname || !/^[\w.-]{1,100}$/.test(fieldname)) throw new DomainError('bad_request', 400)
      const bytes = await collect(part, room)
      room -= bytes.length
      fields.set(fieldname, decode(bytes))
      continue
    }
    await guardOnce()
    const refusal = uploads.length < options.maxFiles ? await take(deps, part, filename, uploads, options.from) : await skip(part, filename)
    if (refusal) refused.push(refusal)
  }
  await guardOnce()
  return { fields: Object.fromEntries(fields), uploads, refused }
}

/**
 * Reads a small form whose files are looked at and not kept: every part as bytes, by name; of parts of one name the first that is not empty.
 * @param room bytes of the whole form
 * @throws DomainError bad_request (400), too_large (413)
 */
export async function readSmallForm(request: FastifyRequest, room: number): Promise<Map<string, Buffer>> {
  if (!request.isMultipart()) throw new DomainError('unsupported_media_type', 415)
  const parts = new Map<string, Buffer>()
  try {
    let left = room
    for await (const part of partsOf(request)) {
      const bytes = await collect(part, left)
      left -= bytes.length
      const { fieldname } = part as { fieldname?: string }
      if (fieldname && !parts.get(fieldname)?.length) parts.set(fieldname, bytes)
    }
    return parts
  } catch (error) {
    request.raw.unpipe()
    request.raw.resume()
    throw asRefusal(error)
  }
}

/** The parts, each as a stream of raw bytes: text is decoded here, strictly, and not by the parser, which repairs it silently. */
export function partsOf(request: FastifyRequest): AsyncIterable<MultipartFile> {
  return request.parts({
    isPartAFile: () => true,
    throwFileSizeLimit: false,
    // One byte more than we take, so that too much is seen as too much.
    limits: { fileSize: MAX_FILE_BYTES + 1, files: MAX_PARTS, parts: MAX_PARTS, headerPairs: 20 },
  } as Parameters<typeof request.parts>[0]) as AsyncIterable<MultipartFile>
}

type Refusal = MultipartInput['refused'][number]

/** Takes the file or says why not. A file input left empty is sent as a part without name and content: that is nothing at all. */
async function take(
  deps: FileDeps,
  part: MultipartFile,
  filename: string,
  uploads: StoredUpload[],
  from?: Sender,
): Promise<Refusal | null> {
  try {
    uploads.push(await storeUpload(deps, { stream: part.file, filename, declaredType: part.mimetype }, from))
    return null
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    return filename === '' && error.refusal === 'file_empty' ? null : { filename: error.filename, code: error.refusal }
  }
}

/** Reads a file that has no room any more, to come to what follows it. */
async function skip(part: MultipartFile, filename: string): Promise<Refusal | null> {
  let bytes = 0
  for await (const chunk of part.file) bytes += (chunk as Buffer).length
  return filename === '' && bytes === 0 ? null : { filename: cleanFileName(filename), code: 'too_many_files' }
}

export async function collect(part: MultipartFile, room: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of part.file) {
    bytes += (chunk as Buffer).length
    if (bytes > room) throw new DomainError('too_large', 413)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DomainError('bad_encoding', 400)
  }
}

/** The parser's complaints and a broken connection are the sender's; a full disk and the rest stay ours. */
function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error
  const { code, statusCode } = error as Error & { code?: string; statusCode?: number }
  if (statusCode === 413) return new DomainError('too_large', 413)
  const broken = code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || statusCode !== undefined
  // Messages of @fastify/busboy, which gives its errors no codes.
  if (broken || /terminated early|Unexpected end of multipart|Boundary not found|Malformed|aborted/i.test(error.message))
    return new DomainError('bad_request', 400)
  return error
}
