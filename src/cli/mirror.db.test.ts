import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { expectOpensOffline, filesOf } from '../../tests/support/mirror-check.ts'
import { SmallLog, smallTown } from '../../tests/support/small-log.ts'
import { integrateAll, setUpLog } from '../modules/log/index.ts'
import { publicForms } from '../public-forms.ts'
import { openCheckpoint } from '../shared/tlog/checkpoint.ts'
import { treeRoot } from '../shared/tlog/merkle.ts'
import { tilePath, tileReader } from '../shared/tlog/tiles.ts'
import { formatVkey, parseVkey } from '../shared/tlog/vkey.ts'
import { mirror } from './mirror.ts'

const now = () => new Date('2026-11-22T10:00:00+07:00')
const { app, db, dataDir } = await testApp({ now, petitions: true })
const scope = { authorityId: 1 }
const key = (await setUpLog(db, scope, { folder: join(dataDir, 'log'), origin: 'phuoc-long.vidu.vn/log' })).vkey
await integrateAll({ db, folder: join(dataDir, 'log'), forms: publicForms }, scope)
const url = await app.listen({ port: 0, host: '127.0.0.1' })

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-mirror-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function command(...args: string[]): Promise<{ code: number; said: string }> {
  const parts: string[] = []
  const stream = new Writable({
    write: (part, _encoding, done) => {
      parts.push(String(part))
      done()
    },
  })
  const code = await mirror(args, { stdout: stream, stderr: stream })
  return { code, said: parts.join('') }
}

describe('a mirror of the demonstration town', async () => {
  const folder = newFolder()
  const made = await command(folder, '--url', url, '--log', key)

  test('holds the log, whole and as it was signed', async () => {
    expect(made).toMatchObject({ code: 0, said: expect.stringMatching(/Đã chép sổ \d+ dòng/) })
    const { checkpoint } = openCheckpoint(readFileSync(join(folder, 'log/checkpoint')), [parseVkey(key)])
    expect(checkpoint.size).toBeGreaterThan(100)
    const read = tileReader(async (tile) => readFileSync(join(folder, 'log', tilePath(tile))), checkpoint.size)
    expect(await treeRoot(read, checkpoint.size)).toEqual(checkpoint.root)
  })

  test('holds all public data, and of nobody more than a visitor sees', async () => {
    const petitions = readFileSync(join(folder, 'data/petitions.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const { count } = await db
      .selectFrom('petitions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('publish', '=', true)
      .where('cleared_at', 'is not', null)
      .where('status', '<>', 'withdrawn')
      .executeTakeFirstOrThrow()
    expect(petitions).toHaveLength(count)
    expect(existsSync(join(folder, 'data/open-data/register.csv'))).toBe(true)
    const filers = await db.selectFrom('petition_filers').select(['phone', 'email', 'address', 'identity_number as identity']).execute()
    const everything = filesOf(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const)
    // Names may stand in an answer that the office has published: "Kính gửi ông …".
    const secrets = filers.flatMap(({ phone, email, address, identity }) => [phone, email, address, identity].filter((one) => one !== null))
    expect(secrets.length).toBeGreaterThan(20)
    const found = secrets.flatMap((secret) =>
      everything.filter(([, text]) => text.includes(secret)).map(([name]) => `${secret} in ${name}`),
    )
    expect(found).toEqual([])
  })

  test('opens without a network: each link leads to a file in it, and nothing is loaded', () => {
    expectOpensOffline(folder)
  })

  test('made again takes only what is new, and leaves no halves', async () => {
    const before = filesOf(folder)
    expect((await command(folder, '--url', url)).said).toContain('(thêm 0)')
    expect(filesOf(folder)).toEqual(before)
    expect(before.filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('a folder that is brought up again and again', () => {
  test('holds of the right edge what the signed tree has, and no more', async () => {
    const log = new SmallLog().addMany(70)
    const town = await smallTown(log)
    const folder = newFolder()
    for (const more of [200, 300, 0]) {
      expect((await command(folder, '--url', town.url)).code).toBe(1)
      log.addMany(more)
    }
    expect((await command(folder, '--url', town.url)).code).toBe(1)
    const tiles = ['0/000', '0/001', '0/002.p/58', '1/000.p/2', 'entries/000', 'entries/001', 'entries/002.p/58']
    expect(filesOf(folder).filter((name) => name.startsWith('log/tile/'))).toEqual(tiles.map((name) => `log/tile/${name}`))
  })

  test('has a bundle that the disk has spoilt fetched anew', async () => {
    const log = new SmallLog().addMany(300)
    const town = await smallTown(log)
    const folder = newFolder()
    await command(folder, '--url', town.url)
    const path = join(folder, 'log/tile/entries/000')
    const whole = readFileSync(path)
    writeFileSync(path, whole.subarray(0, 500))
    await command(folder, '--url', town.url)
    expect(readFileSync(path).equals(whole)).toBe(true)
  })
})

describe('a log that does not go on from the copy is not taken', () => {
  test.each([
    ['ngắn hơn', (log: SmallLog) => log.copy(200)],
    ['không nối tiếp', (log: SmallLog) => log.copy(299).addMany(3, 'other')],
    ['khóa khác', () => new SmallLog().addMany(300)],
  ])('%s', async (words, next) => {
    const log = new SmallLog().addMany(300)
    const town = await smallTown(log)
    const folder = newFolder()
    // A town with nothing but a log: its data cannot be fetched, its log is there.
    expect((await command(folder, '--url', town.url)).code).toBe(1)
    const copied = readFileSync(join(folder, 'log/checkpoint'), 'utf8')
    town.serve(next(log))
    const refused = await command(folder, '--url', town.url, '--log', formatVkey(log.key.vkey))
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(words) })
    expect(readFileSync(join(folder, 'log/checkpoint'), 'utf8')).toBe(copied)
  })

  test('nor lines that the signature does not cover', async () => {
    const town = await smallTown(new SmallLog().addMany(300))
    town.spoil((path, bytes) => (path.includes('/entries/') ? bytes.map((byte, at) => (at === 4 ? byte ^ 1 : byte)) : bytes))
    const folder = newFolder()
    expect(await command(folder, '--url', town.url)).toMatchObject({ code: 1, said: expect.stringContaining('không khớp chữ ký') })
    expect(existsSync(join(folder, 'log/checkpoint'))).toBe(false)
  })
})

test.each([[], ['x'], ['x', '--url', 'town'], ['x', 'y', '--url', url], ['x', '--url', url, '--log', 'z'], ['--what']])(
  'used wrongly says how it is used: %s',
  async (...args) => {
    expect(await command(...args)).toMatchObject({ code: 2, said: expect.stringContaining('congdan mirror THU_MUC') })
  },
)
