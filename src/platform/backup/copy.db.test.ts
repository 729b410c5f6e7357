import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { copyIn, copyOut } from './copy.ts'
import { openSession } from './session.ts'

let client: pg.Client
let url: string

beforeAll(async () => {
  ;({ url } = await testDatabase())
  client = await openSession(url)
  await client.query('create table letters (id integer primary key, words text, bytes bytea)')
  await client.query('create table copies (like letters including all)')
})
afterAll(() => client.end())

async function* inTurn(...chunks: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

async function* bytesOf(parts: AsyncIterable<{ data: Buffer }>): AsyncGenerator<Buffer> {
  for await (const { data } of parts) yield data
}

const rowsOf = async (table: string) => (await client.query(`select * from ${table} order by id`)).rows

test('every kind of value comes back as it was, a part at a time', async () => {
  const words = ['Đội Quản lý đô thị', 'tab\there', 'line\nbreak\r', '\\N', '\\.', '', null, '🏛', 'x'.repeat(300_000)]
  for (const [id, value] of words.entries())
    await client.query('insert into letters values ($1, $2, $3)', [id, value, value === null ? null : Buffer.from([0, 9, 10, 92, 255])])
  const parts: { rows: number; data: Buffer }[] = []
  for await (const part of copyOut(client, 'copy letters (id, words, bytes) to stdout', 60)) parts.push(part)
  expect(parts.reduce((sum, { rows }) => sum + rows, 0)).toBe(words.length)
  expect(parts.length).toBeGreaterThan(2)
  for (const { rows, data } of parts) expect(data.toString().split('\n')).toHaveLength(rows + 1)

  async function* again() {
    yield* parts
  }
  expect(await copyIn(client, 'copy copies (id, words, bytes) from stdin', bytesOf(again()))).toBe(words.length)
  expect(await rowsOf('copies')).toEqual(await rowsOf('letters'))
})

describe('large tables', () => {
  test('a slow reader makes the server wait, not our memory grow', async () => {
    const watcher = await openSession(url)
    const pid = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
    // 100 MB: far more than sockets and one part hold.
    const parts = copyOut(client, `copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout`)
    await parts.next()
    const state = async () => (await watcher.query('select wait_event from pg_stat_activity where pid = $1', [pid])).rows[0]
    await expect.poll(state, { timeout: 10_000, interval: 20 }).toEqual({ wait_event: 'ClientWrite' })
    await watcher.end()

    let bytes = 0
    for await (const { data } of parts) {
      expect(data.length).toBeLessThanOrEqual(1_048_576)
      bytes += data.length
    }
    expect(bytes).toBeGreaterThan(99_000_000)
  })

  test('many rows are loaded no faster than the server takes them, and leave nothing behind on the connection', async () => {
    await client.query('create temporary table many (words text)')
    async function* rows() {
      for (let n = 0; n < 300; n++) yield Buffer.from(`${'x'.repeat(99)}\n`.repeat(1_000))
    }
    const warnings: Error[] = []
    const warned = (warning: Error) => warnings.push(warning)
    process.on('warning', warned)
    expect(await copyIn(client, 'copy many from stdin', rows())).toBe(300_000)
    process.off('warning', warned)
    expect(warnings).toEqual([])
  })

  test('a reader who leaves early gives the connection up', async () => {
    const other = await openSession(url)
    for await (const part of copyOut(other, `copy (select repeat('x', 1000) from generate_series(1, 100000)) to stdout`)) {
      expect(part.rows).toBeGreaterThan(0)
      break
    }
    await other.end()
    await expect(other.query('select 1')).rejects.toThrow()
  })
})

describe('what goes wrong is told, and the connection is still good', () => {
  test('a query that the server refuses', async () => {
    const read = async () => {
      for await (const _ of copyOut(client, 'copy nowhere to stdout'));
    }
    await expect(read()).rejects.toThrow('nowhere')
    await expect(copyIn(client, 'copy nowhere from stdin', inTurn('1\n'))).rejects.toThrow('nowhere')
    expect(await rowsOf('copies')).toHaveLength(9)
  })

  test('an error in the middle of the rows', async () => {
    const read = async () => {
      for await (const _ of copyOut(client, 'copy (select 1 / (3 - n) from generate_series(1, 5) n) to stdout'));
    }
    await expect(read()).rejects.toThrow('division by zero')
    await expect(copyIn(client, 'copy copies from stdin', inTurn('100\ta\t\\N\n', 'x\tb\t\\N\n', '101\tc\t\\N\n'))).rejects.toThrow(
      'integer',
    )
    expect(await rowsOf('copies')).toHaveLength(9)
  })

  test('a source that breaks off: nothing of it is loaded', async () => {
    async function* broken() {
      yield Buffer.from('200\ta\t\\N\n')
      throw new Error('the disk is gone')
    }
    await expect(copyIn(client, 'copy copies from stdin', broken())).rejects.toThrow('the disk is gone')
    expect(await rowsOf('copies')).toHaveLength(9)
  })
})
