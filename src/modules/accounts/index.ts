import './accounts.table.ts'
import './request.ts'

export { accountRoutes } from './account-routes.tsx'
export {
  type Actor,
  type Authority,
  type Hamlet,
  officeRoles,
  type Role,
  roles,
  type Scope,
  type StaffMember,
  type Unit,
  type UnitKind,
} from './accounts.ts'
export { type AdminLink, adminRoutes } from './admin/admin-routes.tsx'
export { accountsApiRoutes } from './api-routes.ts'
export { type Auth, type AuthDeps, type AuthOptions, createAuth } from './auth.ts'
export { listAuthorities } from './authority-repository.ts'
export { hasRole, requireActor, requireRole } from './guards.ts'
export { findOfficeContact, type OfficeContact } from './office-contact.ts'
export { isGuessable, PASSWORD_MAX, PASSWORD_MIN } from './password-rules.ts'
export { generatePassword, type Hashing, hashPassword, isPassword, quickHashing } from './passwords.ts'
export { createPerson, type Hasher, type NewPerson } from './people.ts'
export { accountCode, accountPersonalData } from './personal-data.ts'
export { accountsPlugin } from './plugin.ts'
export { pruneAccounts } from './prune.ts'
export { type ResidentCount, residentsOn } from './resident-repository.ts'
export { accountRetention } from './retention.ts'
export { signInRoutes } from './sign-in-routes.tsx'
export { findPeople, listStaff, type Place, type StaffFilter } from './staff-repository.ts'
export { findSuperior, type Superior, setSuperior } from './superiors.ts'
export { text as accountsText } from './text.ts'
export { createHamlet, createUnit, findUnit, listHamlets, listUnits, type NewUnit } from './unit-repository.ts'
export { type Belonging, type HeirFinder, heirFinder, listSplits } from './unit-splits.ts'
export { heirsOn, movePeopleAndPlaces, type Share } from './unit-succession.ts'
export { isUsername, normalUsername } from './username.ts'
export { listWorkMail, setRemindBeforeDue, setWorkEmail, type WorkMail } from './work-mail.ts'
