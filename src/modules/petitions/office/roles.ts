import type { Role } from '../../accounts/index.ts'

/** Who opens the officers' pages. An administrator does not read people's cases. */
export const readers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'auditor'] as const satisfies readonly Role[]

/** Who may change anything there; the auditor only reads. */
export const workers = ['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman'] as const satisfies readonly Role[]

/** Who takes petitions down at the counter. */
export const counterStaff = ['receptionOfficer'] as const satisfies readonly Role[]
