import { join } from 'node:path'
import { built } from './built.ts'
import { type Bench, median, percentile, rate } from './report.ts'
import { openTown, scope } from './town.ts'

const { entryWrites, findProof, integrateAll, newId, publicForms, setUpLog, writeTogether } = built

const ROUNDS = 7
const LEAVES = 10_000_000
/** Parts in which the log grows; then one more comes on top. */
const PARTS = 10
const PROOFS = 400

type Town = Awaited<ReturnType<typeof openTown>>

/** The public log: acts that go into it, integrating many leaves, and a proof among them. `npm run bench -- log 100000` for a smaller log. */
export const log: Bench = async (report, [size] = []) => {
  const leaves = size === undefined ? LEAVES : Number(size)
  if (!Number.isSafeInteger(leaves) || leaves < PARTS) throw new Error('npm run bench -- log [leaves]')
  const town = await openTown({ petitions: false })
  try {
    const options = { db: town.db, folder: join(town.dataDir, 'log'), forms: publicForms }
    await setUpLog(town.db, scope, { folder: options.folder, origin: 'vidu.vn/log' })
    await appends(town, report)
    await integrateAll(options, scope)
    const seconds: number[] = []
    for (let part = 0; part <= PARTS; part++) {
      await act(town, Math.floor(leaves / PARTS))
      const startedAt = performance.now()
      await integrateAll(options, scope)
      seconds.push((performance.now() - startedAt) / 1000)
      if (part === 0 || part >= PARTS - 1)
        report(
          part === PARTS ? 'one more part on top' : `part ${part + 1} of ${PARTS}`,
          seconds[part]!,
          `s for ${Math.floor(leaves / PARTS)} leaves`,
        )
    }
    report('last part to first', seconds[PARTS - 1]! / seconds[0]!, 'ratio')
    report('one more part on top to the first', seconds[PARTS]! / seconds[0]!, 'ratio')
    await proofs(town, report)
  } finally {
    await town.close()
  }
}

/** A public act's history entry, with all that the log adds to it, against a bare durable one-row commit, in turns. */
async function appends({ db, pool }: Town, report: Parameters<Bench>[0]): Promise<void> {
  await pool.query('create table bare_commits (id uuid primary key, words text not null)')
  const bare = () => pool.query('insert into bare_commits values ($1, $2)', [newId(), 'petition.accepted'])
  const append = () => {
    const entry = { type: 'petition.accepted', audience: 'public' as const, facts: { unitId: newId(), resolutionDueOn: '2026-12-31' } }
    const { writes } = entryWrites(
      scope,
      { type: 'petition', id: newId() },
      entry,
      { role: 'receptionOfficer', personId: 'hoa', at: new Date() },
      1,
    )
    return writeTogether(db, writes)
  }
  await rate(4, 300, append)
  for (const clients of [1, 16]) {
    const times = clients === 1 ? 400 : 2_000
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const bareRate = await rate(clients, times, bare)
      ratios.push((await rate(clients, times, append)) / bareRate)
    }
    report(`appends to bare commits, ${clients} clients`, median(ratios), 'ratio')
  }
}

/** So many public acts, written by the database itself; ids are in the order of time, as the program's are. */
async function act({ pool }: Town, count: number): Promise<void> {
  for (let done = 0; done < count; done += 100_000) {
    await pool.query(
      `insert into history_entries (authority_id, matter_type, matter_id, seq, id, type, at, actor_role, actor_id, audience, facts)
       select 1, 'petition', uuidv7(), 1, uuidv7(), 'petition.accepted', now(), 'receptionOfficer', 'hoa', 'public',
         jsonb_build_object('unitId', gen_random_uuid(), 'resolutionDueOn', '2026-12-31')
       from generate_series(1, $1::int)`,
      [Math.min(100_000, count - done)],
    )
  }
  await pool.query('vacuum analyze log_outbox')
}

async function proofs({ db, pool }: Town, report: Parameters<Bench>[0]): Promise<void> {
  const { rows } = await pool.query<{ size: number }>('select max(size) as size from log_heads')
  const times: number[] = []
  for (let n = 0; n < PROOFS; n++) {
    const { rows: leaf } = await pool.query<{ id: string }>('select entry_id as id from log_leaves where position = $1', [
      Math.floor(Math.random() * Number(rows[0]!.size)),
    ])
    const startedAt = performance.now()
    if (!(await findProof(db, scope, leaf[0]!.id))) throw new Error('A leaf has no proof.')
    times.push(performance.now() - startedAt)
  }
  report(`a proof among ${rows[0]!.size} leaves, median`, median(times), 'ms')
  report(`a proof among ${rows[0]!.size} leaves, p95`, percentile(times, 0.95), 'ms')
}
