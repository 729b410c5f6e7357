import type { FastifyRequest } from 'fastify'
import { type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import type { Entry, EntryStatus } from './entry.ts'
import { lockEntry, saveEntry } from './entry-repository.ts'
import { labels } from './fields.ts'
import { lifecycle, type ReceptionAct, type ReceptionRole } from './lifecycle.ts'
import { rolesOn } from './rules.ts'
import type { AppointmentSource, CaseSource } from './sources.ts'

/** The book, as the runner of acts sees it. */
const feature: Feature<Entry, EntryStatus, ReceptionAct, ReceptionRole, never> = {
  type: 'reception',
  lifecycle,
  acts,
  labels,
  lock: lockEntry,
  rolesOn: (caller) => rolesOn(caller.actor),
  save: saveEntry,
  // Times run for petitions, not for visits.
  clockOf: () => null,
  // The reports count the rows of their days.
  counts: () => [],
  tags: () => [],
}

/** What the routes of the book are given by app.ts. */
export interface ReceptionOptions extends RunnerOptions {
  cases: CaseSource
  appointments: AppointmentSource
}

/** Does an act for whoever sends this request. */
export function actOn(
  options: RunnerOptions,
  request: Pick<FastifyRequest, 'scope' | 'actor'>,
  entry: Entry,
  act: ReceptionAct,
  input: unknown,
): Promise<Entry> {
  const { scope, actor } = request
  return runAct(options, feature, { scope, id: entry.id, act, input, caller: { actor, holdsSecret: () => false } })
}
