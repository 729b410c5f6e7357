import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { integrateAll } from '../modules/log/index.ts'
import { scope, testLog } from '../modules/log/test-app.ts'
import { auditAll, auditCommand } from './audit.ts'

const log = await testLog()
const { db, options, act } = log
const folder = mkdtempSync(join(tmpdir(), 'congdan-audit-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function audit(asked: { noted?: string } = {}) {
  const said: string[] = []
  const out = { write: (text: string) => said.push(text) }
  const code = await auditAll(db, { json: true, ...asked }, { stdout: out, stderr: out })
  const text = said.join('')
  return { code, text, findings: code === 0 || text.startsWith('{') ? (JSON.parse(text) as { findings: unknown[] }).findings : [] }
}

/** What nobody but the owner of the tables can do: the guards are taken away, rows are changed, and all is put back. */
async function tamper(table: string, statement: string, check: () => Promise<void>): Promise<void> {
  await sql.raw(`create table kept_rows as table ${table}`).execute(db)
  await sql.raw(`alter table ${table} disable trigger user`).execute(db)
  await sql.raw('alter table history_words drop constraint history_words_authority_id_entry_id_fkey').execute(db)
  try {
    await sql.raw(statement).execute(db)
    await check()
  } finally {
    await sql.raw(`delete from ${table}`).execute(db)
    await sql.raw(`insert into ${table} select * from kept_rows`).execute(db)
    await sql.raw(`alter table ${table} enable trigger user`).execute(db)
    await sql
      .raw(
        'alter table history_words add constraint history_words_authority_id_entry_id_fkey foreign key (authority_id, entry_id) references history_entries (authority_id, id)',
      )
      .execute(db)
    await sql.raw('drop table kept_rows').execute(db)
    await sql.raw('delete from log_outbox').execute(db)
  }
}

let entryId = ''
beforeAll(async () => {
  await act(3)
  await integrateAll(options, scope)
  await act(300)
  await act(1, { audience: 'internal' })
  await integrateAll(options, scope)
  const row = await db.selectFrom('log_leaves').select('entry_id').where('position', '=', 7).executeTakeFirstOrThrow()
  entryId = row.entry_id
})

describe('an audit', () => {
  test('finds a log sound that is', async () => {
    const { code, text } = await audit()
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({ authority: 'phuoc-long', leaves: 303, heads: 3, tiles: 1, waiting: 0, findings: [] })
  })

  test.each([
    ['a fact', `facts = '{"n": 999}'`, ['facts.n']],
    ['the time', `at = at - interval '1 day'`, ['at']],
    ['the type and the role', `type = 'lamp.moved', actor_role = 'chairman'`, ['type', 'role']],
    ['who may read it', `audience = 'internal'`, ['audience']],
  ])('names the row of which %s was rewritten', async (_what, set, what) => {
    await tamper('history_entries', `update history_entries set ${set} where id = '${entryId}'`, async () => {
      const { code, findings } = await audit()
      expect(code).toBe(1)
      expect(findings).toEqual([
        expect.objectContaining({ kind: 'rewritten', position: 7, entryId, type: 'lamp.lit', what: expect.arrayContaining(what) }),
      ])
    })
  })

  test('names the row that was removed', async () => {
    await tamper('history_entries', `delete from history_entries where id = '${entryId}'`, async () => {
      expect(await audit()).toMatchObject({ code: 1, findings: [{ kind: 'removed', position: 7, entryId }] })
    })
  })

  test('names a public entry that was kept out of the log', async () => {
    const [id] = await act(1)
    await db.deleteFrom('log_outbox').execute()
    expect(await audit()).toMatchObject({ code: 1, findings: [{ kind: 'unlogged', entryId: id }] })
    await db.insertInto('log_outbox').values({ authority_id: 1, entry_id: id! }).execute()
    await integrateAll(options, scope)
    expect((await audit()).code).toBe(0)
  })

  test('sees through a leaf that was rewritten together with its row and its hash: what was signed is another tree', async () => {
    const forged = `convert_to(replace(convert_from(leaf, 'UTF8'), '"n":8', '"n":9'), 'UTF8')`
    await tamper(
      'log_leaves',
      `update log_leaves set leaf = ${forged}, hash = sha256('\\x00'::bytea || ${forged}) where position = 7`,
      async () => {
        const { code, findings } = await audit()
        expect(code).toBe(1)
        expect(findings).toEqual([
          expect.objectContaining({ kind: 'rewritten', position: 7, what: ['facts.n'] }),
          { kind: 'tile', level: 0, n: 0 },
          { kind: 'head', size: 303 },
          { kind: 'head', size: 304 },
        ])
      },
    )
  })

  test.each([
    ['a leaf', 'log_leaves', `update log_leaves set leaf = leaf || ' '::bytea where position = 7`, { kind: 'leaf', position: 7 }],
    ['a leaf that is none any more', 'log_leaves', `update log_leaves set leaf = 'x' where position = 7`, { kind: 'leaf', position: 7 }],
    ['a missing leaf', 'log_leaves', 'delete from log_leaves where position = 7', { kind: 'gap', position: 7 }],
    ['a tile', 'log_tiles', `update log_tiles set hashes = overlay(hashes placing '\\x00' from 9)`, { kind: 'tile', level: 0, n: 0 }],
    ['a missing tile', 'log_tiles', 'delete from log_tiles', { kind: 'tile', level: 0, n: 0 }],
    ['a head', 'log_heads', `update log_heads set root = sha256('x') where size = 3`, { kind: 'signature', size: 3 }],
  ])('names %s that is wrong', async (_what, table, statement, finding) => {
    await tamper(table, statement, async () => {
      const { code, findings } = await audit()
      expect(code).toBe(1)
      expect(findings).toContainEqual(finding)
    })
  })

  test('holds the log to a checkpoint that somebody kept', async () => {
    const { checkpoint } = await db.selectFrom('log_heads').select('checkpoint').where('size', '=', 3).executeTakeFirstOrThrow()
    const kept = join(folder, 'kept')
    writeFileSync(kept, checkpoint)
    expect((await audit({ noted: kept })).code).toBe(0)
    writeFileSync(kept, checkpoint.replace('\n3\n', '\n2\n'))
    expect((await audit({ noted: kept })).code).toBe(1)
  })

  test('after all this the log is as it was', async () => {
    expect(await audit()).toMatchObject({ code: 0, findings: [] })
  })
})

test('wrong use is told', async () => {
  const said: string[] = []
  const out = { write: (text: string) => said.push(text) }
  expect(await auditCommand(['--what'], { env: {}, stdout: out, stderr: out })).toBe(2)
  expect(await auditCommand(['--help'], { env: {}, stdout: out, stderr: out })).toBe(0)
  expect(said.join('')).toContain('congdan audit')
})
