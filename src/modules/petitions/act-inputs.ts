import { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { listStaff, listUnits, type Scope } from '../accounts/index.ts'
import { acts } from './acts/index.ts'
import type { PetitionAct } from './lifecycle.ts'

/** JSON Schema of each act's input, with the units and officers there are today to choose from. */
export async function actInputs(db: Db, scope: Scope): Promise<(act: PetitionAct) => Record<string, unknown>> {
  const [units, staff] = await Promise.all([listUnits(db, scope), listStaff(db, scope)])
  const handlers = staff.filter((person) => person.unitId && person.roles.some((role) => role === 'caseOfficer' || role === 'unitHead'))
  const choices: Record<string, { const: string; title: string }[]> = {
    unit: units.map((unit) => ({ const: unit.id, title: unit.name })),
    officer: handlers.map((person) => ({ const: person.username, title: person.name })),
  }
  return (act) => {
    const schema = z.toJSONSchema(acts[act].input, { io: 'input', unrepresentable: 'any' }) as { properties?: Record<string, object> }
    for (const [field, options] of Object.entries(choices)) {
      const property = schema.properties?.[field]
      if (property) schema.properties![field] = { ...property, 'x-choices': options }
    }
    return schema
  }
}
