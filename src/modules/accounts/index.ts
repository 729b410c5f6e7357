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
export { hasRole, requireActor, requireRole } from './guards.ts'
