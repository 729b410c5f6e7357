import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Trx } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import {
  attachUpload,
  discardUploads,
  type FileDeps,
  filesText,
  MAX_FILES,
  type MultipartInput,
  readMultipart,
  type StoredFile,
} from '../files/index.ts'
import { appendEntry } from '../history/index.ts'
import { type Access, findAccess, secretHeader } from './access.ts'
import { labels } from './fields.ts'
import { isOpen, matterOf } from './petition.ts'
import { lockPetition, savePetition } from './petition-repository.ts'
import type { PetitionOptions } from './service.ts'

const handlers = ['caseOfficer', 'unitHead'] as const

/** `POST /api/v1/petitions/{code}/files`: photos and PDFs of the filer (with the secret), or evidence of the unit's officer. */
export const petitionFileApi: FastifyPluginAsync<PetitionOptions & { files: FileDeps }> = async (app, options) => {
  app.post(
    '/api/v1/petitions/:code/files',
    {
      config: { takesFiles: true },
      schema: {
        tags: ['petitions'],
        summary: 'Add files to an open case (multipart/form-data; five of the filer at most, 10 MB each)',
        params: z.object({ code: z.string() }),
      },
    },
    async (request, reply) => {
      const access = await findSender(request)
      const input = await readMultipart(request, options.files, { maxFiles: MAX_FILES })
      if (input.uploads.length === 0) throw allRefused(request, input)
      try {
        const files = await options.db.transaction().execute((trx) => attach(trx, request, access, input))
        return reply.code(201).send({
          items: files.map((file) => ({ id: file.id, name: file.originalName, mediaType: file.mediaType, bytes: file.bytes })),
          refused: sentences(request, input),
        })
      } catch (error) {
        await discardUploads(options.files, input.uploads)
        throw error
      }
    },
  )

  /** In the order of all refusals: 401, 404, 409, 403. */
  async function findSender(request: FastifyRequest): Promise<Access> {
    const secret = secretHeader(request)
    if (!request.actor && secret === null) throw new DomainError('not_signed_in', 401)
    const access = await findAccess(options.db, request, (request.params as { code: string }).code, secret)
    if (!isOpen(access.petition)) throw new DomainError('wrong_status', 409)
    if (!access.roles.has('filer') && !handlers.some((role) => access.roles.has(role))) throw new DomainError('forbidden', 403)
    return access
  }

  async function attach(
    trx: Trx,
    request: FastifyRequest,
    { petition: { id }, roles }: Access,
    { uploads }: MultipartInput,
  ): Promise<StoredFile[]> {
    const scope: Scope = request.scope
    const petition = await lockPetition(trx, scope, id)
    if (!petition || !isOpen(petition)) throw new DomainError('wrong_status', 409)
    const isFiler = roles.has('filer')
    const personId = request.actor?.personId ?? null
    const files: StoredFile[] = []
    for (const upload of uploads) {
      files.push(
        await attachUpload(trx, scope, matterOf(petition), upload, {
          role: isFiler ? 'petition' : 'evidence',
          visibility: isFiler ? 'filer' : 'internal',
          uploadedBy: isFiler ? null : personId,
          ...(isFiler ? { max: MAX_FILES } : {}),
        }),
      )
    }
    await appendEntry(
      trx,
      scope,
      matterOf(petition),
      {
        type: 'petition.fileAdded',
        audience: isFiler ? 'filer' : 'internal',
        facts: { role: isFiler ? 'petition' : 'evidence', files: files.map((file) => file.id) },
      },
      { role: isFiler ? 'filer' : (handlers.find((role) => roles.has(role)) ?? null), personId, at: options.now() },
    )
    await savePetition(trx, scope, petition, { version: petition.version + 1 })
    return files
  }
}

/** Why each refused file was refused, by its name. */
function sentences({ lang }: Pick<FastifyRequest, 'lang'>, { refused }: MultipartInput) {
  return refused.map(({ filename, code }) => ({ field: 'files', name: filename, code, detail: filesText[lang].refused[code](filename) }))
}

function allRefused(request: FastifyRequest, input: MultipartInput): DomainError {
  const errors = sentences(request, input)
  return errors.length > 0 ? new DomainError('invalid_input', 422, { errors }) : refuseInput([{ field: 'files', code: 'required' }], labels)
}
