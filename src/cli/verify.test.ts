import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sampleLog } from '../../tests/support/sample-receipt.ts'
import { formatSigningKey, formatVkey, keyTypes, newSigningKey } from '../shared/tlog/vkey.ts'
import { verify } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const log = await sampleLog()
const [file, forged, other] = ['phieu.json', 'gia.json', 'anh.jpg'].map((name) => join(folder, name)) as [string, string, string]
writeFileSync(file, log.receipt)
const changed = Buffer.from(log.receipt)
changed[changed.indexOf('2026-12-07')] = 0x33
writeFileSync(forged, changed)
writeFileSync(other, Buffer.from([0xff, 0xd8, 0xff]))
const stranger = formatVkey(newSigningKey('congdan.local/phuoc-long', keyTypes.note).vkey)

async function run(args: string[], env = { DATA_DIR: join(folder, 'nowhere') }): Promise<{ code: number; out: string; err: string }> {
  const kept = { out: '', err: '' }
  const sink = (name: 'out' | 'err') => ({
    write: (text: unknown) => {
      kept[name] += String(text)
      return true
    },
  })
  return { code: await verify(args, { stdout: sink('out'), stderr: sink('err'), env }), ...kept }
}

test('a true receipt: 0, and what was proved and what not', async () => {
  const { code, out, err } = await run([file, '--key', log.vkey])
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^Phiếu thật\n/)
  expect(out).toContain('Mã đơn: PL-2026-00128')
  expect(out).toContain('Hạn: Thứ hai, 07/12/2026')
  expect(out).toContain('Nội dung: Nắp cống vỡ từ tuần trước.')
  expect(out).toMatch(/Đã chứng minh được:\n {2}- Việc này nằm ở dòng 201/)
  expect(out).toMatch(/Không chứng minh được:\n {2}- Điều viết trong đơn/)
})

test('a forged one: 1, and the part', async () => {
  expect(await run([forged, '--key', log.vkey])).toMatchObject({
    code: 1,
    out: expect.stringMatching(/^Phiếu giả\nPhần sai: nội dung ghi sổ\./),
  })
  expect((await run([forged, '--json'])).out).toBe('{"ok":false,"part":"leaf","fault":"leaf_hash"}\n')
})

test('a key that nobody has compared is said plainly; a wrong one is "giả"', async () => {
  const { code, out } = await run([file])
  expect(code).toBe(0)
  expect(out).toMatch(/^Phiếu thật, nếu khóa này là của cơ quan\nChữ ký đúng, nhưng khóa này chưa được đối chiếu/)
  expect(await run([file, '--key', stranger])).toMatchObject({
    code: 1,
    out: expect.stringContaining('không phải là khóa của cơ quan này'),
  })
})

test('the keys of this server are found by themselves', async () => {
  const dataDir = join(folder, 'server')
  mkdirSync(join(dataDir, 'log'), { recursive: true })
  writeFileSync(join(dataDir, 'log', 'key-1-00000000'), `${formatSigningKey(log.key)}\n`)
  expect((await run([file], { DATA_DIR: dataDir })).out).toMatch(/^Phiếu thật\n/)
  const { out } = await run([file, '--lang', 'en'], { DATA_DIR: dataDir })
  expect(out).toMatch(/^True receipt\n/)
})

test.each<[string, string[]]>([
  ['no such file', [join(folder, 'none')]],
  ['a folder', [folder]],
  ['a photo', [other]],
  ['no file named', []],
  ['two files', [file, forged]],
  ['an unknown option', [file, '--fast']],
  ['a key that is none', [file, '--key', 'x']],
  ['an unknown language', [file, '--lang', 'fr']],
])('%s: 2, and nothing that could be taken for an answer', async (_what, args) => {
  const { code, out, err } = await run(args)
  expect([code, out]).toEqual([2, ''])
  expect(err).not.toMatch(/^Phiếu (thật|giả)/m)
  expect(err).not.toBe('')
})
