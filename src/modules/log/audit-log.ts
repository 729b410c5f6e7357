import { sql } from 'kysely'
import type { Db } from '../../platform/database.ts'
import { openCheckpoint } from '../../shared/tlog/checkpoint.ts'
import { parseVkey } from '../../shared/tlog/vkey.ts'
import type { Scope } from '../accounts/index.ts'
import { append, type Edge, emptyEdge, type FullTile, rootOf } from './edge.ts'
import { hashOfLeaf } from './integrate.ts'
import { contradictions, type Leaf, type LoggedEntry, readLeaf } from './leaf.ts'
import { listLogKeys } from './log-keys.ts'
import './log.table.ts'

/** Something in the database that is not what was published. */
export type Finding =
  /** The entry of the history says something else than its leaf. */
  | { kind: 'rewritten'; position: number; entryId: string; type: string; matter: string; what: string[] }
  /** The entry of a leaf is gone. */
  | { kind: 'removed'; position: number; entryId: string; type: string; matter: string }
  /** A public entry that has no leaf and does not wait for one. */
  | { kind: 'unlogged'; entryId: string; type: string; matter: string }
  /** The leaf is not what its hash says. */
  | { kind: 'leaf'; position: number }
  /** A place without a leaf. */
  | { kind: 'gap'; position: number }
  /** A published tile that the leaves do not lead to, or that is missing. */
  | { kind: 'tile'; level: number; n: number }
  /** A signed head that the leaves do not lead to. */
  | { kind: 'head'; size: number }
  /** A head whose signature does not hold under a key of the log. */
  | { kind: 'signature'; size: number }
  /** The checkpoint that was noted is not one of this log's past. */
  | { kind: 'noted'; size: number }

export interface Audited {
  leaves: number
  heads: number
  tiles: number
  /** Public entries that still wait for their leaf. */
  waiting: number
  /** Root of all leaves, base64: what others have noted can be compared with it. */
  root: string
  findings: Finding[]
}

const BATCH = 5_000

/**
 * Works everything out anew: what each leaf says from the row of its entry, the tree from the leaves, each tile and each head from the
 * tree, and compares it with what was published. Reads all of it once, in batches; writes nothing.
 * @param noted a checkpoint that somebody noted earlier, opened: the log must have been just so
 * @param onFinding told at once, since an audit of millions takes a while
 */
export async function auditLog(
  db: Db,
  scope: Scope,
  { noted, onFinding = () => undefined }: { noted?: { size: number; root: Uint8Array }; onFinding?: (finding: Finding) => void } = {},
): Promise<Audited> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      const findings: Finding[] = []
      const find = (finding: Finding) => {
        findings.push(finding)
        onFinding(finding)
      }
      const heads = await checkHeads(trx, scope, find)
      const roots = new Map(heads.map(({ size, root }) => [size, root]))
      const asNoted = new Map(noted ? [[noted.size, Buffer.from(noted.root)]] : [])
      const { edge, tiles } = await walkLeaves(trx, scope, [roots, asNoted], find)
      for (const size of roots.keys()) find({ kind: 'head', size })
      for (const size of asNoted.keys()) find({ kind: 'noted', size })
      const extra = await sql<{ level: number; n: number }>`select level, n from log_tiles
        where authority_id = ${scope.authorityId} and (n + 1) * power(256, level + 1) > ${edge.size}`.execute(trx)
      for (const { level, n } of extra.rows) find({ kind: 'tile', level, n })
      for (const entry of await listUnlogged(trx, scope)) find({ kind: 'unlogged', ...entry })
      const { n: waiting } = await trx
        .selectFrom('log_outbox')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .where('authority_id', '=', scope.authorityId)
        .executeTakeFirstOrThrow()
      return { leaves: edge.size, heads: heads.length, tiles, waiting, root: Buffer.from(rootOf(edge)).toString('base64'), findings }
    })
}

async function checkHeads(db: Db, scope: Scope, find: (finding: Finding) => void) {
  const heads = await db
    .selectFrom('log_heads')
    .select(['size', 'root', 'checkpoint'])
    .where('authority_id', '=', scope.authorityId)
    .orderBy('size')
    .execute()
  const keys = (await listLogKeys(db, scope)).map(({ vkey }) => parseVkey(vkey))
  for (const { size, root, checkpoint } of heads) {
    try {
      const opened = openCheckpoint(checkpoint, keys).checkpoint
      if (opened.size !== size || !root.equals(opened.root)) find({ kind: 'signature', size })
    } catch {
      // Whatever is wrong with it, it is no signature of this head.
      find({ kind: 'signature', size })
    }
  }
  return heads
}

interface LeafRow {
  position: number
  entryId: string
  hash: Buffer
  leaf: Buffer
  entry: LoggedEntry | null
  isPublic: boolean
}

/** Builds the tree again and compares as it grows. What was found right is taken out of `expected`; what is left is wrong. */
async function walkLeaves(db: Db, scope: Scope, expected: readonly Map<number, Buffer>[], find: (finding: Finding) => void) {
  let edge: Edge = emptyEdge()
  let tiles = 0
  const compareHead = () => {
    for (const roots of expected) if (roots.get(edge.size)?.equals(rootOf(edge))) roots.delete(edge.size)
  }
  compareHead()
  for (let after = -1; ; ) {
    const rows = await listLeafRows(db, scope, after)
    if (rows.length === 0) return { edge, tiles }
    const full: FullTile[] = []
    for (const row of rows) {
      if (row.position !== after + 1) find({ kind: 'gap', position: after + 1 })
      after = row.position
      checkLeaf(row, find)
      const grown = append(edge, [hashOfLeaf(row.leaf)])
      edge = grown.edge
      full.push(...grown.full)
      compareHead()
    }
    tiles += full.length
    await compareTiles(db, scope, full, find)
  }
}

function checkLeaf({ position, entryId, hash, leaf: bytes, entry, isPublic }: LeafRow, find: (finding: Finding) => void): void {
  if (!hash.equals(hashOfLeaf(bytes))) find({ kind: 'leaf', position })
  const leaf = tryRead(bytes)
  if (!leaf) {
    find({ kind: 'leaf', position })
    return
  }
  const about = { position, entryId, type: leaf.type, matter: `${leaf.matter.type} ${leaf.matter.id}` }
  if (!entry) {
    find({ kind: 'removed', ...about })
    return
  }
  const what = [...contradictions(leaf, entry), ...(isPublic ? [] : ['audience'])]
  if (what.length > 0) find({ kind: 'rewritten', ...about, what })
}

/** Null for bytes that no leaf has: somebody wrote over them. */
function tryRead(bytes: Buffer): Leaf | null {
  try {
    const leaf = readLeaf(bytes) as Partial<Leaf> | null
    return leaf?.matter && leaf.facts ? (leaf as Leaf) : null
  } catch {
    return null
  }
}

async function listLeafRows(db: Db, scope: Scope, after: number): Promise<LeafRow[]> {
  const rows = await db
    .selectFrom('log_leaves as l')
    .leftJoin('history_entries as e', (join) => join.onRef('e.authority_id', '=', 'l.authority_id').onRef('e.id', '=', 'l.entry_id'))
    .select([
      'l.position',
      'l.entry_id',
      'l.hash',
      'l.leaf',
      'e.id',
      'e.matter_type',
      'e.matter_id',
      'e.seq',
      'e.type',
      'e.at',
      'e.actor_role',
      'e.audience',
      'e.facts',
    ])
    .where('l.authority_id', '=', scope.authorityId)
    .where('l.position', '>', after)
    .orderBy('l.position')
    .limit(BATCH)
    .execute()
  return rows.map(({ position, entry_id, hash, leaf, ...e }) => ({
    position,
    entryId: entry_id,
    hash,
    leaf,
    isPublic: e.audience === 'public',
    entry:
      e.id === null
        ? null
        : {
            id: e.id,
            matterType: e.matter_type!,
            matterId: e.matter_id!,
            seq: e.seq!,
            type: e.type!,
            at: e.at!,
            role: e.actor_role,
            facts: e.facts!,
          },
  }))
}

async function compareTiles(db: Db, scope: Scope, full: readonly FullTile[], find: (finding: Finding) => void): Promise<void> {
  for (const { level, n, hashes, root } of full) {
    const kept = await db
      .selectFrom('log_tiles')
      .select(['hashes', 'root'])
      .where('authority_id', '=', scope.authorityId)
      .where('level', '=', level)
      .where('n', '=', n)
      .executeTakeFirst()
    if (!kept?.hashes.equals(Buffer.concat(hashes)) || !kept.root.equals(root)) find({ kind: 'tile', level, n })
  }
}

async function listUnlogged(db: Db, scope: Scope) {
  const { rows } = await sql<{ entryId: string; type: string; matter: string }>`
    select e.id as "entryId", e.type, e.matter_type || ' ' || e.matter_id as matter from history_entries e
    where e.authority_id = ${scope.authorityId} and e.audience = 'public'
      and not exists (select from log_leaves l where l.authority_id = e.authority_id and l.entry_id = e.id)
      and not exists (select from log_outbox o where o.authority_id = e.authority_id and o.entry_id = e.id)
    order by e.at limit 1000`.execute(db)
  return rows
}
