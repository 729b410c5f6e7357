import { createHash } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checkpoint, parseCheckpoint } from '../shared/tlog/checkpoint.ts'
import { parseNote } from '../shared/tlog/note.ts'
import { formatSigningKey, keyTypes, newSigningKey, parseSigningKey, type SigningKey } from '../shared/tlog/vkey.ts'
import { writeDurably } from './durable.ts'
import { takeFolder } from './folder-lock.ts'
import { StartRefusal } from './start-refusal.ts'

/** The newest head of a log that this witness has cosigned. */
export interface KnownHead extends Checkpoint {
  /** As the log signed it: proof of what the log once said. */
  note: string
}

export interface WitnessState {
  key: SigningKey
  /**
   * One after another for each log: reads what is known, and keeps what `change` gives back before it resolves.
   * Nothing that depends on the kept head may leave this process earlier.
   */
  change: <T>(origin: string, change: (known: KnownHead | null) => Promise<{ keep?: string; result: T }>) => Promise<T>
  known: (origin: string) => Promise<KnownHead | null>
  close: () => Promise<void>
}

/**
 * Opens the folder of a witness; the first time, with a name, it makes the key.
 * @throws StartRefusal when the folder is another process's, or a file in it is damaged
 */
export async function openWitness(folder: string, name: string | null): Promise<WitnessState> {
  const logs = join(folder, 'logs')
  await mkdir(logs, { recursive: true, mode: 0o700 })
  const release = await takeFolder(folder)
  try {
    const key = await keyIn(folder, name)
    return { key, ...headsIn(logs), close: release }
  } catch (error) {
    await release()
    throw error
  }
}

async function keyIn(folder: string, name: string | null): Promise<SigningKey> {
  const path = join(folder, 'key')
  const content = await readIfThere(path)
  if (content === null) {
    if (name === null) throw new StartRefusal('nameMissing')
    const key = newSigningKey(name, keyTypes.cosignature)
    await writeDurably(path, `${formatSigningKey(key)}\n`)
    return key
  }
  await chmod(path, 0o600)
  const key = parseSigningKey(content.trimEnd())
  if (name !== null && name !== key.vkey.name) throw new StartRefusal('otherName')
  return key
}

function headsIn(logs: string): Pick<WitnessState, 'change' | 'known'> {
  const queues = new Map<string, Promise<unknown>>()
  // Names of logs may hold any letter; those of files may not.
  const pathOf = (origin: string) => join(logs, `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}.txt`)

  async function known(origin: string): Promise<KnownHead | null> {
    const path = pathOf(origin)
    const note = await readIfThere(path)
    if (note === null) return null
    // A damaged file stops everything: to begin again from nothing would cosign whatever is shown.
    const checkpoint = headIn(path, note)
    if (checkpoint.origin !== origin) throw new Error(`${path} holds a checkpoint of ${checkpoint.origin}; it must be of ${origin}.`)
    return { ...checkpoint, note }
  }

  return {
    known,
    async change(origin, change) {
      const before = queues.get(origin) ?? Promise.resolve()
      const turn = before.then(async () => {
        const { keep, result } = await change(await known(origin))
        if (keep !== undefined) await writeDurably(pathOf(origin), keep)
        return result
      })
      // A failed turn does not stop the next one.
      queues.set(
        origin,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}

function headIn(path: string, note: string): Checkpoint {
  try {
    return parseCheckpoint(parseNote(note).text)
  } catch (cause) {
    throw new Error(`${path} is damaged. Bring it back from a copy of this folder; without one, begin in a new folder under a new name.`, {
      cause,
    })
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
