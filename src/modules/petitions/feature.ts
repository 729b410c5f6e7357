import type { Trx } from '../../platform/database.ts'
import type { Authority, Scope } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import type { Caller, Feature } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { labels } from './fields.ts'
import { lifecycle, type PetitionAct, type PetitionRole } from './lifecycle.ts'
import { matterOf, type Petition, type PetitionStatus, type Stage } from './petition.ts'
import { lockPetition, savePetition } from './petition-repository.ts'
import { clockOf, countsFor, mayKnowOf, rolesOn, tagsOf } from './rules.ts'

export type PetitionFeature = Feature<Petition, PetitionStatus, PetitionAct, PetitionRole, Stage>

/** Petitions, as the runner of acts sees them. */
export function petitionFeature(site: Pick<Authority, 'remote'>, afterAct?: PetitionFeature['afterAct']): PetitionFeature {
  return {
    type: 'petition',
    lifecycle,
    acts,
    labels,
    lock: lockPetition,
    // A colleague of another unit learns that the case exists and is not theirs; a stranger learns nothing.
    rolesOn: (caller, petition) => {
      const roles = rolesOn(bearerOf(caller, petition), petition)
      return mayKnowOf(caller.actor, roles, petition) ? roles : null
    },
    save: savePetition,
    clockOf: (petition, stage) => clockOf(petition, stage, site.remote),
    counts: countsFor,
    afterClocks: soonestDueDate,
    tags: tagsOf,
    ...(afterAct ? { afterAct } : {}),
  }
}

function bearerOf(caller: Caller, petition: Petition) {
  return { actor: caller.actor, holdsSecret: caller.holdsSecret(petition), isAccountOfFiler: false }
}

/** The soonest due date of a running clock, kept on the case for lists. */
export async function soonestDueDate(trx: Trx, scope: Scope, petition: Petition): Promise<Partial<Petition>> {
  const running = (await listClocks(trx, scope, matterOf(petition))).filter((clock) => clock.state === 'running')
  const dueOn = running.map((clock) => clock.dueOn).toSorted()[0] ?? null
  return dueOn === petition.dueOn ? {} : { dueOn }
}
