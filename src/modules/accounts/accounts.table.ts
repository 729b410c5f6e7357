import type { Generated } from 'kysely'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Role, UnitKind } from './accounts.ts'

declare module '../../platform/database.ts' {
  interface Database {
    authorities: AuthoritiesTable
    units: UnitsTable
    unit_splits: { authority_id: number; unit_id: string; kind: 'hamlet' | 'person'; subject_id: string; successor_id: string }
    unit_residents: { authority_id: number; unit_id: string; valid_from: CivilDate; residents: number; source: string | null }
    signing_delegations: {
      authority_id: number
      id: string
      from_person: string
      to_person: string
      from_on: CivilDate
      to_on: CivilDate
      complaints: boolean
      document_number: string
      made_by: string
      made_at: Date
      ended_on: CivilDate | null
    }
    authority_superiors: {
      authority_id: number
      valid_from: CivilDate
      superior_id: number | null
      name: string
      address: string
      document_number: string
      set_by: string | null
      set_at: Generated<Date>
    }
    hamlets: { authority_id: number; id: string; unit_id: string; name: string }
    staff: StaffTable
    auth_users: UsersTable
    auth_sessions: SessionsTable
    auth_accounts: CredentialsTable
    auth_verifications: { id: string; identifier: string; value: string; expires_at: Date }
    auth_two_factors: { id: string; user_id: string; secret: string; backup_codes: string; verified: boolean }
    auth_used_codes: { user_id: string; code: string; used_at: Date }
    session_limits: {
      authority_id: number
      officer_minutes: number
      resident_minutes: number
      warning_seconds: Generated<number>
      changed_by: string | null
      changed_at: Date | null
    }
    sign_in_failures: { authority_id: number; key: string; window_ends_at: Date; n: number }
    sign_ins: { authority_id: number; id: Generated<number>; person_id: string; outcome: SignInOutcome; at: Generated<Date> }
  }
}

export type SignInOutcome = 'signedIn' | 'wrongPassword' | 'wrongCode' | 'ended'

interface AuthoritiesTable {
  id: number
  slug: string
  name: string
  short_name: string
  code_prefix: string
  tier: string
  remote: Generated<boolean>
  demo: Generated<boolean>
  valid_from: CivilDate
  valid_to: CivilDate | null
  host: string | null
  address: Generated<string>
  reception_hours: Generated<string>
  phone: Generated<string>
}

interface UnitsTable {
  authority_id: number
  id: string
  name: string
  short_name: string
  kind: UnitKind
  valid_from: CivilDate
  valid_to: CivilDate | null
  successor_id: string | null
  ending_decision: Generated<string | null>
  population: number | null
  position: Generated<number>
}

interface StaffTable {
  authority_id: number
  person_id: string
  unit_id: string | null
  roles: Role[]
  valid_from: CivilDate
  valid_to: CivilDate | null
  deactivated_at: Date | null
  email: Generated<string | null>
  remind_before_due: Generated<boolean>
}

interface UsersTable {
  id: string
  username: string
  name: string
  email: string
  two_factor_enabled: Generated<boolean>
  password_is_temporary: Generated<boolean>
  erased_at: Generated<Date | null>
  created_at: Generated<Date>
  updated_at: Generated<Date>
}

interface SessionsTable {
  id: string
  user_id: string
  token: string
  expires_at: Date
  user_agent: string | null
  created_at: Date
  seen_at: Generated<Date>
}

interface CredentialsTable {
  id: string
  user_id: string
  account_id: string
  provider_id: string
  password: string | null
  updated_at: Generated<Date>
}
