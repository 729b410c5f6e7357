import type { Db, Trx } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import { listSoonestDue } from '../../clocks/index.ts'
import { type WalkedEntry, walkHistory } from '../../history/index.ts'
import { compareCounts, createSums, type Difference, type Sums } from '../../tallies/index.ts'
import { countedNames, countsFor } from '../rules.ts'
import { isKnownEntry, type Replayed, replay } from './replay.ts'

/** Entries read at once. */
const BATCH = 2_000

/** The history names neither the step of work nor the officer: these counts are compared with the rows alone. */
const notTold: readonly string[] = ['petition.step', 'petition.noOfficer']
export const rebuiltNames = countedNames.filter((name) => !notTold.includes(name))
const isTold = (owner: string) => !owner.startsWith('officer:')

export interface HistoryComparison {
  /** Petitions whose history was read. */
  matters: number
  differences: Difference[]
  /** Kinds of entries of which nobody has said what they change. */
  unknownTypes: string[]
  /** Petitions whose entries do not begin with the receipt or are not numbered without a gap. */
  broken: string[]
}

/** Counts rebuilt from the history of every petition, entry by entry, and what differs from the kept ones; as of one moment. */
export async function compareWithHistory(db: Db, scope: Scope, batch = BATCH): Promise<HistoryComparison> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const sums = createSums()
      const found = { matters: 0, unknownTypes: new Set<string>(), broken: [] as string[] }
      for await (const told of histories(trx, scope, batch)) {
        found.matters += told.length
        for (const { id, isBroken, types } of told) {
          if (isBroken) found.broken.push(id)
          for (const type of types) if (!isKnownEntry(type)) found.unknownTypes.add(type)
        }
        await addUp(trx, scope, told, sums)
      }
      const differences = await compareCounts(trx, scope, rebuiltNames, sums, isTold)
      return { ...found, unknownTypes: [...found.unknownTypes].sort(), differences }
    })
}

interface Told {
  id: string
  known: Replayed | null
  types: Set<string>
  lastSeq: number
  isBroken: boolean
}

/** Petitions told to their end, batch after batch; one whose entries go on in the next batch waits for them. */
async function* histories(trx: Trx, scope: Scope, batch: number): AsyncGenerator<Told[]> {
  let current: Told | null = null
  let after: WalkedEntry | null = null
  for (;;) {
    const entries: WalkedEntry[] = await walkHistory(trx, scope, 'petition', after, batch)
    const done: Told[] = []
    for (const entry of entries) {
      if (current && current.id !== entry.matterId) {
        done.push(current)
        current = null
      }
      current = tell(current, entry)
    }
    after = entries.at(-1) ?? null
    if (!after && current) done.push(current)
    if (done.length > 0) yield done
    if (!after) return
  }
}

function tell(told: Told | null, entry: WalkedEntry): Told {
  const before = told ?? { id: entry.matterId, known: null, types: new Set<string>(), lastSeq: 0, isBroken: false }
  before.types.add(entry.type)
  const known = replay(before.known, entry)
  const isBroken = before.isBroken || entry.seq !== before.lastSeq + 1 || known === null
  return { ...before, known, lastSeq: entry.seq, isBroken }
}

async function addUp(trx: Trx, scope: Scope, told: readonly Told[], sums: Sums): Promise<void> {
  const dueDates = await listSoonestDue(
    trx,
    scope,
    'petition',
    told.map(({ id }) => id),
  )
  for (const { id, known } of told) {
    if (!known) continue
    const counts = countsFor({ ...known, dueOn: dueDates.get(id) ?? null, officerId: null, step: 'new' })
    sums.add(counts.filter(({ name }) => !notTold.includes(name)))
  }
}
