import type { Db, Trx } from '../../platform/database.ts'
import { rowsFor, type Write, writeTogether } from '../../platform/write-together.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { type AskedAt, currentText } from './consent-texts.ts'
import './personal-data.table.ts'

/** What somebody may agree to. Handling the case itself rests on the law, not on consent. */
const purposes = ['publication', 'notifications'] as const
export type Purpose = (typeof purposes)[number]

export interface Consent {
  id: string
  matter: Matter
  purpose: Purpose
  given: boolean
  /** Version of the sentence shown; null: none of ours was shown. */
  textVersion: string | null
  byRole: 'filer' | 'receptionOfficer' | 'follower'
  at: Date
}

export interface Said {
  purpose: Purpose
  given: boolean
}

interface Saying {
  /** Where our sentence was shown; null: it was not. */
  askedAt: AskedAt | null
  byRole: Consent['byRole']
  at: Date
}

/** The writes of what somebody said about each purpose, for a caller that does them together with others. */
export function consentWrite(scope: Scope, matter: Matter, said: readonly Said[], { askedAt, byRole, at }: Saying): Write {
  return rowsFor(
    'consent_entries',
    said.map(({ purpose, given }) => ({
      authority_id: scope.authorityId,
      id: newId(at.getTime()),
      matter_type: matter.type,
      matter_id: matter.id,
      purpose,
      given,
      text_version: askedAt && currentText(purpose, askedAt).version,
      by_role: byRole,
      at,
    })),
  )
}

/** Adds that consent was taken back; by the person concerned, whoever typed it. */
export async function withdrawConsents(trx: Trx, scope: Scope, matter: Matter, withdrawn: readonly Purpose[], by: Omit<Saying, 'askedAt'>) {
  const said = withdrawn.map((purpose) => ({ purpose, given: false }))
  await writeTogether(trx, [consentWrite(scope, matter, said, { ...by, askedAt: null })])
}

const columns = [
  'id',
  'matter_type as matterType',
  'matter_id as matterId',
  'purpose',
  'given',
  'text_version as textVersion',
  'by_role as byRole',
  'at',
] as const

type Row = Omit<Consent, 'matter'> & { matterType: string; matterId: string }

function toConsent({ matterType, matterId, ...rest }: Row): Consent {
  return { ...rest, matter: { type: matterType, id: matterId } }
}

/** What was said about a matter, in order. */
export async function listConsents(db: Db, scope: Scope, matter: Matter): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consent_entries')
    .select(columns)
    .where('authority_id', '=', scope.authorityId)
    .where('matter_type', '=', matter.type)
    .where('matter_id', '=', matter.id)
    // What was said at once has one instant: what is public comes first.
    .orderBy('at')
    .orderBy('purpose', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toConsent)
}

/** The next of all consents, by id: any number can be walked in batches. */
export async function walkConsents(db: Db, scope: Scope, after: string | null, limit: number): Promise<Consent[]> {
  let query = db.selectFrom('consent_entries').select(columns).where('authority_id', '=', scope.authorityId)
  if (after) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(toConsent)
}
