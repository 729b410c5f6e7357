import type { Db } from '../../../platform/database.ts'
import type { Actor, Scope } from '../../accounts/index.ts'
import { listFiles } from '../../files/index.ts'
import { moveNow } from '../../lifecycle/index.ts'
import { listParties } from '../behalf/behalf-repository.ts'
import { lifecycle } from '../lifecycle.ts'
import { personalFinds } from '../office/public-texts.ts'
import { matterOf, type Petition } from '../petition.ts'
import { findByCode, findFiler, listAnswers, listVerifications } from '../petition-repository.ts'
import { readsInOffice, rolesOn } from '../rules.ts'
import { type BulkAct, tableActOf } from './bulk-act.ts'
import { type Reminding, whyNotReminded } from './remind-check.ts'

/** A chosen case as this person may see it, and why the act would be refused; null when nothing is in its way. */
export interface Checked {
  code: string
  /** Null when unknown or not theirs to read: both look the same. */
  petition: Petition | null
  refusal: string | null
}

/** The case behind a code, if this person reads it in the office. */
export async function findForBulk(db: Db, scope: Scope, actor: Actor, code: string): Promise<Petition | null> {
  const found = await findByCode(db, scope, code)
  if (!found) return null
  const { secretHash: _secret, accountId: _account, ...petition } = found
  return readsInOffice(officeRolesOn(actor, petition)) ? petition : null
}

function officeRolesOn(actor: Actor, petition: Petition) {
  return rolesOn({ actor, holdsSecret: false, isAccountOfFiler: false }, petition)
}

/** What the act would say to this case now. The act itself asks again, under the lock. */
export async function checkCase(
  db: Db,
  scope: Scope,
  actor: Actor,
  act: BulkAct,
  code: string,
  reminding: Reminding | null = null,
): Promise<Checked> {
  const petition = await findForBulk(db, scope, actor, code)
  if (!petition) return { code, petition, refusal: 'not_found' }
  if (act === 'remind') {
    if (!reminding) throw new Error('A reminder is measured by the office of the day. Give checkCase remindingOn(…).')
    return { code, petition, refusal: await whyNotReminded(db, scope, actor, reminding, petition) }
  }
  if (act === 'export') return { code, petition, refusal: null }
  const move = moveNow(lifecycle, petition, tableActOf[act])
  if (!move) return { code, petition, refusal: 'wrong_status' }
  const roles = officeRolesOn(actor, petition)
  if (!move.by.some((role) => roles.has(role))) return { code, petition, refusal: 'forbidden' }
  return { code, petition, refusal: act === 'clear' ? await whyNotCleared(db, scope, petition) : null }
}

/** Only what the guard has nothing to say about goes out unread; photos and papers nobody has looked at never do. */
async function whyNotCleared(db: Db, scope: Scope, petition: Petition): Promise<string | null> {
  if (!petition.publish) return 'filer_did_not_agree'
  if (petition.clearedAt) return 'already_public'
  const [filer, parties, answers, verifications, files] = await Promise.all([
    findFiler(db, scope, petition.id),
    listParties(db, scope, petition.id),
    listAnswers(db, scope, petition.id),
    listVerifications(db, scope, petition.id),
    listFiles(db, scope, matterOf(petition), { visibilities: ['public'] }),
  ])
  const issued = answers.find((answer) => answer.state === 'issued') ?? null
  const finds = personalFinds({ petition, issued, drafts: answers, verifications }, [
    ...(filer ? [filer.name] : []),
    ...parties.map(({ name }) => name),
  ])
  if (finds.length > 0) return 'read_singly'
  return files.length > 0 ? 'files_read_singly' : null
}
