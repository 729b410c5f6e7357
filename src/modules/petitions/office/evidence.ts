import type { Trx } from '../../../platform/database.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { attachUpload, type StoredUpload, setFileVisibility } from '../../files/index.ts'
import { appendEntry } from '../../history/index.ts'
import type { PetitionRole } from '../lifecycle.ts'
import { matterOf, type Petition } from '../petition.ts'
import type { PetitionOptions } from '../service.ts'

export interface Evidence {
  uploads: readonly StoredUpload[]
  /** Who reads the files, as far as they may read the case. */
  shownTo: 'public' | 'filer' | 'internal'
  actor: Actor
  roles: ReadonlySet<PetitionRole>
}

/** The same options, but the act's own transaction also gives the evidence its rows and its entry: both stand, or neither. */
export function withEvidence(options: PetitionOptions, evidence: Evidence): PetitionOptions {
  if (evidence.uploads.length === 0) return options
  return {
    ...options,
    afterAct: async (trx, scope, petition, act, now) => {
      await attach(trx, scope, petition, evidence, now)
      await options.afterAct?.(trx, scope, petition, act, now)
    },
  }
}

async function attach(trx: Trx, scope: Scope, petition: Petition, { uploads, shownTo, actor, roles }: Evidence, now: Date): Promise<void> {
  const matter = matterOf(petition)
  const ids: string[] = []
  for (const upload of uploads) {
    const file = await attachUpload(trx, scope, matter, upload, {
      role: 'evidence',
      visibility: shownTo === 'internal' ? 'internal' : 'filer',
      uploadedBy: actor.personId,
    })
    if (shownTo === 'public') await setFileVisibility(trx, scope, matter, file.id, 'public', now)
    ids.push(file.id)
  }
  const role = (['caseOfficer', 'unitHead', 'chairman'] as const).find((candidate) => roles.has(candidate)) ?? null
  await appendEntry(
    trx,
    scope,
    matter,
    { type: 'petition.fileAdded', audience: shownTo, facts: { role: 'evidence', files: ids } },
    { role, personId: actor.personId, at: now },
  )
}
