import { z } from 'zod'
import { DomainError, NotFound } from '../../../shared/errors.ts'
import { requiredText } from '../../../shared/fields.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { appendEntry } from '../../history/index.ts'
import { addMessage } from '../../messages/index.ts'
import type { PetitionRole } from '../lifecycle.ts'
import { matterOf } from '../petition.ts'
import { lockPetition } from '../petition-repository.ts'
import { rolesOn } from '../rules.ts'
import type { PetitionOptions } from '../service.ts'
import { workers } from './roles.ts'

export const MessageInput = z.strictObject({ words: requiredText({ max: 4000 }) })

export interface OfficeMessage {
  scope: Scope
  actor: Actor
  petitionId: string
  /** Words to the filer, or a note that only officers read. */
  kind: 'toFiler' | 'internal'
  words: string
}

const entryOf = {
  toFiler: { type: 'petition.messageSent', audience: 'filer' },
  internal: { type: 'petition.noteAdded', audience: 'internal' },
} as const

/**
 * Writes to the filer or among officers; message and history entry are one transaction.
 * @throws NotFound · DomainError forbidden 403 when the case is not this officer's work now
 */
export async function addOfficeMessage(
  { db, now }: Pick<PetitionOptions, 'db' | 'now'>,
  { scope, actor, petitionId, kind, words }: OfficeMessage,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const petition = await lockPetition(trx, scope, petitionId)
    if (!petition) throw new NotFound()
    const role = writerRole(rolesOn({ actor, holdsSecret: false, isAccountOfFiler: false }, petition))
    if (!role) throw new DomainError('forbidden', 403)
    const matter = matterOf(petition)
    const message = await addMessage(trx, scope, { matter, kind, authorId: actor.personId, body: words })
    await appendEntry(
      trx,
      scope,
      matter,
      { ...entryOf[kind], facts: { messageId: message.id }, words: { words } },
      { role, personId: actor.personId, at: now() },
    )
  })
}

/** The role by which somebody may write on a case; undefined for the auditor and strangers. */
export function writerRole(roles: ReadonlySet<PetitionRole>): PetitionRole | undefined {
  return workers.find((role) => roles.has(role))
}
