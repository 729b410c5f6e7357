import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { testPlans } from '../../tests/support/plans/index.ts'
import { planFile } from '../../tests/support/plans/plan-file.ts'
import { planCommand } from './plan.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function kept(name: string, bytes: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

async function run(...args: string[]) {
  const io = { stdout: new PassThrough(), stderr: new PassThrough() }
  const code = await planCommand(args, io)
  return { code, out: (io.stdout.read() as Buffer | null)?.toString() ?? '', err: (io.stderr.read() as Buffer | null)?.toString() ?? '' }
}

const path = kept('ke-hoach.docx', planFile(testPlans.find(({ name }) => name === 'công tác dân vận')!))

test('JSON as the contract names it; what the plan does not name is left out', async () => {
  const { code, out } = await run('read', path, '--json')
  const { document, items, unread } = JSON.parse(out) as { document: object; items: object[]; unread: object[] }
  expect(code).toBe(0)
  expect(document).toMatchObject({ number: '37/KH-UBND', issuedOn: '2017-02-09' })
  expect(items).toHaveLength(12)
  expect(items[0]).toEqual({
    kind: 'objective',
    text: 'Nâng cao nhận thức, trách nhiệm của cán bộ, công chức về công tác dân vận trong tình hình mới.',
    partners: [],
    sentence: { text: 'Nâng cao nhận thức, trách nhiệm của cán bộ, công chức về công tác dân vận trong tình hình mới.', path: 'I/1/-1' },
    sure: 0.95,
  })
  expect(items[7]).toMatchObject({ lead: 'Thanh tra thị xã', due: { text: 'trong quý II/2017', on: '2017-06-30' } })
  expect(unread).toContainEqual(expect.objectContaining({ because: 'closing' }))
})

test('lines for people, in both languages', async () => {
  const { code, out } = await run('read', path)
  expect(code).toBe(0)
  expect(out).toContain('[II/2/-2] nhiệm vụ: Thanh tra thị xã chủ trì')
  expect(out).toContain('chủ trì: Thanh tra thị xã · phối hợp: Ban Tiếp công dân; Phòng Tư pháp')
  expect((await run('read', path, '--lang', 'en')).out).toContain('Not read:')
})

test('the same plan as .docx and .odt is read alike', async () => {
  const file = (name: string) => fileURLToPath(new URL(`../../tests/support/plans/files/decision-of-assignments.${name}`, import.meta.url))
  const odt = await run('read', file('odt'), '--json')
  expect(odt).toEqual(await run('read', file('docx'), '--json'))
  expect(JSON.parse(odt.out)).toMatchObject({ document: { number: '734/QĐ-UBND' } })
})

test('pasted text', async () => {
  const { code, out } = await run('read', kept('a.txt', 'II. NHIỆM VỤ\n1. Trồng cây dọc đường làng.'), '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ items: [{ kind: 'task', sentence: { path: 'II/1' } }] })
})

test.each<[string, string[], number, RegExp]>([
  ['no such file', ['read', join(folder, 'none.docx')], 1, /Không mở được/],
  ['neither .docx nor .odt', ['read', kept('b.docx', 'x')], 1, /không phải \.docx hay \.odt/],
  ['no file named', ['read'], 2, /Gọi sai/],
  ['another verb', ['write', path], 2, /Gọi sai: write/],
  ['an unknown option', ['read', path, '--xml'], 2, /Gọi sai/],
  ['an unknown language', ['read', path, '--lang', 'fr'], 2, /--lang vi\|en/],
])('%s', async (_, args, code, words) => {
  const done = await run(...args)
  expect(done.code).toBe(code)
  expect(done.err).toMatch(words)
  expect(done.out).toBe('')
})

test('a refusal as JSON, and help', async () => {
  const { code, out } = await run('read', kept('c.docx', 'x'), '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({ error: 'unknown-format' })
  expect((await run('--help')).code).toBe(0)
})
