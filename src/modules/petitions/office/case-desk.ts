import type { FastifyRequest } from 'fastify'
import type { Db } from '../../../platform/database.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { type Actor, hasRole, listStaff, listUnits, type Scope } from '../../accounts/index.ts'
import { type Access, findAccess } from '../access.ts'
import { filersActs, type OfficeAct, petitionActs } from '../lifecycle.ts'

export type { OfficeAct }

import { readsInOffice } from '../rules.ts'

/** Acts of the office; the rest are the filer's own. */
export function isOfficeAct(name: string): name is OfficeAct {
  return (petitionActs as readonly string[]).includes(name) && !(filersActs as readonly string[]).includes(name)
}

/** Acts whose form takes photos and PDFs, shown to whom the words are shown. */
export const actsWithFiles: readonly OfficeAct[] = ['recordVerification', 'keepPromise', 'recordDialogue']

/**
 * The case behind the address, for somebody who works on it or audits it.
 * @throws NotFound · DomainError forbidden 403 when it lies with another unit
 */
export async function findCase(db: Db, request: FastifyRequest): Promise<Access> {
  const access = await findAccess(db, request, (request.params as { code: string }).code, null)
  if (!readsInOffice(access.roles)) throw new DomainError('forbidden', 403)
  return access
}

export interface DeskChoices {
  units: { value: string; text: string }[]
  /** Officers who may work on cases, under their unit. */
  officers: { group: string; items: { value: string; text: string }[] }[]
  /** Every unit there is today: a head of unit may hand a case over to another. */
  allUnits: { value: string; text: string }[]
}

/** Where a case may be put today. A head of unit chooses within the own unit. */
export async function deskChoices(db: Db, scope: Scope, actor: Actor, today: CivilDate): Promise<DeskChoices> {
  const [all, staff] = await Promise.all([listUnits(db, scope, { on: today }), listStaff(db, scope, { on: today })])
  const wide = hasRole(actor, 'receptionOfficer', 'chairman')
  const units = all.filter((unit) => wide || unit.id === actor.unitId)
  const handlers = staff.filter((person) => person.roles.some((role) => role === 'caseOfficer' || role === 'unitHead'))
  const option = (unit: { id: string; name: string }) => ({ value: unit.id, text: unit.name })
  return {
    allUnits: all.map(option),
    units: units.map(option),
    officers: units
      .map((unit) => ({
        group: unit.name,
        items: handlers.filter((person) => person.unitId === unit.id).map((person) => ({ value: person.personId, text: person.name })),
      }))
      .filter((group) => group.items.length > 0),
  }
}
