import type { CivilDate } from '../../shared/civil-date.ts'

/** What a person may be here; the same names in code, database and API. */
export const roles = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'editor', 'auditor', 'administrator', 'resident'] as const
export type Role = (typeof roles)[number]

/** Everybody who works in the office: all roles but the resident. */
export const officeRoles = roles.filter((role) => role !== 'resident')

/** The authority whose rows a query may touch; first in every key. */
export interface Scope {
  authorityId: number
}

/** The person behind a request. */
export interface Actor {
  personId: string
  username: string
  name: string
  roles: readonly Role[]
  /** One unit at most; null for the chairman, the administrator and residents. */
  unitId: string | null
  /** Units that have ended and whose work the own unit has taken on; absent: none. */
  formerUnitIds?: readonly string[]
  /** Signs for the chairman today; complaints only where the delegation says so. */
  signsFor?: { delegationId: string; complaints: boolean } | undefined
}

/** A people's committee that this installation serves. */
export interface Authority {
  id: number
  slug: string
  name: string
  shortName: string
  /** First part of the codes given to people: `PL` in `PL-2026-00128`. */
  codePrefix: string
  tier: string
  /** Remote area: the law gives longer limits. */
  remote: boolean
  /** Shows the banner: demonstration data. */
  demo: boolean
}

export const unitKinds = [
  /** Phường */
  'ward',
  /** Xã */
  'commune',
  /** Phòng, đội, ban of the committee */
  'agency',
  /** Thường trực, chairman and deputies */
  'leadership',
  /** Hội đồng nhân dân */
  'council',
  /** Mặt trận Tổ quốc */
  'front',
  /** Đoàn thể */
  'organisation',
  /** Công an */
  'police',
  /** Quân sự */
  'military',
  /** Đơn vị sự nghiệp: trường, trạm y tế … */
  'publicService',
] as const
export type UnitKind = (typeof unitKinds)[number]

export interface Unit {
  id: string
  name: string
  shortName: string
  kind: UnitKind
  validFrom: CivilDate
  /** Last day on which the unit exists; null while it has no end. */
  validTo: CivilDate | null
  /** Who takes over its work after `validTo`. */
  successorId: string | null
  /** Number of the decision by which the work went over. */
  endingDecision: string | null
  population: number | null
}

/** Khu phố or thôn of a ward or commune. */
export interface Hamlet {
  id: string
  unitId: string
  name: string
}

/** A person's place in the office. */
export interface StaffMember {
  personId: string
  username: string
  name: string
  unitId: string | null
  roles: readonly Role[]
  validFrom: CivilDate
  /** Last day of work; null while it has no end. */
  validTo: CivilDate | null
}
