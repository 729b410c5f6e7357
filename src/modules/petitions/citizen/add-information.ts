import { z } from 'zod'
import type { Trx } from '../../../platform/database.ts'
import { parseInput, refuseInput } from '../../../platform/http/index.ts'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { optionalText } from '../../../shared/fields.ts'
import type { Scope } from '../../accounts/index.ts'
import { attachUpload, MAX_FILES, type StoredUpload } from '../../files/index.ts'
import { appendEntry, lastEntry } from '../../history/index.ts'
import { addMessage } from '../../messages/index.ts'
import { labels } from '../fields.ts'
import { isOpen, matterOf, type Petition } from '../petition.ts'
import { lockPetition, savePetition } from '../petition-repository.ts'
import { tagsOf } from '../rules.ts'
import type { CitizenOptions } from './options.ts'

export const ADDED_WORDS_MAX = 4_000

const Input = z.object({ words: optionalText({ max: ADDED_WORDS_MAX }), version: z.coerce.number().int().catch(-1) })

export interface Addition {
  fields: Readonly<Record<string, string>>
  uploads: readonly StoredUpload[]
  personId: string | null
}

/**
 * The filer adds words or files to an open case: message, files and history in one transaction.
 * @throws DomainError wrong_status, matter_changed (409) · InvalidInput (422) · FileRefused; nothing is written then
 */
export async function addInformation(
  { db, now, dropPages }: CitizenOptions,
  scope: Scope,
  petitionId: string,
  addition: Addition,
): Promise<Petition> {
  const { words, version } = parseInput(Input, addition.fields, labels)
  if (words === null && addition.uploads.length === 0) refuseInput([{ field: 'words', code: 'required' }], labels)
  const after = await db.transaction().execute(async (trx) => {
    const petition = await lockPetition(trx, scope, petitionId)
    if (!petition) throw new NotFound()
    if (!isOpen(petition)) throw await conflict(trx, scope, petition, 'wrong_status')
    if (version !== petition.version) throw await conflict(trx, scope, petition, 'matter_changed')
    const matter = matterOf(petition)
    for (const upload of addition.uploads) {
      await attachUpload(trx, scope, matter, upload, {
        role: 'petition',
        visibility: 'filer',
        uploadedBy: addition.personId,
        max: MAX_FILES,
      })
    }
    if (words !== null) await addMessage(trx, scope, { matter, kind: 'fromFiler', authorId: null, body: words })
    await appendEntry(
      trx,
      scope,
      matter,
      { type: 'petition.informationAdded', audience: 'filer', facts: { files: addition.uploads.length }, words: { words } },
      { role: 'filer', personId: addition.personId, at: now() },
    )
    return savePetition(trx, scope, petition, { version: petition.version + 1, awaitingSince: null })
  })
  dropPages(tagsOf(after))
  return after
}

async function conflict(trx: Trx, scope: Scope, petition: Petition, code: string): Promise<DomainError> {
  const happened = await lastEntry(trx, scope, matterOf(petition))
  return new DomainError(code, 409, {
    happened: happened && { event: happened.type, at: happened.at.toISOString(), by: happened.actorRole },
  })
}
