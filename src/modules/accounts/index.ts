import './accounts.table.ts'
import './request.ts'

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
  unitKinds,
} from './accounts.ts'
export { adminRoutes, type AdminLink } from './admin/admin-routes.tsx'
export { accountsApiRoutes } from './api-routes.ts'
export { accountRoutes } from './account-routes.tsx'
export { type Auth, type AuthOptions, createAuth } from './auth.ts'
export { listAuthorities } from './authority-repository.ts'
export { hasRole, requireActor, requireRole } from './guards.ts'
export { generatePassword, type Hashing, hashPassword, quickHashing, strongHashing } from './passwords.ts'
export { createPerson, type Hasher, type NewPerson } from './people.ts'
export { accountsPlugin } from './plugin.ts'
export { pruneAccounts } from './prune.ts'
export { signInRoutes } from './sign-in-routes.tsx'
export { findPeople, listStaff, type Place, setPlace, setRoles, type StaffFilter } from './staff-repository.ts'
export { roleName, text as accountsText } from './text.ts'
export { createHamlet, createUnit, endUnit, findUnit, listHamlets, listUnits, type NewUnit } from './unit-repository.ts'
export { normalUsername, usernameForm } from './username.ts'
