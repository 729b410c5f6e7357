import { normaliseCode } from '../../platform/code-numbers.ts'
import type { Db } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Scope } from '../accounts/index.ts'
import { findByCode, findFiler } from './appointment-repository.ts'

/** A meeting that took place, as the reception book takes it over. */
export interface HeldAppointment {
  id: string
  code: string
  subject: string
  heldOn: CivilDate
  name: string
}

/** What the reception book reads of appointments; handed to it by app.ts. */
export function heldAppointments(db: Db) {
  return {
    findHeld: async (scope: Scope, code: string): Promise<HeldAppointment | undefined> => {
      const found = await findByCode(db, scope, normaliseCode(code))
      const filer = found?.heldOn ? await findFiler(db, scope, found.id) : undefined
      if (!found?.heldOn || !filer) return undefined
      const { id, subject, heldOn } = found
      return { id, code: found.code, subject, heldOn, name: filer.name }
    },
  }
}
