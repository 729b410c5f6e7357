import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { type DatabaseAddress, type ImportOptions, readDatabase, readDatabaseAddress, readDump } from '../importers/nukeviet/index.ts'
import type { CommandIo } from './backup-use.ts'

interface Asked {
  dump?: string | undefined
  database?: string | undefined
  'password-stdin': boolean
}

/** Why the rows cannot be asked for; the words for it are in the importer's text. */
type Refusal = { refused: 'noSource' | 'twoSources' | 'wrongDatabase' | 'twoPasswords' | 'noDump' }

/** Where the rows come from: a dump or a database, never both. */
export async function sourceOf(
  asked: Asked,
  io: Pick<CommandIo, 'stdin'>,
): Promise<{ read: ImportOptions['read']; hasVisiblePassword: boolean } | Refusal> {
  const { dump, database } = asked
  if (!dump && !database) return { refused: 'noSource' }
  if (dump && database) return { refused: 'twoSources' }
  if (dump) {
    if (dump !== '-' && !(await isThere(dump))) return { refused: 'noDump' }
    const bytes = () => (dump === '-' ? io.stdin : createReadStream(dump, { highWaterMark: 256 * 1024 }))
    return { read: (isWanted) => readDump(bytes(), isWanted), hasVisiblePassword: false }
  }
  const address = readDatabaseAddress(database!)
  if (!address) return { refused: 'wrongDatabase' }
  if (asked['password-stdin'] && address.password !== null) return { refused: 'twoPasswords' }
  const whole: DatabaseAddress = asked['password-stdin'] ? { ...address, password: await firstLine(io.stdin) } : address
  return { read: (isWanted) => readDatabase(whole, isWanted), hasVisiblePassword: address.password !== null }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

const LONGEST_PASSWORD = 4096

/** The first line of standard input, without its line end. */
async function firstLine(stdin: Readable): Promise<string> {
  let read = ''
  for await (const chunk of stdin) {
    read += Buffer.from(chunk).toString('utf8')
    if (read.includes('\n') || read.length > LONGEST_PASSWORD) break
  }
  return read.split('\n')[0]!.replace(/\r$/, '')
}
