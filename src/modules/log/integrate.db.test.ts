import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../../platform/database.ts'
import { openCheckpoint } from '../../shared/tlog/checkpoint.ts'
import { consistencyProof, inclusionProof, treeRoot, verifyConsistency, verifyInclusion } from '../../shared/tlog/merkle.ts'
import { parseVkey } from '../../shared/tlog/vkey.ts'
import { integrateAll, integrateBatch } from './integrate.ts'
import { readLeaf } from './leaf.ts'
import { findLogKey, listLogKeys } from './log-keys.ts'
import { rotateKey } from './rotate-key.ts'
import { setUpLog } from './set-up-log.ts'
import { ORIGIN, scope, testLog } from './test-app.ts'
import { findHead, hashReader } from './tree-repository.ts'

/** Head, tiles and leaves say the same, the signature holds, and every earlier head is a beginning of it. */
async function expectSound({ db }: { db: Awaited<ReturnType<typeof testLog>>['db'] }): Promise<void> {
  const heads = await db.selectFrom('log_heads').selectAll().orderBy('size').execute()
  const keys = (await listLogKeys(db, scope)).map(({ vkey }) => parseVkey(vkey))
  const last = heads.at(-1)!
  const read = hashReader(db, scope, last.size)
  expect(Buffer.from(await treeRoot(read, last.size)).equals(last.root)).toBe(true)
  for (const head of heads) {
    const { checkpoint } = openCheckpoint(head.checkpoint, keys)
    expect(checkpoint).toMatchObject({ origin: ORIGIN, size: head.size })
    expect(Buffer.from(checkpoint.root).equals(head.root)).toBe(true)
    if (head.size === 0) continue
    const proof = await consistencyProof(read, head.size, last.size)
    expect(verifyConsistency(head.size, last.size, head.root, last.root, proof)).toBe(true)
  }
  const leaves = await db.selectFrom('log_leaves').select(['position', 'hash']).orderBy('position').execute()
  expect(leaves.map(({ position }) => position)).toEqual(leaves.map((_, at) => at))
  expect(leaves).toHaveLength(last.size)
  for (const { position, hash } of leaves.filter((_, at) => at % 97 === 0))
    expect(verifyInclusion(hash, position, last.size, await inclusionProof(read, position, last.size), last.root)).toBe(true)
}

describe('acts go into the log', async () => {
  const log = await testLog()
  const { db, options, act } = log

  test('with the act, without anybody writing it, and only public ones', async () => {
    const [first] = await act(1)
    await act(1, { audience: 'filer' })
    await act(1, { audience: 'internal' })
    expect(await db.selectFrom('log_outbox').select('entry_id').execute()).toEqual([{ entry_id: first }])
    await expect(
      db.transaction().execute(async (trx) => {
        await sql`insert into history_entries select authority_id, matter_type, matter_id, 2, gen_random_uuid(), type, at, null, null, 'public', facts
          from history_entries limit 1`.execute(trx)
        throw new Error('the act was refused')
      }),
    ).rejects.toThrow('refused')
    expect(await integrateAll(options, scope)).toBe(1)
    expect(await db.selectFrom('log_outbox').selectAll().execute()).toEqual([])
    const [row] = await db.selectFrom('log_leaves').selectAll().execute()
    expect(readLeaf(row!.leaf)).toMatchObject({ authority: ORIGIN, type: 'lamp.lit', seq: 1, role: 'caseOfficer', facts: { n: 1 }, v: 1 })
    expect(row!.leaf.toString()).not.toContain('"p"')
  })

  test('of a type without a form nothing goes out but that it happened', async () => {
    await act(1, { type: 'lamp.sworn', facts: { n: 5, by: 'x' }, words: { name: 'Bình' } })
    await integrateAll(options, scope)
    const row = await db.selectFrom('log_leaves').selectAll().orderBy('position', 'desc').executeTakeFirstOrThrow()
    expect(readLeaf(row.leaf).facts).toEqual({})
  })

  test('a batch after another, over the borders of tiles', async () => {
    for (const count of [253, 1, 1, 1, 300, 700]) {
      await act(count)
      await integrateBatch({ ...options, batch: 256 }, scope)
    }
    await integrateAll({ ...options, batch: 256 }, scope)
    expect((await findHead(db, scope))?.size).toBe(1258)
    expect(await db.selectFrom('log_tiles').select(['level', 'n']).orderBy('n').execute()).toEqual(
      [0, 1, 2, 3].map((n) => ({ level: 0, n })),
    )
    await expectSound(log)
  })

  test('nothing waits, nothing is signed', async () => {
    const before = await findHead(db, scope)
    expect(await integrateBatch(options, scope)).toEqual({ added: 0, more: false })
    expect(await findHead(db, scope)).toEqual(before)
  })

  test('an entry that stands already is not added again', async () => {
    const { entry_id } = await db.selectFrom('log_leaves').select('entry_id').executeTakeFirstOrThrow()
    await db.insertInto('log_outbox').values({ authority_id: 1, entry_id }).execute()
    expect(await integrateAll(options, scope)).toBe(0)
    expect(await db.selectFrom('log_outbox').selectAll().execute()).toEqual([])
  })

  test('without the secret key nothing is signed and nothing is lost', async () => {
    await act(1)
    await expect(integrateAll({ ...options, folder: '/nowhere' }, scope)).rejects.toThrow('/nowhere/key-1-')
    expect(await db.selectFrom('log_outbox').selectAll().execute()).toHaveLength(1)
    expect(await integrateAll(options, scope)).toBe(1)
  })
})

describe('many workers', async () => {
  const log = await testLog()
  const { db, options, act, url } = log

  test('one wins each head; every entry stands once', async () => {
    const workers = Array.from({ length: 5 }, () => connect(url, 2))
    const added: number[] = []
    let isActing = true
    const acting = (async () => {
      for (let i = 0; i < 40; i++) await act(1 + (i % 9))
      isActing = false
    })()
    await Promise.all(
      workers.map(async (worker, at) => {
        added[at] = 0
        do added[at] += await integrateAll({ ...options, db: worker.db, batch: 16 }, scope)
        while (isActing)
      }),
    )
    await acting
    const rest = await integrateAll(options, scope)
    await Promise.all(workers.map((worker) => worker.close()))
    const { n } = await db
      .selectFrom('history_entries')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    expect(added.reduce((sum, one) => sum + one, rest)).toBe(n)
    await expectSound(log)
  }, 60_000)

  test('one that is killed at work leaves nothing half done, and another goes on', async () => {
    await act(600)
    const before = await findHead(db, scope)
    const doomed = connect(url, 1)
    const { rows } = await doomed.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
    // Somebody holds the place of the next head, so that the worker stands in the middle of its transaction.
    const blocker = new pg.Client({ connectionString: url })
    await blocker.connect()
    await blocker.query('begin')
    await blocker.query(`insert into log_heads (authority_id, size, previous_size, root, checkpoint) values (1, $1, $2, $3, 'x')`, [
      before!.size + 1,
      before!.size,
      Buffer.alloc(32),
    ])
    const working = integrateAll({ ...options, db: doomed.db }, scope)
    const gone = expect(working).rejects.toThrow()
    const waits = `select 1 from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`
    while ((await blocker.query(waits, [rows[0]!.pid])).rowCount === 0) await new Promise((resolve) => setImmediate(resolve))
    await blocker.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    await gone
    await blocker.query('rollback')
    await blocker.end()
    await doomed.close()
    expect(await findHead(db, scope)).toEqual(before)
    expect(await integrateAll(options, scope)).toBe(600)
    await expectSound(log)
  }, 60_000)
})

describe('the key', () => {
  test('is made once, whoever is first, for its owner alone', async () => {
    const log = await testLog({ setUp: false })
    const { db, options, url } = log
    const workers = Array.from({ length: 6 }, () => connect(url, 1))
    const keys = await Promise.all(workers.map((worker) => setUpLog(worker.db, scope, { folder: options.folder, origin: ORIGIN })))
    await Promise.all(workers.map((worker) => worker.close()))
    expect(new Set(keys.map(({ vkey }) => vkey)).size).toBe(1)
    const files = readdirSync(options.folder)
    expect(files).toHaveLength(1)
    expect(statSync(join(options.folder, files[0]!)).mode & 0o777).toBe(0o600)
    expect((await findHead(db, scope))?.size).toBe(0)
    await expectSound(log)
    expect(JSON.stringify(await db.selectFrom('log_keys').selectAll().execute())).not.toContain('PRIVATE')
  })

  test('is followed by one that it announced itself', async () => {
    const log = await testLog()
    const { db, options, act } = log
    await act(3)
    await integrateAll(options, scope)
    const changed = await rotateKey(options, scope)
    await act(3)
    await integrateAll(options, scope)
    const [old, now] = (await listLogKeys(db, scope)).map(({ vkey }) => vkey)
    expect(changed).toMatchObject({ before: { vkey: old }, now: { vkey: now, number: 2, fromSize: 4 } })
    expect(await findLogKey(db, scope)).toMatchObject({ vkey: now })
    const heads = await db.selectFrom('log_heads').select(['size', 'checkpoint']).orderBy('size').execute()
    const signer = (checkpoint: string) => {
      const { name, keyId } = openCheckpoint(checkpoint, [parseVkey(old!), parseVkey(now!)]).signedBy[0]!
      return [name, keyId]
    }
    const id = (vkey: string) => [ORIGIN, parseVkey(vkey).keyId]
    expect(heads.map(({ size, checkpoint }) => [size, signer(checkpoint)])).toEqual([
      [0, id(old!)],
      [3, id(old!)],
      [4, id(old!)],
      [5, id(now!)],
      [8, id(now!)],
    ])
    const leaf = await db.selectFrom('log_leaves').select('leaf').where('position', '=', 3).executeTakeFirstOrThrow()
    expect(readLeaf(leaf.leaf)).toMatchObject({ type: 'log.keyAnnounced' })
    await expectSound(log)
  })
})

describe('rows of the log', async () => {
  const { db, options, act } = await testLog()
  beforeAll(async () => {
    await act(300)
    await integrateAll(options, scope)
  })

  test.each(['log_keys', 'log_heads', 'log_leaves', 'log_tiles', 'history_entries'])(
    'of %s are never changed or taken away',
    async (table) => {
      for (const statement of [`update ${table} set authority_id = 2`, `delete from ${table}`, `truncate ${table} cascade`])
        await expect(sql.raw(statement).execute(db)).rejects.toThrow('only added')
    },
  )
})
