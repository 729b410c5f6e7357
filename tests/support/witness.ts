import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { formatVkey, parseVkey, type Vkey } from '../../src/shared/tlog/vkey.ts'
import type { Witness } from '../../src/witness/answer.ts'
import { evidenceIn } from '../../src/witness/evidence.ts'
import { witnessServer } from '../../src/witness/server.ts'
import { openWitness } from '../../src/witness/state.ts'

export interface TestWitness {
  witness: Witness
  /** Its key, as the office is given it. */
  vkey: string
  url: string
  stop: () => Promise<void>
}

/** A witness at work on a port of its own, which knows these logs. */
export async function testWitness(
  logKeys: readonly string[],
  { name = 'truong.vidu.vn/nhan-chung', now = () => new Date() } = {},
): Promise<TestWitness> {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-witness-'))
  const state = await openWitness(folder, name)
  const logs: Vkey[] = logKeys.map(parseVkey)
  const witness = { ...state, logs, keepEvidence: evidenceIn(folder), now }
  const server = witnessServer(witness)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  let isStopped = false
  const stop = async () => {
    if (isStopped) return
    isStopped = true
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await state.close()
  }
  afterAll(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  const { port } = server.address() as AddressInfo
  return { witness, vkey: formatVkey(state.key.vkey), url: `http://127.0.0.1:${port}`, stop }
}
