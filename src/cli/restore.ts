import { createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Config, loadConfig } from '../config.ts'
import { keyFolder } from '../modules/log/index.ts'
import {
  archiveIn,
  BackupRefused,
  backupText,
  bringForward,
  decrypterFor,
  restoreArchive,
  verifyArchive,
} from '../platform/backup/index.ts'
import type { Lang } from '../shared/lang.ts'
import { type CommandIo, Failed, keysOf, langIn, WrongUse, withRefusals } from './backup-use.ts'
import { openDatabase } from './database.ts'
import { steps } from './steps.ts'

/** `congdan restore`: a backup into an empty database and empty folders; `--dry-run` only checks it. */
export async function restore(args: string[], io: CommandIo = process): Promise<number> {
  const lang = langIn(args)
  const words = backupText[lang]
  return withRefusals('restore', lang, io, async () => {
    const asked = understood(args)
    if (asked.help) return void io.stdout.write(`${words.restore.usage}\n`)
    const { file } = asked
    if (!file) throw new WrongUse(words.noFile)
    const config = loadConfig(io.env)
    const decrypter = asked.identities.length > 0 ? decrypterFor(await keysOf(asked.identities), asked.identities.join(', ')) : undefined
    await withFile(file, config, io, async (path) => {
      const say = steps((line) => io.stdout.write(line))
      say(words.restore.verifying)
      const source = archiveIn(path, decrypter)
      const verified = await verifyArchive(source)
      say(words.restore.verified(verified))
      if (!asked.dryRun) await intoDatabase(config, lang, say, { source, verified })
    })
  })
}

interface Archive {
  source: ReturnType<typeof archiveIn>
  verified: Awaited<ReturnType<typeof verifyArchive>>
}

async function intoDatabase(config: Config, lang: Lang, say: (line: string) => void, { source, verified }: Archive): Promise<void> {
  const words = backupText[lang].restore
  const database = await openDatabase(config)
  try {
    const target = {
      url: database.url,
      filesDir: join(config.dataDir, 'files'),
      secretsDir: join(config.dataDir, 'secrets'),
      logKeysDir: keyFolder(config.dataDir),
    }
    await saying(words.untouched, () => restoreArchive(source, verified, target, (step) => say(words.step(step))))
    const ran = await saying(words.loadedOnly, () => bringForward(database.url))
    say(words.forward(ran.length))
    say(words.done)
  } finally {
    await database.stop()
  }
}

/** What a failure leaves behind is said after the failure itself. */
async function saying<T>(sentence: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new Failed(sentence, { cause: error })
  }
}

/** The file itself; what comes by the standard input is laid beside DATA_DIR first, as it is read twice: once to prove it, once to load it. */
async function withFile(file: string, config: Config, io: CommandIo, run: (path: string) => Promise<void>): Promise<void> {
  if (file !== '-') {
    if (!existsSync(file)) throw new BackupRefused('unreadable', file)
    return run(file)
  }
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  const laid = join(config.dataDir, `restore-input.${process.pid}`)
  try {
    await pipeline(io.stdin, createWriteStream(laid, { flags: 'wx', mode: 0o600 }))
    await run(laid)
  } finally {
    await rm(laid, { force: true })
  }
}

function understood(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        identity: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
        lang: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    if (positionals.length > 1) throw new Error(positionals.slice(1).join(' '))
    return { help: values.help ?? false, file: positionals[0], identities: values.identity ?? [], dryRun: values['dry-run'] ?? false }
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
