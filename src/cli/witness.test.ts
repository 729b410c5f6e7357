import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { SmallLog, smallTown } from '../../tests/support/small-log.ts'
import { formatVkey, keyTypes, newSigningKey } from '../shared/tlog/vkey.ts'
import { witness } from './witness.ts'

const folder = mkdtempSync(join(tmpdir(), 'congdan-witness-'))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function text(): Writable & { said: () => string } {
  const parts: string[] = []
  const stream = new Writable({
    write: (part, _encoding, done) => {
      parts.push(String(part))
      done()
    },
  })
  return Object.assign(stream, { said: () => parts.join('') })
}

async function command(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [text(), text()]
  const code = await witness(args, { stdout, stderr })
  return { code, out: stdout.said(), err: stderr.said() }
}

/** The command in a process of its own, until it is ready. */
async function started(args: readonly string[]): Promise<{ child: ChildProcess; url: string }> {
  const script = `import { witness } from '${join(import.meta.dirname, 'witness.ts')}'\nprocess.exitCode = await witness(process.argv.slice(1))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, '--', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  let said = ''
  // Read to its end: a closed pipe would end the witness.
  const ready = new Promise<string>((done, failed) => {
    child.stdout!.on('data', (part) => {
      said += String(part)
      const [, url] = /ready (http:\S+)/.exec(said) ?? []
      if (url) done(url)
    })
    child.once('exit', () => failed(new Error(`The witness ended: ${said}`)))
  })
  return { child, url: await ready }
}

describe('congdan witness', () => {
  const log = new SmallLog().addMany(7)
  const vkey = formatVkey(log.key.vkey)
  const other = formatVkey(newSigningKey('x.vn', keyTypes.cosignature).vkey)

  test.each([
    { args: [] },
    { args: [folder] },
    { args: [folder, 'b', '--log', vkey] },
    { args: [folder, '--log', 'x'] },
    { args: [folder, '--log', other] },
    { args: [folder, '--log', vkey] },
    { args: [folder, '--log', vkey, '--name', 'có dấu cách'] },
    { args: [folder, '--log', vkey, '--url', 'town'] },
    { args: [folder, '--log', vkey, '--every', '1'] },
    { args: [folder, '--log', vkey, '--port', '99999'] },
    { args: [folder, '--log', vkey, '--lang', 'fr'] },
    { args: [folder, '--what'] },
  ])('used wrongly says how it is used: $args', async ({ args }) => {
    const { code, out, err } = await command(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(/--name|--log|--url/)
  })

  test('tells how it is used, in both languages', async () => {
    expect((await command('--help')).out).toContain('Làm nhân chứng')
    expect((await command('--help', '--lang', 'en')).out).toContain('Is a witness')
  })

  test('makes its key at the first start, and shows it', async () => {
    const first = await command(folder, '--name', 'truong.vidu.vn', '--key')
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toMatch(/^truong\.vidu\.vn\+[0-9a-f]{8}\+B[\w+/]+=*\n$/)
    expect((await command(folder, '--key')).out).toBe(first.out)
    expect(await command(folder, '--key', '--name', 'khac.vn')).toMatchObject({ code: 1, out: '' })
  })

  test('killed in the middle of its work forgets nothing that it has signed', async () => {
    const args = [folder, '--log', vkey, '--port', '0']
    const before = await started(args)
    const ask = async (url: string, body: string) => fetch(`${url}/add-checkpoint`, { method: 'POST', body })
    expect((await ask(before.url, await log.request(0))).status).toBe(200)
    before.child.kill('SIGKILL')
    await once(before.child, 'exit')
    const after = await started(args)
    const answer = await ask(after.url, await log.copy(5).request(0))
    expect([answer.status, await answer.text()]).toEqual([409, '7\n'])
    expect((await ask(after.url, await log.request(7))).status).toBe(200)
    after.child.kill('SIGTERM')
    expect(await once(after.child, 'exit')).toEqual([0, null])
  }, 60_000)

  test('fetches once and says what came of it', async () => {
    const town = await smallTown(log)
    const once_ = () => command(folder, '--log', vkey, '--url', town.url, '--once')
    expect(await once_()).toMatchObject({ code: 0, out: expect.stringContaining('sổ có 7 dòng') })
    town.serve(log.copy(3))
    const refused = await once_()
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('bản sao lưu cũ')
    expect(refused.err).toContain('Sổ đã ký: 7 dòng. Sổ đưa ra: 3 dòng.')
  })
})
