import type { z } from 'zod'
import type { Db, Trx } from '../../platform/database.ts'
import { type FieldLabels, parseInput, refuseInput } from '../../platform/http/input.ts'
import { type CivilDate, civilDateOf } from '../../shared/civil-date.ts'
import { DomainError, NotFound } from '../../shared/errors.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { meetClock, startClock, startPromise, stopClocks } from '../clocks/index.ts'
import { appendEntry, type Facts, lastEntry, type NewEntry } from '../history/index.ts'
import { type Count, recount } from '../tallies/index.ts'
import { barOf, type LifecycleTable, type Move, moveNow, type Standing } from './table.ts'

/** Who acts: a person signed in, or the holder of a matter's secret. */
export interface Doer<Role extends string> {
  actor: Actor | null
  /** Roles towards this matter. */
  roles: ReadonlySet<Role>
}

/** What an act is given. The matter is locked, the input checked, the role asked for. */
export interface ActContext<Matter, Input> {
  trx: Trx
  scope: Scope
  matter: Matter
  input: Input
  actor: Actor | null
  /** As what the caller acts: of the roles that the table names, the first that the caller has. */
  role: string
  now: Date
  today: CivilDate
}

/** What an act leaves to be written by the runner. */
export interface ActResult<Matter> {
  /** Facts of the matter that change, beside status and step. */
  set?: Partial<Matter>
  history: NewEntry
  /** Finer step, where the act knows it better than the table. */
  step?: string
}

export interface ActDefinition<Matter> {
  input: z.ZodType
  // biome-ignore lint/suspicious/noExplicitAny: each act's input has the type of its own schema, checked where the act is written
  run: (context: ActContext<Matter, any>) => Promise<ActResult<Matter>>
}

/** What a feature tells the runner about its matters. */
export interface Feature<
  Matter extends { id: string; version: number } & Standing<Status>,
  Status extends string,
  Act extends string,
  Role extends string,
  Stage extends string,
> {
  type: string
  lifecycle: LifecycleTable<Status, Act, Role, Stage>
  acts: Readonly<Record<Act, ActDefinition<Matter>>>
  labels: FieldLabels
  /** Locks the row for this transaction; undefined when there is none. */
  lock: (trx: Trx, scope: Scope, id: string) => Promise<Matter | undefined>
  /** Roles that the caller has towards this matter; null hides the matter. */
  rolesOn: (caller: Caller, matter: Matter) => ReadonlySet<Role> | null
  save: (trx: Trx, scope: Scope, matter: Matter, set: Partial<Matter>) => Promise<Matter>
  /** What governs a stage of this matter; null: it has no such clock. */
  clockOf: (matter: Matter, stage: Stage) => StageClock | null
  counts: (matter: Matter) => Count[]
  /** After the clocks moved: the soonest due date and the like, kept on the matter for lists. */
  afterClocks?: (trx: Trx, scope: Scope, matter: Matter) => Promise<Partial<Matter>>
  /** Inside the transaction, when all is written: notices. */
  afterAct?: (trx: Trx, scope: Scope, matter: Matter, act: Act, now: Date) => Promise<void>
  /** Rendered pages that show this matter. */
  tags: (matter: Matter) => readonly string[]
}

/** A rule of the law with its variant, or a day that the office itself promised. */
export type StageClock = { rule: string; variant: string | null } | { promisedOn: CivilDate }

export interface Caller {
  actor: Actor | null
  /** True when the request carried the secret of the very matter. */
  holdsSecret: (matter: { id: string }) => boolean
}

export interface RunnerOptions {
  db: Db
  now: () => Date
  dropPages: (tags: readonly string[]) => void
}

export interface ActRequest<Act extends string> {
  scope: Scope
  id: string
  act: Act
  input: unknown
  caller: Caller
}

/** Version that the caller saw: an older one is refused, so that nobody overwrites what they did not read. */
const VERSION_FIELD = 'version'

/**
 * Does one act, or refuses it, in one transaction: lock, ask the table (409), ask the role (403), check the input (422), act,
 * write state, clocks, history and counts, commit, drop the pages that show the matter.
 * @throws NotFound · DomainError wrong_status 409, matter_changed 409, forbidden 403 · InvalidInput 422; nothing is written then
 */
export async function runAct<
  Matter extends { id: string; version: number } & Standing<Status>,
  Status extends string,
  Act extends string,
  Role extends string,
  Stage extends string,
>({ db, now, dropPages }: RunnerOptions, feature: Feature<Matter, Status, Act, Role, Stage>, request: ActRequest<Act>): Promise<Matter> {
  const { scope, id, act } = request
  const result = await db.transaction().execute(async (trx) => {
    const before = await feature.lock(trx, scope, id)
    const roles = before && feature.rolesOn(request.caller, before)
    if (!before || !roles) throw new NotFound()
    const { version, raw, isWrong } = splitVersion(request.input)
    const move = moveNow(feature.lifecycle, before, act)
    if (!move || (version !== null && version !== before.version)) {
      const happened = await lastEntry(trx, scope, { type: feature.type, id })
      throw new DomainError(move ? 'matter_changed' : 'wrong_status', 409, {
        happened: happened && { event: happened.type, at: happened.at.toISOString(), by: happened.actorRole },
      })
    }
    const role = move.by.find((candidate) => roles.has(candidate))
    if (!role)
      throw new DomainError(
        request.caller.actor || roles.size > 0 ? 'forbidden' : 'not_signed_in',
        request.caller.actor || roles.size > 0 ? 403 : 401,
      )
    const bar = barOf(move, roles)
    if (bar !== undefined) throw new DomainError(bar, 403)
    const definition = feature.acts[act]
    const input = parseInput(definition.input, raw, feature.labels)
    if (isWrong) refuseInput([{ field: VERSION_FIELD, code: 'invalid_type' }], feature.labels)

    const at = now()
    const today = civilDateOf(at)
    const done = await definition.run({ trx, scope, matter: before, input, actor: request.caller.actor, role, now: at, today })
    const status = move.to === 'same' ? before.status : move.to
    const step = done.step ?? move.step ?? before.step
    let after = await feature.save(trx, scope, before, {
      ...done.set,
      status,
      ...(step === undefined ? {} : { step }),
      version: before.version + 1,
    } as Partial<Matter>)
    const clocks = await moveClocks(trx, scope, feature, move, after, today, act)
    if ((clocks.moved || done.set) && feature.afterClocks) {
      const kept = await feature.afterClocks(trx, scope, after)
      if (Object.keys(kept).length > 0) after = await feature.save(trx, scope, after, kept)
    }
    const history = { ...done.history, facts: { ...done.history.facts, ...clocks.started } }
    await appendEntry(trx, scope, { type: feature.type, id }, history, { role, personId: request.caller.actor?.personId ?? null, at })
    await recount(trx, scope, feature.counts(before), feature.counts(after))
    await feature.afterAct?.(trx, scope, after, act, at)
    return { before, after }
  })
  dropPages([...new Set([...feature.tags(result.before), ...feature.tags(result.after)])])
  return result.after
}

async function moveClocks<Matter extends { id: string }, Stage extends string, Role extends string, Status extends string>(
  trx: Trx,
  scope: Scope,
  feature: Pick<Feature<never, never, never, never, Stage>, 'type'> & {
    clockOf: (matter: Matter, stage: Stage) => StageClock | null
  },
  move: Move<Status, Role, Stage>,
  matter: Matter,
  on: CivilDate,
  act: string,
): Promise<{ moved: boolean; started: Facts }> {
  const subject = { type: feature.type, id: matter.id }
  const started: Record<string, string> = {}
  for (const stage of move.meets ?? []) await meetClock(trx, scope, { matter: subject, stage, on })
  if (move.stopsClocks) await stopClocks(trx, scope, { matter: subject, on })
  for (const stage of move.starts ?? []) {
    const clock = feature.clockOf(matter, stage)
    if (!clock) continue
    const start = { matter: subject, stage, startEvent: act, on }
    const running =
      'promisedOn' in clock
        ? await startPromise(trx, scope, { ...start, dueOn: clock.promisedOn })
        : await startClock(trx, scope, { ...start, ...clock })
    // The day that was promised by it stands in the history from the first, so that no later one can pass for it.
    if (running) started[`${stage}DueOn`] = running.dueOn
  }
  return { moved: Boolean(move.meets?.length || move.starts?.length || move.stopsClocks), started }
}

/** A number, or its digits from a form; null where none came. What is neither stays with the input and is refused with it. */
function splitVersion(input: unknown): { version: number | null; raw: unknown; isWrong: boolean } {
  if (typeof input !== 'object' || input === null || Array.isArray(input) || !(VERSION_FIELD in input))
    return { version: null, raw: input ?? {}, isWrong: false }
  const { [VERSION_FIELD]: version, ...raw } = input as Record<string, unknown>
  const isWrong = typeof version !== 'number' && !(typeof version === 'string' && /^\d{1,9}$/.test(version))
  return { version: isWrong ? null : Number(version), raw, isWrong }
}
