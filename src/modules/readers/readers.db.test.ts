import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/support/database.ts'
import { everythingStored } from '../../../tests/support/rows.ts'
import type { Trx } from '../../platform/database.ts'
import { MOST_OF_ADDRESS, MOST_OF_NET } from './address-nets.ts'
import { countArrival, forgetAddresses, forgetMarks, identityOn, isMarked, markOnce, type Reader } from './index.ts'

const { db, pool } = await testDatabase()
const [here, there] = [{ authorityId: 1 }, { authorityId: 2 }]
const key = Buffer.alloc(32, 7)
const [today, tomorrow] = ['2026-11-26', '2026-11-27'] as const
let subject = { type: 'poll', id: '' }

beforeAll(async () => {
  for (const [id, slug] of [
    [1, 'xa'],
    [2, 'ph'],
  ])
    await pool.query(
      `insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from) values ($1, $2, 'Xã', 'Xã', upper($2), 'commune', '2026-01-01')`,
      [id, slug],
    )
})
beforeEach(() => {
  subject = { type: 'poll', id: randomUUID() }
})

const token = () => randomBytes(16).toString('base64url')
const browser = (): Reader => ({ accountId: null, token: token() })
const within = <Result>(act: (trx: Trx) => Promise<Result>) => db.transaction().execute(act)
const mark = (reader: Reader, scope = here, on = subject) => within((trx) => markOnce(trx, scope, on, identityOn(key, scope, on, reader)!))
const marked = (reader: Reader, scope = here, on = subject) => isMarked(db, scope, on, identityOn(key, scope, on, reader)!)
const arrive = (address: string, on: typeof today | typeof tomorrow = today, about = subject) =>
  within((trx) => countArrival(trx, key, here, about, { address, today: on }))
const rowsOf = async (table: 'reader_marks' | 'reader_buckets' | 'reader_day_keys') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('once a reader', () => {
  test('the first time is written down, every other is not', async () => {
    const reader = browser()
    expect(await marked(reader)).toBe(false)
    expect([await mark(reader), await mark(reader), await mark(reader)]).toEqual([true, false, false])
    expect([await marked(reader), await marked(browser())]).toEqual([true, false])
  })

  /** An account and a browser, in the order in which they do it: who is told that it was done. */
  test.each<[string, ('account' | 'browser' | 'both' | 'other')[], boolean[]]>([
    ['signed in, then out', ['both', 'browser'], [true, false]],
    ['signed out, then in', ['browser', 'both'], [true, false]],
    ['the same account on another machine', ['both', 'account'], [true, false]],
    ['two accounts at one machine', ['both', 'other'], [true, true]],
    ['two accounts, then nobody signed in', ['both', 'other', 'browser'], [true, true, false]],
    ['nobody signed in, then two accounts', ['browser', 'both', 'other'], [true, false, false]],
  ])('%s', async (_what, order, done) => {
    const [one, machine] = [randomUUID(), token()]
    const readers = {
      account: { accountId: one, token: null },
      browser: { accountId: null, token: machine },
      both: { accountId: one, token: machine },
      other: { accountId: randomUUID(), token: machine },
    }
    const said: boolean[] = []
    for (const who of order) said.push(await mark(readers[who]))
    expect(said).toEqual(done)
  })

  test('twenty times at once, by account and by browser together: once', async () => {
    const [accountId, machine] = [randomUUID(), token()]
    const readers = [
      { accountId: null, token: machine },
      { accountId, token: machine },
      { accountId, token: null },
    ]
    // An account elsewhere and this browser without one are two readers to the server: two at the most, never three.
    const said = await Promise.all(Array.from({ length: 21 }, (_, i) => mark(readers[i % 3]!)))
    const done = said.filter(Boolean).length
    expect(done).toBeGreaterThanOrEqual(1)
    expect(done).toBeLessThanOrEqual(2)
    expect(await Promise.all(Array.from({ length: 20 }, () => mark(readers[1]!)))).not.toContain(true)
    const alone = browser()
    expect((await Promise.all(Array.from({ length: 20 }, () => mark(alone)))).filter(Boolean)).toHaveLength(1)
  })

  test('what is broken off has not been done', async () => {
    const reader = browser()
    const identity = identityOn(key, here, subject, reader)!
    await expect(
      within(async (trx) => {
        await markOnce(trx, here, subject, identity)
        throw new Error('the vote was refused')
      }),
    ).rejects.toThrow('the vote was refused')
    expect([await marked(reader), await mark(reader)]).toEqual([false, true])
  })

  test('another subject and another authority know nothing of it', async () => {
    const reader = browser()
    await mark(reader)
    const other = { type: 'poll', id: randomUUID() }
    expect([await marked(reader, here, other), await marked(reader, there)]).toEqual([false, false])
    expect([await mark(reader, here, other), await mark(reader, there)]).toEqual([true, true])
  })

  test('forgotten with their subject, and with no other', async () => {
    const [reader, other] = [browser(), { type: 'poll', id: randomUUID() }]
    await mark(reader)
    await mark(reader, here, other)
    await within((trx) => forgetMarks(trx, there, subject))
    expect(await marked(reader)).toBe(true)
    await within((trx) => forgetMarks(trx, here, subject))
    expect([await marked(reader), await marked(reader, here, other)]).toEqual([false, true])
  })

  test('neither token nor account is stored, nor when it was, and nothing ties two subjects', async () => {
    const reader = { accountId: randomUUID(), token: token() }
    const other = { type: 'poll', id: randomUUID() }
    await mark(reader)
    await mark(reader, here, other)
    const stored = await everythingStored(db, ['reader_marks', 'reader_buckets', 'reader_day_keys'])
    for (const secret of [reader.token, reader.accountId, Buffer.from(reader.token).toString('hex')]) expect(stored).not.toContain(secret)
    const { rows } = await pool.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'reader_marks' order by 1`,
    )
    expect(rows.map(({ column_name }) => column_name)).toEqual(['authority_id', 'mark', 'subject_id', 'subject_type'])
    const marks = await db
      .selectFrom('reader_marks')
      .select(['subject_id', 'mark'])
      .where('subject_id', 'in', [subject.id, other.id])
      .execute()
    const of = (id: string) => marks.filter((row) => row.subject_id === id).map((row) => row.mark.toString('hex'))
    expect(of(subject.id)).toHaveLength(2)
    expect(of(subject.id).filter((hash) => of(other.id).includes(hash))).toEqual([])
  })
})

describe('readers without an account, by address', () => {
  const fill = async (n: number, address: (i: number) => string) => {
    for (let i = 0; i < n; i++) await arrive(address(i))
  }
  const refused = { code: 'too_many_from_address', status: 429 }

  test('an office gets through, one more does not, and what is refused is not counted', async () => {
    await fill(MOST_OF_ADDRESS, () => '192.0.2.1')
    const before = await everythingStored(db, ['reader_buckets'])
    await expect(arrive('192.0.2.1')).rejects.toMatchObject(refused)
    await expect(arrive('::ffff:192.0.2.1')).rejects.toMatchObject(refused)
    expect(await everythingStored(db, ['reader_buckets'])).toBe(before)
    await arrive('192.0.2.2')
    await arrive('192.0.2.1', today, { type: 'poll', id: randomUUID() })
  })

  test('a house that changes its address within its net is one house; its provider’s net has its own bound', async () => {
    await fill(MOST_OF_ADDRESS, (i) => `2001:db8:7:1::${i.toString(16)}`)
    await expect(arrive('2001:db8:7:1:ffff::9')).rejects.toMatchObject(refused)
    await fill(MOST_OF_NET - MOST_OF_ADDRESS, (i) => `2001:db8:7:${(i + 2).toString(16)}::1`)
    await expect(arrive('2001:db8:7:ffff::1')).rejects.toMatchObject(refused)
    await arrive('2001:db8:8:1::1')
  })

  test('many at once are counted exactly, under one key of the day', async () => {
    const said = await Promise.allSettled(Array.from({ length: MOST_OF_ADDRESS + 10 }, () => arrive('198.51.100.1')))
    expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_OF_ADDRESS)
    const keys = await db.selectFrom('reader_day_keys').select('key').where('on_date', '=', today).execute()
    expect(keys).toHaveLength(1)
    expect(keys[0]!.key).toHaveLength(32)
  })

  test('a new day begins anew, under another key; the past is thrown away with what was counted under it', async () => {
    await fill(MOST_OF_ADDRESS, () => '203.0.113.9')
    await arrive('203.0.113.9', tomorrow)
    const keys = await db.selectFrom('reader_day_keys').select('key').orderBy('on_date').execute()
    expect(keys[0]!.key.equals(keys[1]!.key)).toBe(false)
    await forgetAddresses(db, there, tomorrow)
    expect(await rowsOf('reader_day_keys')).toBe(2)
    await forgetAddresses(db, here, tomorrow)
    expect([await rowsOf('reader_day_keys'), await rowsOf('reader_buckets')]).toEqual([1, 1])
  })

  test('no address is stored, nor a hash that the database alone could be searched with', async () => {
    await arrive('203.0.113.77')
    const stored = await everythingStored(db, ['reader_marks', 'reader_buckets', 'reader_day_keys'])
    expect(stored).not.toMatch(/203\.0\.113\.77|cb00714d/i)
    const { key: dayKey } = await db.selectFrom('reader_day_keys').select('key').where('on_date', '=', today).executeTakeFirstOrThrow()
    const named = `poll:${subject.id}:203.0.113.77`
    const withServerKey = createHmac('sha256', dayKey).update(key).update(named).digest()
    const guess = createHmac('sha256', dayKey).update(named).digest()
    const buckets = await db.selectFrom('reader_buckets').select('bucket').where('subject_id', '=', subject.id).execute()
    expect(buckets).toHaveLength(1)
    expect([withServerKey, guess].map((hash) => buckets[0]!.bucket.equals(hash))).toEqual([true, false])
  })
})
