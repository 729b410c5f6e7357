import type { Role } from './accounts.ts'

/** Who may do what in this module; the tests walk every route with every role. */
export const permissions = {
  administer: ['administrator'],
  /** Who records that somebody signs for the chairman. */
  delegate: ['chairman', 'administrator'],
} as const satisfies Record<string, readonly Role[]>
