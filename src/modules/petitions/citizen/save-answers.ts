import type { FastifyRequest } from 'fastify'
import { DomainError } from '../../../shared/errors.ts'
import {
  attachUpload,
  discardUploads,
  listFiles,
  MAX_FILES,
  type MultipartInput,
  type RefusalCode,
  readMultipart,
  removeFile,
  type StoredUpload,
} from '../../files/index.ts'
import { draftKeyOf, newDraftKey } from './draft-cookie.ts'
import { type DraftForm, keepable, takeForm } from './draft-form.ts'
import { createDraft, type Draft, draftMatter, lockDraft, sameAsFiled, saveDraft } from './draft-repository.ts'
import type { CitizenOptions } from './options.ts'

export interface SavedAnswers {
  key: string
  draft: Draft
  /** As the browser sent them: what is checked. The draft holds what can be kept. */
  form: DraftForm
  refused: { filename: string; code: RefusalCode }[]
  /** The draft was filed before, with these very words: the form was sent again from an old page. */
  again: boolean
}

/**
 * Reads the form and keeps it as this browser's draft, right or wrong; good files are attached, those ticked to go are removed.
 * @throws DomainError denunciation_not_online (nothing of it is kept), form_expired, and what readMultipart refuses
 */
export async function saveAnswers(options: CitizenOptions, request: FastifyRequest): Promise<SavedAnswers> {
  const input = await readMultipart(request, options.files, {
    maxFiles: MAX_FILES,
    guard: (fields) => {
      request.checkCsrf(fields['_csrf'])
      if (fields['kind'] === 'denunciation') throw new DomainError('denunciation_not_online', 422)
    },
  })
  const unused: Pick<StoredUpload, 'storageKey' | 'thumbKey'>[] = []
  try {
    // A form whose fields come after its files is not ours, but it is not kept either.
    if (input.fields['kind'] === 'denunciation') throw new DomainError('denunciation_not_online', 422)
    const saved = await keep(options, request, input, unused)
    await discardUploads(options.files, unused)
    return saved
  } catch (error) {
    await discardUploads(options.files, input.uploads)
    throw error
  }
}

async function keep(
  { db, now }: CitizenOptions,
  request: FastifyRequest,
  input: MultipartInput,
  unused: Pick<StoredUpload, 'storageKey' | 'thumbKey'>[],
): Promise<SavedAnswers> {
  const { scope } = request
  const form = takeForm(input.fields)
  const oldKey = draftKeyOf(request)
  return db.transaction().execute(async (trx) => {
    const known = oldKey ? await lockDraft(trx, scope, oldKey) : undefined
    if (known?.filedPetitionId && sameAsFiled(known, form)) {
      unused.push(...input.uploads)
      return { key: oldKey!, draft: known, form, refused: [], again: true }
    }
    const open = known && !known.filedPetitionId ? known : undefined
    const key = open ? oldKey! : newDraftKey()
    const draft = open
      ? await saveDraft(trx, scope, open, keepable(form), now())
      : await createDraft(trx, scope, key, keepable(form), now())
    const matter = draftMatter(draft)
    const had = await listFiles(trx, scope, matter)
    const going = had.filter((file) => input.fields[`remove-${file.id}`] !== undefined)
    for (const file of going) unused.push(await removeFile(trx, scope, matter, file.id))
    const staying = had.filter((file) => !going.includes(file))
    const refused = [...input.refused]
    for (const upload of input.uploads) {
      // The page was sent again with the same photo: once is enough.
      const twice = staying.some((file) => file.sha256.equals(upload.sha256) && file.originalName === upload.originalName)
      if (twice || staying.length >= MAX_FILES) {
        unused.push(upload)
        if (!twice) refused.push({ filename: upload.originalName, code: 'too_many_files' })
        continue
      }
      staying.push(
        await attachUpload(trx, scope, matter, upload, {
          role: 'draft',
          visibility: 'filer',
          uploadedBy: request.actor?.personId ?? null,
          max: MAX_FILES,
        }),
      )
    }
    return { key, draft, form, refused, again: false }
  })
}
