import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SmallLog, type SmallTown, smallTown } from '../../tests/support/small-log.ts'
import { cosignatureVerifier } from '../shared/tlog/cosignature.ts'
import { noteVerifier, parseNote, verifyNote } from '../shared/tlog/note.ts'
import { openRefusal } from '../shared/tlog/refusal.ts'
import { keyTypes, newSigningKey } from '../shared/tlog/vkey.ts'
import type { Witness } from './answer.ts'
import { evidenceIn } from './evidence.ts'
import { pullOnce } from './pull.ts'
import { openWitness } from './state.ts'
import { townAt } from './town.ts'

const at = new Date('2026-11-26T15:30:00+07:00')

async function pulling(
  log: SmallLog,
): Promise<{ witness: Witness; town: SmallTown; pull: () => ReturnType<typeof pullOnce>; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'congdan-witness-'))
  const state = await openWitness(folder, 'truong.vidu.vn/nhan-chung')
  afterAll(async () => {
    await state.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const witness = { ...state, logs: [log.key.vkey], keepEvidence: evidenceIn(folder), now: () => at }
  const town = await smallTown(log)
  return { witness, town, folder, pull: () => pullOnce(witness, townAt(`${town.url}/`)) }
}

describe('a witness that nobody can reach', () => {
  test('fetches checkpoint and tiles, checks them, and brings its cosignature back', async () => {
    const log = new SmallLog().addMany(700)
    const { witness, town, pull } = await pulling(log)
    expect(await pull()).toEqual({ outcome: 'cosigned', origin: 'vidu.vn/so', size: 700, before: 0 })
    log.addMany(900)
    expect(await pull()).toMatchObject({ outcome: 'cosigned', size: 1600, before: 700 })
    expect(await pull(), 'nothing new').toMatchObject({ outcome: 'cosigned', size: 1600, before: 1600 })
    expect(town.posted.map(({ path }) => path)).toEqual(Array(3).fill('/api/v1/log/cosignatures'))
    const note = parseNote(town.posted[1]!.note)
    expect(verifyNote(note, [noteVerifier(log.key.vkey), cosignatureVerifier(witness.key.vkey)])).toHaveLength(2)
  })

  test('takes the full tile where the partial one is gone', async () => {
    const log = new SmallLog().addMany(300)
    const { town, pull } = await pulling(log)
    await pull()
    log.addMany(10)
    const grown = log.copy().addMany(300)
    town.spoil((path, bytes) => (path.startsWith('/log/tile/0/') && path.includes('.p/') ? null : bytes))
    // The checkpoint is of 310 lines, the tiles are already those of 610.
    const checkpoint = await log.checkpoint()
    town.serve(Object.assign(grown, { checkpoint: async () => checkpoint }))
    expect(await pull()).toMatchObject({ outcome: 'cosigned', size: 310 })
  })

  test.each([
    ['shorter', (log: SmallLog) => log.copy(20)],
    ['otherRoot', (log: SmallLog) => log.copy(29).addMany(1, 'other')],
    ['inconsistent', (log: SmallLog) => log.copy(28).addMany(5, 'other')],
  ] as const)('refuses a log that is %s, says so to the town under its key, and keeps the proof', async (reason, next) => {
    const log = new SmallLog().addMany(30)
    const { witness, town, pull, folder } = await pulling(log)
    await pull()
    const changed = next(log)
    town.serve(changed)
    const shown = changed.leaves.length
    expect(await pull()).toEqual({ outcome: 'refused', origin: 'vidu.vn/so', reason, known: 30, shown, told: true })
    const { path, note } = town.posted.at(-1)!
    expect(path).toBe('/api/v1/log/refusals')
    expect(openRefusal(note, witness.key.vkey)).toMatchObject({ reason, at, known: { size: 30 }, shown: { size: shown } })
    expect(() => openRefusal(note.replace('30', '31'), witness.key.vkey)).toThrow(/wrong/)
    expect(() => openRefusal(note, newSigningKey('truong.vidu.vn/nhan-chung', keyTypes.cosignature).vkey)).toThrow(/No known key/)
    expect(readdirSync(join(folder, 'evidence'))).toHaveLength(1)
    town.serve(log)
    expect(await pull(), 'the honest log comes back').toMatchObject({ outcome: 'cosigned', size: 30 })
  })

  test('says when there is no town, no log or no whole log; none of that is a refusal', async () => {
    const log = new SmallLog().addMany(600)
    const { witness, town, pull, folder } = await pulling(log)
    await pull()
    log.addMany(600)
    const posted = town.posted.length
    town.spoil((path, bytes) => (path.includes('/tile/') ? bytes.map((byte) => byte ^ 1) : bytes))
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'brokenTiles' })
    town.spoil((path, bytes) => (path.includes('/tile/') ? bytes.slice(1) : bytes))
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'malformed' })
    town.spoil((path, bytes) => (path.includes('/tile/') ? null : bytes))
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'unreachable' })
    town.spoil(() => new TextEncoder().encode('<html>'))
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'malformed' })
    town.spoil(null)
    town.serve(new SmallLog().addMany(3))
    expect(await pull()).toMatchObject({ outcome: 'failed', because: 'badSignature' })
    expect(await pullOnce(witness, townAt('http://127.0.0.1:1'))).toMatchObject({ outcome: 'failed', because: 'unreachable' })
    expect(town.posted).toHaveLength(posted)
    expect(readdirSync(folder)).not.toContain('evidence')
    town.serve(log)
    expect(await pull()).toMatchObject({ outcome: 'cosigned', size: 1200 })
  })
})
