import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../shared/errors.ts'
import { cleanFileName } from './file-name.ts'
import { collect, decode, MAX_FIELD_BYTES, MAX_REQUEST_BYTES, partsOf } from './read-multipart.ts'

/** The text of a form with files that nobody may take now, and how its files were called. */
export interface LateForm {
  fields: [string, string][]
  /** Name of the input and of the file. */
  files: [string, string][]
}

/**
 * Reads a form with files whose sender's session is over: what was typed is kept for the sign-in, the bytes of files go nowhere.
 * Null when it is no such form, not of this browser (its token), or cannot be read.
 */
export async function readLateForm(request: FastifyRequest): Promise<LateForm | null> {
  if (!request.isMultipart() || !request.routeOptions.config.takesFiles || request.raw.readableEnded) return null
  try {
    if (Number(request.headers['content-length'] ?? 0) > MAX_REQUEST_BYTES) throw new DomainError('too_large', 413)
    const form = await readText(request)
    request.checkCsrf(form.fields.find(([name]) => name === '_csrf')?.[1])
    return form
  } catch (error) {
    request.log.info({ err: error }, 'a form that came after the session could not be kept')
    request.raw.unpipe()
    request.raw.resume()
    return null
  }
}

async function readText(request: FastifyRequest): Promise<LateForm> {
  const form: LateForm = { fields: [], files: [] }
  let room = MAX_FIELD_BYTES
  for await (const part of partsOf(request)) {
    const { fieldname, filename } = part as { fieldname?: string; filename?: string }
    if (!fieldname || !/^[\w.-]{1,100}$/.test(fieldname)) throw new DomainError('bad_request', 400)
    if (filename === undefined) {
      const bytes = await collect(part, room)
      room -= bytes.length
      // An input for files that was left empty comes without a name, and as bytes.
      if (part.mimetype !== 'application/octet-stream') form.fields.push([fieldname, decode(bytes)])
      continue
    }
    // Read to its end, to come to what follows it.
    for await (const _chunk of part.file);
    if (filename !== '') form.files.push([fieldname, cleanFileName(filename)])
  }
  return form
}
