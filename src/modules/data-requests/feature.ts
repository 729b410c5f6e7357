import type { FastifyRequest } from 'fastify'
import type { Trx } from '../../platform/database.ts'
import type { Scope } from '../accounts/index.ts'
import { listClocks } from '../clocks/index.ts'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import type { Access } from './access.ts'
import { tagsOf } from './account-matters.ts'
import { acknowledge } from './acts/acknowledge.ts'
import { cancel } from './acts/cancel.ts'
import { extend } from './acts/extend.ts'
import { fulfilFrom } from './acts/fulfil.ts'
import { refuse } from './acts/refuse.ts'
import type { AskOptions } from './ask-data-request.ts'
import { type DataRequest, type DataRequestStage, type DataRequestStatus, matterOf } from './data-request.ts'
import { lockDataRequest, saveDataRequest } from './data-request-repository.ts'
import { labels } from './fields.ts'
import { type DataRequestAct, type DataRequestRole, lifecycle } from './lifecycle.ts'
import { clockOf, countsFor, rolesOn } from './rules.ts'
import type { Sources } from './source.ts'
import { tellRequester } from './tell-requester.ts'

type DataRequestFeature = Feature<DataRequest, DataRequestStatus, DataRequestAct, DataRequestRole, DataRequestStage>

/** What the routes of data requests are given by app.ts. */
export interface DataRequestOptions extends AskOptions, RunnerOptions {}

export function actsFrom(sources: Sources): DataRequestFeature['acts'] {
  return { acknowledge, cancel, extend, refuse, fulfil: fulfilFrom(sources) }
}

function featureFrom({ sources, publicUrl }: DataRequestOptions): DataRequestFeature {
  return {
    type: 'dataRequest',
    lifecycle,
    acts: actsFrom(sources),
    labels,
    lock: lockDataRequest,
    rolesOn: (caller, request) => rolesOn(caller.actor, caller.holdsSecret(request)),
    save: saveDataRequest,
    clockOf,
    counts: countsFor,
    afterClocks: soonestDueDate,
    afterAct: tellRequester(publicUrl),
    // Dropped by actOn: what an account filed is looked up in the database.
    tags: () => [],
  }
}

async function soonestDueDate(trx: Trx, scope: Scope, request: DataRequest): Promise<Partial<DataRequest>> {
  const running = (await listClocks(trx, scope, matterOf(request))).filter((clock) => clock.state === 'running')
  const dueOn = running.map((clock) => clock.dueOn).toSorted()[0] ?? null
  return dueOn === request.dueOn ? {} : { dueOn }
}

/** Does an act for whoever sends this request; the same for the form and the API. */
export async function actOn(
  options: DataRequestOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
  access: Access,
  act: DataRequestAct,
  input: unknown,
): Promise<DataRequest> {
  // An erasure leaves nothing by which its matters could be found afterwards.
  const tags = await tagsOf(options.db, request.scope, options.sources, access.request)
  const after = await runAct(options, featureFrom(options), {
    scope: request.scope,
    id: access.request.id,
    act,
    input,
    caller: { actor: request.actor, holdsSecret: () => access.roles.has('requester') },
  })
  if (after.status === 'done') options.dropPages(tags)
  return after
}
