import type { Trx } from '../../../platform/database.ts'
import { addDays, type CivilDate } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import { heirFinder, listSplits, listUnits, type Scope } from '../../accounts/index.ts'
import { ReasonInput } from '../fields.ts'
import { localRules } from '../local-rules.ts'
import type { Petition } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/**
 * The case is taken up again: by the filer once, by right, who said "not solved" within the days of the local rule; by the chairman
 * whenever there is reason. The answer given stays to be read; the figures count the next one.
 */
export const reopen = petitionAct(ReasonInput, async ({ trx, scope, matter, input, role, today }) => {
  if (role === 'filer') mustBeFilersRight(matter, today)
  await trx
    .updateTable('petition_answers')
    .set({ state: 'superseded' })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', matter.id)
    .where('state', '=', 'issued')
    .execute()
  const unitId = await unitToday(trx, scope, matter, today)
  return {
    set: {
      unitId,
      reopenedOn: today,
      answeredOn: null,
      answeredLate: null,
      outcome: null,
      promisedOn: null,
      promiseKeptOn: null,
      verdict: null,
      closedOn: null,
      closedAs: null,
    },
    step: unitId ? 'assigned' : 'unassigned',
    history: {
      type: 'petition.reopened',
      audience: 'public',
      facts: {
        verdict: matter.verdict,
        answeredOn: matter.answeredOn,
        ...(unitId === matter.unitId ? {} : { unitId, previousUnitId: matter.unitId }),
      },
      words: { reason: input.reason },
    },
  }
})

/** Where the work is done today: a unit may have ended since the answer. */
async function unitToday(trx: Trx, scope: Scope, matter: Petition, today: CivilDate): Promise<string | null> {
  if (!matter.unitId) return null
  const heirOf = heirFinder(await listUnits(trx, scope), await listSplits(trx, scope), today)
  return heirOf(matter.unitId, matter)?.id ?? matter.unitId
}

function mustBeFilersRight(matter: Petition, today: string): void {
  if (matter.verdict !== 'no') throw new DomainError('reopen_needs_verdict', 409)
  if (matter.reopenedOn !== null) throw new DomainError('reopen_once', 409)
  if (matter.answeredOn && today > addDays(matter.answeredOn, localRules.reopenWithinDays)) throw new DomainError('reopen_window_over', 409)
}
