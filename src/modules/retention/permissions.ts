import type { Role } from '../accounts/index.ts'

/** Who may do what here; the tests walk every route with every role. */
export const readers = ['receptionOfficer', 'chairman', 'auditor', 'administrator'] as const satisfies readonly Role[]
export const switchers = ['administrator'] as const satisfies readonly Role[]
export const holders = ['receptionOfficer', 'chairman'] as const satisfies readonly Role[]
