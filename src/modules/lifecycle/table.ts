/** One way in which a matter may move. */
export interface Move<Status extends string, Role extends string, Stage extends string, Step extends string = string> {
  /** Status afterwards; `same` when only the finer step or a fact changes. */
  to: Status | 'same'
  /** Roles towards this matter; a unit's officer has the role only for the unit's own matters. */
  by: readonly Role[]
  /** Roles that bar the caller whatever else they are, each with the code of the refusal: who wrote a text does not approve it. */
  notBy?: Partial<Readonly<Record<Role, string>>>
  /** Allowed only in these finer steps. */
  at?: readonly Step[]
  /** Finer step afterwards. */
  step?: Step
  /** Kinds of matter that it exists for; absent: all. */
  kinds?: readonly string[]
  /** Clocks that this act meets, starts, or ends without result. */
  meets?: readonly Stage[]
  starts?: readonly Stage[]
  stopsClocks?: true
  /** Inputs without which it is refused; for the diagram and the documents. */
  needs?: readonly string[]
}

export type LifecycleTable<
  Status extends string,
  Act extends string,
  Role extends string,
  Stage extends string,
  Step extends string = string,
> = {
  readonly [S in Status]: { readonly [A in Act]?: Move<Status, Role, Stage, Step> }
}

/** Where a matter stands, as far as the table must know. */
export interface Standing<Status extends string, Step extends string = string> {
  status: Status
  /** Finer step and kind, where the feature has them. */
  step?: Step
  kind?: string
}

/**
 * Checks a table when the program starts: every status can be reached, and every act has somebody who may do it.
 * @param waiting statuses that are named already but whose acts do not exist yet
 */
export function defineLifecycle<
  Status extends string,
  Act extends string,
  Role extends string,
  Stage extends string,
  Step extends string = string,
>(
  first: Status,
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
  waiting: readonly Status[] = [],
): LifecycleTable<Status, Act, Role, Stage, Step> {
  const statuses = Object.keys(table) as Status[]
  const targets = new Set(statuses.flatMap((from) => moves(table, from).map(([, move]) => (move.to === 'same' ? from : move.to))))
  for (const status of statuses) {
    if (status !== first && !targets.has(status) && !waiting.includes(status))
      throw new Error(`No act leads to the status "${status}". Add one, or remove the status from the table.`)
    for (const [act, move] of moves(table, status)) {
      if (move.by.length === 0) throw new Error(`Nobody may do "${act}" in "${status}". Name a role, or remove the act.`)
    }
  }
  return table
}

export function moves<Status extends string, Act extends string, Role extends string, Stage extends string, Step extends string>(
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
  from: Status,
): [Act, Move<Status, Role, Stage, Step>][] {
  return Object.entries(table[from]) as [Act, Move<Status, Role, Stage, Step>][]
}

/** The move that an act would be now, whoever asks; undefined when it is not the time for it. */
export function moveNow<Status extends string, Act extends string, Role extends string, Stage extends string, Step extends string>(
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
  standing: Standing<Status, Step>,
  act: Act,
): Move<Status, Role, Stage, Step> | undefined {
  const move = table[standing.status][act]
  if (!move) return undefined
  if (move.at && (standing.step === undefined || !move.at.includes(standing.step))) return undefined
  if (move.kinds && (standing.kind === undefined || !move.kinds.includes(standing.kind))) return undefined
  return move
}

/** What someone with these roles may do now: draws the buttons, and is what the API lists. */
export function allowedActs<Status extends string, Act extends string, Role extends string, Stage extends string, Step extends string>(
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
  standing: Standing<Status, Step>,
  roles: ReadonlySet<Role>,
): Act[] {
  return moves(table, standing.status)
    .filter(([act]) => moveNow(table, standing, act)?.by.some((role) => roles.has(role)))
    .filter(([, move]) => barOf(move, roles) === undefined)
    .map(([act]) => act)
}

/** The code of the refusal for somebody whose other roles would allow the move. */
export function barOf<Role extends string>(
  { notBy = {} }: Pick<Move<string, Role, string>, 'notBy'>,
  roles: ReadonlySet<Role>,
): string | undefined {
  return (Object.entries(notBy) as [Role, string][]).find(([role]) => roles.has(role))?.[1]
}

/** What this person might do now but for a bar, with its code: said in words where the button would be. */
export function barredActs<Status extends string, Act extends string, Role extends string, Stage extends string, Step extends string>(
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
  standing: Standing<Status, Step>,
  roles: ReadonlySet<Role>,
): { act: Act; code: string }[] {
  return moves(table, standing.status).flatMap(([act]) => {
    const move = moveNow(table, standing, act)
    const code = move?.by.some((role) => roles.has(role)) ? barOf(move, roles) : undefined
    return code === undefined ? [] : [{ act, code }]
  })
}

/** The table as a Mermaid diagram, for the documents. */
export function diagram<Status extends string, Act extends string, Role extends string, Stage extends string, Step extends string>(
  first: Status,
  table: LifecycleTable<Status, Act, Role, Stage, Step>,
): string {
  const arrows = (Object.keys(table) as Status[]).flatMap((from) =>
    moves(table, from).map(([act, move]) => {
      const notes = [
        move.by.join(', '),
        ...Object.keys(move.notBy ?? {}).map((role) => `not ${role}`),
        ...(move.meets ?? []).map((stage) => `meets ${stage}`),
        ...(move.starts ?? []).map((stage) => `starts ${stage}`),
      ]
      return `  ${from} --> ${move.to === 'same' ? from : move.to}: ${act} (${notes.join('; ')})`
    }),
  )
  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${first}`, ...arrows, '```', ''].join('\n')
}
