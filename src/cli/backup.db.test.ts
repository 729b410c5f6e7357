import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase, testDatabase } from '../../tests/support/database.ts'
import { connect } from '../platform/database.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-cli-'))
const dataDir = join(folder, 'var')
const archive = join(folder, 'town.tar.gz.age')
const keyFile = join(folder, 'key.txt')
let url: string
let recipient: string

beforeAll(async () => {
  const { db, url: town } = await testDatabase()
  url = town
  await sql`insert into authorities (id, slug, name, short_name, code_prefix, tier, valid_from)
    values (1, 'phuoc-long', 'UBND', 'Phước Long', 'PL', 'town', '2009-08-11')`.execute(db)
  mkdirSync(join(dataDir, 'secrets'), { recursive: true })
  writeFileSync(join(dataDir, 'secrets', 'app-key'), 'khóa')
  const identity = await generateIdentity()
  recipient = await identityToRecipient(identity)
  writeFileSync(keyFile, `# public key: ${recipient}\n${identity}\n`)
  expect(await run(backup, ['--out', archive, '--age', recipient])).toMatchObject({ code: 0, err: '' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Told {
  code: number
  out: Buffer
  err: string
}

async function run(
  command: typeof backup,
  args: string[],
  { DATABASE_URL = url, DATA_DIR = dataDir, stdin = Buffer.alloc(0) as Buffer, isTTY = false } = {},
): Promise<Told> {
  const told = { out: [] as Buffer[], err: [] as Buffer[] }
  const into = (chunks: Buffer[]) =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(Buffer.from(chunk))
        done()
      },
    })
  const stdout = Object.assign(into(told.out), { isTTY })
  const code = await command(args, {
    // A setting names a host; the tests' server has a socket, which stands behind it and counts.
    env: { DATABASE_URL: DATABASE_URL.replace('@/', '@localhost/'), DATA_DIR },
    stdin: Readable.from([stdin]),
    stdout,
    stderr: into(told.err),
  })
  return { code, out: Buffer.concat(told.out), err: Buffer.concat(told.err).toString() }
}

describe('congdan backup', () => {
  test('says each step with its time, and warns where nothing is encrypted', async () => {
    const told = await run(backup, ['--out', join(folder, 'plain.tar.gz')])
    expect(told.out.toString()).toMatch(
      /^\[ +\d+\.\d s\] ảnh chụp \d+ bảng, PostgreSQL \d+.*\n(\[.*\] .+\n){2}\[.*\] đã ghi .*plain\.tar\.gz, /,
    )
    expect(told).toMatchObject({ code: 0, err: expect.stringContaining('KHÔNG được mã hóa') })
  })

  test('writes to the standard output, its words beside it; recipients from a file', async () => {
    writeFileSync(join(folder, 'recipients.txt'), `# xã Phước Tín\n${recipient}\n`)
    const told = await run(backup, ['--out', '-', '--age-file', join(folder, 'recipients.txt'), '--lang', 'en'])
    expect(told.out.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect(told).toMatchObject({ code: 0, err: expect.stringContaining('rows') })
    expect(told.err).not.toContain('NOT encrypted')
    const target = { DATABASE_URL: await emptyDatabase(), DATA_DIR: join(folder, 'piped'), stdin: told.out }
    expect(await run(restore, ['-', '--identity', keyFile], target)).toMatchObject({ code: 0, err: '' })
    expect(readdirSync(join(folder, 'piped')).toSorted()).toEqual(['files', 'secrets'])
  })

  test.each([
    { args: [], because: 'no file' },
    { args: ['--out', '-'], because: 'a terminal' },
    { args: ['--age'], because: 'no key behind --age' },
    { args: ['town.tar.gz'], because: 'a word too many' },
    { args: ['--nonsense'], because: 'an unknown option' },
  ])('wrong use is 2, with the usage: $because', async ({ args }) => {
    const told = await run(backup, args, { isTTY: true })
    expect(told).toMatchObject({ code: 2, err: expect.stringMatching(/^Dùng sai: .+\n\ncongdan backup --out/) })
    expect(told.out).toHaveLength(0)
  })

  test.each([
    { args: ['--out', join(folder, 'x'), '--age', 'age1khong'], sentence: '“age1khong” không phải khóa công khai age' },
    { args: ['--out', archive], sentence: 'đã có; bản sao lưu không ghi đè' },
    { args: ['--out', join(folder, 'x'), '--age-file', join(folder, 'nowhere')], sentence: 'Không đọc được tệp' },
  ])('a refusal is 1 and says why: $sentence', async ({ args, sentence }) => {
    expect(await run(backup, args)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) })
  })

  test('is refused with another DATA_DIR than the server has', async () => {
    const told = await run(backup, ['--out', join(folder, 'x')], { DATA_DIR: join(folder, 'elsewhere') })
    expect(told).toMatchObject({ code: 1, err: expect.stringContaining('Không thấy khóa của máy chủ') })
  })
})

describe('congdan restore', () => {
  test('checks without writing', async () => {
    const told = await run(restore, [archive, '--identity', keyFile, '--dry-run', '--lang=en'])
    expect(told).toMatchObject({ code: 0, err: '' })
    expect(told.out.toString()).toMatch(
      /the backup is whole: made at 20.*Z, Cổng Dân \d.*, PostgreSQL .*; \d+ rows, 0 waiting jobs, 0 files\n$/,
    )
  })

  test('restores, and says what to do next', async () => {
    const target = { DATABASE_URL: await emptyDatabase(), DATA_DIR: join(folder, 'new') }
    const told = await run(restore, [archive, '--identity', keyFile], target)
    expect(told.err).toBe('')
    expect(told.code).toBe(0)
    expect(told.out.toString()).toMatch(/khôi phục xong; hãy khởi động máy chủ rồi tra cứu thử một hồ sơ\n$/)
    expect(readFileSync(join(folder, 'new', 'secrets', 'app-key'), 'utf8')).toBe('khóa')
    const { db, close } = connect(target.DATABASE_URL, 1)
    expect(await db.selectFrom('authorities').select('slug').execute()).toEqual([{ slug: 'phuoc-long' }])
    await close()
  })

  test('into a database in use: refused, and nothing was left behind', async () => {
    const told = await run(restore, [archive, '--identity', keyFile], { DATA_DIR: join(folder, 'used') })
    expect(told.code).toBe(1)
    expect(told.err).toMatch(/(Máy chủ Cổng Dân đang nối|Cơ sở dữ liệu đã có dữ liệu).*\nKhôi phục không thành và không để lại gì/)
  })

  test.each([
    { args: [archive], sentence: 'được mã hóa. Hãy cho biết khóa bí mật: --identity' },
    { args: [archive, '--identity', archive], sentence: 'không chứa khóa bí mật age dùng được' },
    { args: [join(folder, 'nowhere')], sentence: 'Không đọc được tệp' },
    { args: [keyFile], sentence: 'không phải bản sao lưu của Cổng Dân' },
  ])('a refusal is 1 and says why: $sentence', async ({ args, sentence }) => {
    expect(await run(restore, args)).toMatchObject({ code: 1, err: expect.stringContaining(sentence) })
  })

  test('wrong use is 2, help is 0', async () => {
    expect(await run(restore, [])).toMatchObject({ code: 2, err: expect.stringContaining('congdan restore TỆP') })
    expect(await run(restore, ['a', 'b'])).toMatchObject({ code: 2 })
    expect(await run(restore, ['--help', '--lang', 'en'])).toMatchObject({ code: 0, err: '' })
  })
})
