import { isUuid } from '../../../shared/ids.ts'
import type { MayRead } from '../../files/index.ts'
import { auditRead } from '../../history/index.ts'
import { secretHeader } from '../access.ts'
import { isPublic, matterOf } from '../petition.ts'
import { readsInOffice, rolesOn } from '../rules.ts'
import { secretMatches } from '../secret.ts'
import { draftKeyOf } from './draft-cookie.ts'
import { findDraft } from './draft-repository.ts'
import { findById, isOwn } from './find-petition.ts'
import type { CitizenOptions } from './options.ts'

/** Who may open files of petitions and of drafts. */
export function petitionFileReaders(options: Pick<CitizenOptions, 'db' | 'appKey' | 'now'>): Record<string, MayRead> {
  const { db } = options

  const ofPetition: MayRead = async (request, file) => {
    const found = isUuid(file.matter.id) ? await findById(db, request.scope, file.matter.id) : undefined
    if (!found) return false
    if (file.visibility === 'public' && isPublic(found)) return true
    const secret = secretHeader(request)
    const isFiler = isOwn(request, options, found) || (secret !== null && secretMatches(secret, found.secretHash))
    if (isFiler && file.visibility !== 'internal') return true
    const inOffice = readsInOffice(rolesOn({ actor: request.actor, holdsSecret: false, isAccountOfFiler: false }, found))
    // A list of thumbnails is the case page, which was recorded; a download is a look of its own.
    if (inOffice && request.actor && request.routeOptions.url === '/tep/:id')
      await auditRead(db, request.scope, request.actor, matterOf(found), 'file')
    return inOffice
  }

  const ofDraft: MayRead = async (request, file) => {
    const key = draftKeyOf(request)
    const draft = key ? await findDraft(db, request.scope, key) : undefined
    return draft?.id === file.matter.id
  }

  return { petition: ofPetition, petitionDraft: ofDraft }
}
