import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { formatCheckpoint } from '../../shared/tlog/checkpoint.ts'
import { noteSigner, signNote } from '../../shared/tlog/note.ts'
import { formatVkey, type SigningKey } from '../../shared/tlog/vkey.ts'
import type { Scope } from '../accounts/index.ts'
import type { PublicForms } from '../history/index.ts'
import { append, type Edge, type FullTile, rootOf } from './edge.ts'
import { type LoggedEntry, leafBytes, leafOf } from './leaf.ts'
import { findLogKey, insertKey, readKeyFile } from './log-keys.ts'
import { noteKeyChange } from './note-key-change.ts'
import { findHead, readEdge } from './tree-repository.ts'
import './log.table.ts'

export interface IntegrateOptions {
  db: Db
  /** Folder of the signing keys. */
  folder: string
  forms: PublicForms
  /** Leaves that are added together, in one transaction. */
  batch?: number
  /** The announced key that signs from this batch on. */
  successor?: SigningKey
}

const BATCH = 2_000

export interface Integrated {
  /** Leaves that this call added; 0 also when another process was quicker. */
  added: number
  /** Something may still wait. */
  more: boolean
}

/**
 * Adds the entries that wait as leaves, in the order of their hints, writes the tiles that became full and signs the new head: all of it
 * in one transaction. Who goes on from a head that is no longer the newest finds its place taken and writes nothing; so no two checkpoints
 * are ever given out of which one does not go on from the other.
 */
export async function integrateBatch(options: IntegrateOptions, scope: Scope): Promise<Integrated> {
  const { db, batch = BATCH } = options
  try {
    return await db.transaction().execute(async (trx) => {
      const head = await findHead(trx, scope)
      const key = head && (await findLogKey(trx, scope))
      if (!head || !key) return { added: 0, more: false }
      if (options.successor) await changeKey(trx, scope, options.successor, { ...key, size: head.size })
      const waiting = await listWaiting(trx, scope, batch)
      const fresh = waiting.filter(({ isLogged }) => !isLogged)
      if (fresh.length > 0) {
        const signer = options.successor ?? readKeyFile(options.folder, scope, key.vkey)
        const leaves = fresh.map((entry) => newLeaf(entry, signer.vkey.name, options.forms))
        const { edge, full } = append(
          await readEdge(trx, scope, head.size),
          leaves.map((leaf) => leaf.hash),
        )
        await insertHead(trx, scope, { edge, previous: head.size, signer })
        await insertLeaves(trx, scope, head.size, leaves)
        await insertTiles(trx, scope, full)
      }
      await dropWaiting(trx, scope, waiting)
      return { added: fresh.length, more: waiting.length === batch }
    })
  } catch (error) {
    if (error instanceof PlaceTaken) return { added: 0, more: true }
    throw error
  }
}

/** Another process has gone on from the same head. */
class PlaceTaken extends Error {}

interface Waiting extends LoggedEntry {
  hint: number
  moves?: boolean
  /** Its leaf stands already: a row that came back with a restored backup. */
  isLogged: boolean
}

async function listWaiting(trx: Trx, scope: Scope, limit: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select o.hint, e.id, e.matter_type as "matterType", e.matter_id as "matterId", e.seq, e.type, e.at, e.actor_role as role, e.facts,
      exists (select from log_leaves l where l.authority_id = o.authority_id and l.entry_id = o.entry_id) as "isLogged"
    from (select hint, authority_id, entry_id from log_outbox where authority_id = ${scope.authorityId} order by hint limit ${limit}) o
      join history_entries e on e.authority_id = o.authority_id and e.id = o.entry_id
    order by o.hint`.execute(trx)
  return rows
}

interface NewLeaf {
  entryId: string
  onDate: string
  moves: boolean
  hash: Uint8Array
  bytes: Buffer
}

function newLeaf(entry: Waiting, origin: string, forms: PublicForms): NewLeaf {
  const bytes = leafBytes(leafOf(entry, origin, forms))
  return {
    entryId: entry.id,
    onDate: civilDateOf(entry.at),
    moves: forms[entry.type]?.moves ?? false,
    hash: hashOfLeaf(bytes),
    bytes,
  }
}

/** RFC 6962: SHA-256 of a zero byte and the leaf. The machine's own hashing: many thousand leaves may wait after an update. */
export function hashOfLeaf(bytes: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(0), bytes]), 'buffer')
}

async function insertHead(
  trx: Trx,
  scope: Scope,
  { edge, previous, signer }: { edge: Edge; previous: number; signer: SigningKey },
): Promise<void> {
  const root = rootOf(edge)
  const text = formatCheckpoint({ origin: signer.vkey.name, size: edge.size, root })
  const made = await trx
    .insertInto('log_heads')
    .values({
      authority_id: scope.authorityId,
      size: edge.size,
      previous_size: previous,
      root: Buffer.from(root),
      checkpoint: signNote(text, [noteSigner(signer)]),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('size')
    .executeTakeFirst()
  if (!made) throw new PlaceTaken()
}

async function insertLeaves(trx: Trx, scope: Scope, start: number, leaves: readonly NewLeaf[]): Promise<void> {
  await sql`insert into log_leaves (authority_id, position, entry_id, on_date, moves, hash, leaf)
    select ${scope.authorityId}, ${start}::bigint + place - 1, entry_id, on_date, moves, hash, leaf
    from unnest(
      ${leaves.map(({ entryId }) => entryId)}::uuid[], ${leaves.map(({ onDate }) => onDate)}::date[],
      ${leaves.map(({ moves }) => moves)}::boolean[], ${leaves.map((leaf) => Buffer.from(leaf.hash))}::bytea[],
      ${leaves.map(({ bytes }) => bytes)}::bytea[]
    ) with ordinality as given (entry_id, on_date, moves, hash, leaf, place)`.execute(trx)
}

async function insertTiles(trx: Trx, scope: Scope, full: readonly FullTile[]): Promise<void> {
  if (full.length === 0) return
  await trx
    .insertInto('log_tiles')
    .values(
      full.map(({ level, n, hashes, root }) => ({
        authority_id: scope.authorityId,
        level,
        n,
        hashes: Buffer.concat(hashes),
        root: Buffer.from(root),
      })),
    )
    .execute()
}

async function dropWaiting(trx: Trx, scope: Scope, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return
  await sql`delete from log_outbox where authority_id = ${scope.authorityId} and hint = any(${waiting.map(({ hint }) => hint)}::bigint[])`.execute(
    trx,
  )
}

async function changeKey(
  trx: Trx,
  scope: Scope,
  successor: SigningKey,
  now: { number: number; vkey: string; size: number },
): Promise<void> {
  const vkey = formatVkey(successor.vkey)
  if (!(await insertKey(trx, scope, { number: now.number + 1, vkey, fromSize: now.size }))) throw new PlaceTaken()
  await noteKeyChange(trx, scope, 'changed', { key: vkey, oldKey: now.vkey })
}

/** Adds all that waits. @returns how many leaves this process added */
export async function integrateAll(options: IntegrateOptions, scope: Scope): Promise<number> {
  let added = 0
  for (;;) {
    const done = await integrateBatch(options, scope)
    added += done.added
    if (!done.more) return added
  }
}
