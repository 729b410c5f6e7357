import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SmallLog } from '../../tests/support/small-log.ts'
import { formatAddCheckpoint } from '../shared/tlog/add-checkpoint.ts'
import { toBase64 } from '../shared/tlog/base64.ts'
import { cosignatureVerifier, cosignedAt } from '../shared/tlog/cosignature.ts'
import { parseNote, parseSignatures, signNote } from '../shared/tlog/note.ts'
import type { Vkey } from '../shared/tlog/vkey.ts'
import { evidenceIn } from './evidence.ts'
import { witnessServer } from './server.ts'
import { openWitness, type WitnessState } from './state.ts'

const at = new Date('2026-11-26T15:30:00+07:00')
const NAME = 'truong.vidu.vn/nhan-chung'

interface Running {
  url: string
  folder: string
  vkey: Vkey
  ask: (body: string | Uint8Array) => Promise<{ status: number; type: string | null; body: string }>
  stop: () => Promise<void>
}

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function run(logs: readonly Vkey[], folder = mkdtempSync(join(tmpdir(), 'congdan-witness-'))): Promise<Running> {
  folders.push(folder)
  const state: WitnessState = await openWitness(folder, NAME)
  const server = witnessServer({ ...state, logs, keepEvidence: evidenceIn(folder), now: () => at })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await state.close()
  }
  afterAll(stop)
  const ask = async (body: string | Uint8Array) => {
    const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body: Buffer.from(body as string) })
    return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
  }
  return { url, folder, vkey: state.key.vkey, ask, stop }
}

const evidenceOf = ({ folder }: Running) => {
  try {
    return readdirSync(join(folder, 'evidence')).map((name) => JSON.parse(readFileSync(join(folder, 'evidence', name), 'utf8')))
  } catch {
    return []
  }
}

describe('a witness', () => {
  test('cosigns what goes on from the last checkpoint', async () => {
    const log = new SmallLog().addMany(3)
    const witness = await run([log.key.vkey])
    const first = await witness.ask(await log.request(0))
    expect(first).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' })
    const [signature, ...more] = parseSignatures(first.body)
    expect(more).toEqual([])
    expect(cosignedAt(signature!)).toEqual(at)
    const { text } = parseNote(await log.checkpoint())
    expect(cosignatureVerifier(witness.vkey).verify(text, signature!.bytes)).toBe(true)
    log.addMany(300)
    expect((await witness.ask(await log.request(3))).status).toBe(200)
    // The same again gives a new signature: it says that nothing newer is known.
    expect((await witness.ask(await log.request(303))).status).toBe(200)
    expect(evidenceOf(witness)).toEqual([])
  })

  test('answers with the size it knows when the log is wrong about it', async () => {
    const log = new SmallLog().addMany(5)
    const witness = await run([log.key.vkey])
    expect(await witness.ask(await log.request(2))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '0\n' })
    await witness.ask(await log.request(0))
    log.addMany(2)
    expect(await witness.ask(await log.request(0))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' })
    expect(await witness.ask(await log.request(6))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '5\n' })
    expect((await witness.ask(await log.request(5))).status).toBe(200)
    expect(evidenceOf(witness)).toEqual([])
  })

  test('says what else is wrong, and cosigns nothing', async () => {
    const log = new SmallLog().addMany(5)
    const witness = await run([log.key.vkey])
    await witness.ask(await log.request(0, 2))
    const stranger = new SmallLog('khac.vn/so').addMany(5)
    const impostor = new SmallLog().addMany(5)
    const proof = await log.proof(2)
    const checkpoint = await log.checkpoint()
    const good = await log.request(2)
    const cases: [string, string | Uint8Array, number][] = [
      ['nothing', '', 400],
      ['no UTF-8', Uint8Array.of(0xff, 0x0a), 400],
      ['no size', good.replace('old 2\n', 'old\n'), 400],
      ['a size with a zero before it', good.replace('old 2\n', 'old 02\n'), 400],
      ['a size below zero', good.replace('old 2\n', 'old -2\n'), 400],
      ['a size beyond counting', good.replace('old 2\n', 'old 99999999999999999999\n'), 400],
      ['no empty line', good.replace('\n\n', '\n'), 400],
      ['a hash that is none', good.replace(toBase64(proof[0]!), 'AAAA'), 400],
      ['64 hashes', formatAddCheckpoint({ oldSize: 2, proof: Array(64).fill(proof[0]), checkpoint }), 400],
      ['an unsigned checkpoint', formatAddCheckpoint({ oldSize: 2, proof, checkpoint: parseNote(checkpoint).text }), 400],
      ['no checkpoint', formatAddCheckpoint({ oldSize: 2, proof, checkpoint: signNote('x\n', []) }), 400],
      ['an old size above the new one', formatAddCheckpoint({ oldSize: 6, proof: [], checkpoint }), 400],
      ['an unknown log', await stranger.request(0), 404],
      ['another key under the same name', await impostor.request(2), 403],
      ['a changed checkpoint', good.replace('vidu.vn/so\n5\n', 'vidu.vn/so\n6\n'), 403],
      ['no proof', formatAddCheckpoint({ oldSize: 2, proof: [], checkpoint }), 422],
      ['a wrong proof', formatAddCheckpoint({ oldSize: 2, proof: proof.toReversed(), checkpoint }), 422],
      ['too long a proof', formatAddCheckpoint({ oldSize: 2, proof: [...proof, proof[0]!], checkpoint }), 422],
      ['a proof where there is nothing to prove', formatAddCheckpoint({ oldSize: 2, proof, checkpoint: await log.checkpoint(2) }), 422],
    ]
    for (const [name, body, status] of cases) {
      const answer = await witness.ask(body)
      expect([name, answer.status, answer.body.includes('—')]).toEqual([name, status, false])
    }
    expect(await witness.ask(await log.request(1)), 'still at two').toMatchObject({ status: 409, body: '2\n' })
    expect((await witness.ask('x'.repeat(70_000))).status).toBe(413)
    expect((await witness.ask(good)).status).toBe(200)
  })

  test('begins with the empty log, too, and knows that there is but one', async () => {
    const log = new SmallLog()
    const witness = await run([log.key.vkey])
    expect((await witness.ask(await log.request(0))).status).toBe(200)
    const nonsense = formatAddCheckpoint({ oldSize: 0, proof: [new Uint8Array(32)], checkpoint: await log.checkpoint() })
    expect((await witness.ask(nonsense)).status).toBe(422)
    log.addMany(1)
    expect((await witness.ask(await log.request(0))).status).toBe(200)
  })

  test('trusts a successor of the key beside the key', async () => {
    const log = new SmallLog().addMany(2)
    const successor = new SmallLog()
    const witness = await run([log.key.vkey, successor.key.vkey])
    await witness.ask(await log.request(0))
    successor.leaves.push(...log.leaves)
    successor.addMany(1)
    expect((await witness.ask(await successor.request(2))).status).toBe(200)
  })

  test('keeps its logs apart', async () => {
    const [one, two] = [new SmallLog('mot.vn/so').addMany(4), new SmallLog('hai.vn/so').addMany(9)]
    const witness = await run([one.key.vkey, two.key.vkey])
    await witness.ask(await one.request(0))
    expect((await witness.ask(await two.request(0))).status).toBe(200)
    const about = await (await fetch(witness.url)).text()
    expect(about).toMatch(/mot\.vn\/so\n {2}4[\s\S]*hai\.vn\/so\n {2}9/)
    expect(about).toContain(NAME)
  })

  test('does one thing', async () => {
    const witness = await run([])
    expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405)
    expect((await fetch(witness.url, { method: 'POST' })).status).toBe(405)
    expect((await fetch(`${witness.url}/key`)).status).toBe(404)
  })
})

describe('the drill', () => {
  test('two servers with one key: the second history is refused, and both checkpoints are kept as proof', async () => {
    const first = new SmallLog().addMany(10)
    const second = first.copy(8)
    const witness = await run([first.key.vkey])
    expect((await witness.ask(await first.request(0))).status).toBe(200)
    second.addMany(2, 'other')
    expect(await witness.ask(await second.request(10))).toEqual({ status: 409, type: 'text/x.tlog.size', body: '10\n' })
    second.addMany(3, 'other')
    expect((await witness.ask(await second.request(10))).status).toBe(422)
    const kept = evidenceOf(witness)
    expect(kept.map(({ reason }) => reason).toSorted()).toEqual(['inconsistent', 'otherRoot'])
    expect(kept[0].known).toBe(await first.checkpoint())
    // The honest one goes on as if nothing had been.
    first.addMany(1)
    expect((await witness.ask(await first.request(10))).status).toBe(200)
  })

  test('an old backup: the witness names the size that once was, and never signs a shorter log', async () => {
    const log = new SmallLog().addMany(10)
    const witness = await run([log.key.vkey])
    await witness.ask(await log.request(0))
    const restored = log.copy(6)
    expect(await witness.ask(await restored.request(6))).toMatchObject({ status: 409, body: '10\n' })
    expect(await witness.ask(await restored.request(0))).toMatchObject({ status: 409, body: '10\n' })
    expect(evidenceOf(witness).map(({ reason }) => reason)).toEqual(['shorter'])
    restored.addMany(9, 'again')
    expect((await witness.ask(await restored.request(10))).status).toBe(422)
  })

  test('a rewritten line: no proof leads from the old log to the new one', async () => {
    const log = new SmallLog().addMany(10)
    const witness = await run([log.key.vkey])
    await witness.ask(await log.request(0))
    const rewritten = log.copy()
    rewritten.leaves[3] = new TextEncoder().encode('nobody was late')
    rewritten.addMany(4)
    expect((await witness.ask(await rewritten.request(10))).status).toBe(422)
    expect(evidenceOf(witness)).toHaveLength(1)
    expect((await witness.ask(await rewritten.request(10))).status).toBe(422)
    expect(evidenceOf(witness), 'the same pair is kept once').toHaveLength(1)
  })
})

describe('what a witness keeps', () => {
  test('outlasts it', async () => {
    const log = new SmallLog().addMany(4)
    const before = await run([log.key.vkey])
    await before.ask(await log.request(0))
    await before.stop()
    const after = await run([log.key.vkey], before.folder)
    expect(after.vkey).toEqual(before.vkey)
    expect(await after.ask(await log.copy(2).request(2))).toMatchObject({ status: 409, body: '4\n' })
    expect(statSync(join(after.folder, 'key')).mode & 0o777).toBe(0o600)
  })

  test('moves one request at a time: of many histories at once, one wins', async () => {
    const base = new SmallLog().addMany(4)
    const witness = await run([base.key.vkey])
    await witness.ask(await base.request(0))
    const rivals = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        base
          .copy()
          .addMany(1 + (n % 3), `rival ${n}`)
          .request(4),
      ),
    )
    const answers = await Promise.all(rivals.map((body) => witness.ask(body)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  })

  test('belongs to one process', async () => {
    const witness = await run([])
    await expect(openWitness(witness.folder, null)).rejects.toMatchObject({ code: 'folderTaken' })
    await witness.stop()
    writeFileSync(join(witness.folder, 'lock'), '1 another-start-of-the-machine\n')
    await (await openWitness(witness.folder, null)).close()
    await expect(openWitness(witness.folder, 'khac.vn')).rejects.toMatchObject({ code: 'otherName' })
    const empty = mkdtempSync(join(tmpdir(), 'congdan-witness-'))
    folders.push(empty)
    await expect(openWitness(empty, null)).rejects.toMatchObject({ code: 'nameMissing' })
  })

  test('when damaged stops it: nothing is signed as if it had known nothing', async () => {
    const log = new SmallLog().addMany(4)
    const witness = await run([log.key.vkey])
    await witness.ask(await log.request(0))
    const [file] = readdirSync(join(witness.folder, 'logs'))
    writeFileSync(join(witness.folder, 'logs', file!), '')
    expect((await witness.ask(await log.request(0))).status).toBe(500)
    expect((await witness.ask(await log.request(4))).status).toBe(500)
  })
})
