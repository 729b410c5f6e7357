import { createHash } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './durable.ts'

/** Two checkpoints that one log has signed and that cannot both be true: whoever holds them can show it to anyone. */
export interface Evidence {
  reason: string
  at: Date
  known: string
  shown: string
  proof: readonly string[]
}

/** A log that is broken for a year must not fill the disk. */
const MOST_FILES = 1_000

export type KeepEvidence = (evidence: Evidence) => Promise<void>

/** Keeps each pair once, below the folder of the witness. */
export function evidenceIn(folder: string): KeepEvidence {
  const kept = join(folder, 'evidence')
  return async ({ reason, at, known, shown, proof }) => {
    await mkdir(kept, { recursive: true, mode: 0o700 })
    const name = `${createHash('sha256').update(`${known}\n${shown}`).digest('hex').slice(0, 32)}.json`
    const names = await readdir(kept)
    if (names.includes(name) || names.length >= MOST_FILES) return
    const content = { format: 'congdan-witness-evidence/v1', reason, at: at.toISOString(), known, shown, proof }
    await writeDurably(join(kept, name), `${JSON.stringify(content, null, 2)}\n`)
  }
}
