import type { FastifyRequest } from 'fastify'
import type { Db } from '../../platform/database.ts'
import type { Authority, Scope } from '../accounts/index.ts'
import { requireAct as requireKnownAct, runAct } from '../lifecycle/index.ts'
import type { Access } from './access.ts'
import { acts } from './acts/index.ts'
import { type PetitionFeature, petitionFeature } from './feature.ts'
import type { FilingOptions } from './file-petition.ts'
import type { PetitionAct } from './lifecycle.ts'
import type { Petition } from './petition.ts'
import type { RenewalOptions } from './renew-secret.ts'

/** What the routes of petitions are given by app.ts. */
export interface PetitionOptions extends FilingOptions, Pick<RenewalOptions, 'afterRenewal'> {
  db: Db
  dropPages: (tags: readonly string[]) => void
  /** Queues notices inside the act's transaction. */
  afterAct?: PetitionFeature['afterAct']
}

/** Does an act for whoever sends this request; the same for the form, the API and the command line. */
export function actOn(
  options: PetitionOptions,
  request: Pick<FastifyRequest, 'scope' | 'site' | 'actor'>,
  access: Access,
  act: PetitionAct,
  input: unknown,
): Promise<Petition> {
  return actAs(
    options,
    request.scope,
    request.site,
    { actor: request.actor, isFiler: access.roles.has('filer') },
    access.petition.id,
    act,
    input,
  )
}

export function actAs(
  options: PetitionOptions,
  scope: Scope,
  site: Pick<Authority, 'remote'>,
  who: { actor: FastifyRequest['actor']; isFiler: boolean },
  petitionId: string,
  act: PetitionAct,
  input: unknown,
): Promise<Petition> {
  return runAct(options, petitionFeature(site, options.afterAct), {
    scope,
    id: petitionId,
    act,
    input,
    caller: { actor: who.actor, holdsSecret: () => who.isFiler },
  })
}

type AfterAct = NonNullable<PetitionOptions['afterAct']>

/** Several to be told after an act, one after the other. */
export function tellEverybody(...all: readonly AfterAct[]): AfterAct {
  return async (...done) => {
    for (const tell of all) await tell(...done)
  }
}

/** @throws DomainError unknown_act 404 */
export function requireAct(name: string): PetitionAct {
  return requireKnownAct(acts, name)
}
