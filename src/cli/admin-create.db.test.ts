import { Readable } from 'node:stream'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../tests/support/database.ts'
import { hashPassword, quickHashing } from '../modules/accounts/index.ts'
import type { Db } from '../platform/database.ts'
import { adminCreate } from './admin-create.ts'

let db: Db
let out = ''
let err = ''

beforeAll(async () => {
  db = (await testDatabase()).db
})
beforeEach(() => {
  out = ''
  err = ''
})

const run = (args: string[], stdin = '') =>
  adminCreate(args, {
    db,
    hasher: { hash: (password) => hashPassword(password, quickHashing) },
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: {
      write: (text: string) => {
        out += text
        return true
      },
    },
    stderr: {
      write: (text: string) => {
        err += text
        return true
      },
    },
  })

test('refuses while there is no authority', async () => {
  expect(await run(['--username', 'khanh', '--name', 'Khánh'])).toBe(1)
  expect(err).toContain('Chưa có đơn vị hành chính nào')
  await db
    .insertInto('authorities')
    .values({
      id: 1,
      slug: 'phuoc-long',
      name: 'UBND',
      short_name: 'Phước Long',
      code_prefix: 'PL',
      tier: 'town',
      valid_from: '2009-08-11',
      valid_to: null,
      host: null,
    })
    .execute()
})

test('prints a temporary password once', async () => {
  expect(await run(['--username', 'Khánh', '--name', '  Phạm   Khánh '])).toBe(0)
  expect(out).toMatch(/Phạm Khánh, tên đăng nhập: khanh\nMật khẩu tạm \(chỉ hiện một lần\): [a-z2-9-]{19}\n$/)
  const person = await db
    .selectFrom('auth_users')
    .innerJoin('staff', 'person_id', 'auth_users.id')
    .select(['roles', 'password_is_temporary'])
    .executeTakeFirst()
  expect(person).toEqual({ roles: ['administrator'], password_is_temporary: true })
  expect(await db.selectFrom('audit_entries').select(['action', 'actor_id']).execute()).toEqual([
    { action: 'person.added', actor_id: 'command' },
  ])
})

test('takes a password from standard input and prints none', async () => {
  expect(
    await run(
      ['--username', 'linh', '--name', 'Linh', '--password-stdin', '--authority', 'phuoc-long', '--lang', 'en'],
      'mưa đầu mùa Bà Rá\r\nmore',
    ),
  ).toBe(0)
  expect(out).toBe('Administrator Linh created, user name: linh\n')
})

test.each([
  ['a taken name', ['--username', 'linh', '--name', 'Linh'], '', 1, 'đã có người dùng'],
  ['a strange name', ['--username', 'a b', '--name', 'Linh'], '', 1, 'Tên đăng nhập gồm'],
  ['a blank full name', ['--username', 'minh', '--name', ' '], '', 1, 'Họ và tên'],
  ['an unknown authority', ['--username', 'minh', '--name', 'Minh', '--authority', 'x'], '', 1, 'không có đơn vị mang mã này'],
  ['a short password', ['--username', 'minh', '--name', 'Minh', '--password-stdin'], 'ngan\n', 1, 'từ 10 đến 128'],
  ['a guessable password', ['--username', 'minh', '--name', 'Minh', '--password-stdin'], 'matkhau123\n', 1, 'không dễ đoán'],
  ['no name at all', ['--name', 'Minh'], '', 2, 'thiếu --username'],
  ['an unknown option', ['--force'], '', 2, 'Cách dùng'],
  ['an unknown language', ['--username', 'minh', '--name', 'Minh', '--lang', 'fr'], '', 2, '--lang fr'],
])('refuses %s and writes nothing', async (_label, args, stdin, exit, sentence) => {
  const before = await db.selectFrom('auth_users').select('id').execute()
  expect(await run(args, stdin)).toBe(exit)
  expect(err).toContain(sentence)
  expect(out).toBe('')
  expect(await db.selectFrom('auth_users').select('id').execute()).toEqual(before)
})

test('explains itself', async () => {
  expect(await run(['--help'])).toBe(0)
  expect(out).toContain('congdan admin create')
})
