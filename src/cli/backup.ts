import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { keyFolder } from '../modules/log/index.ts'
import { type BackupOptions, backupText, backupTo, backupToFile } from '../platform/backup/index.ts'
import { diskStorage } from '../platform/storage.ts'
import { type CommandIo, keysOf, langIn, WrongUse, withRefusals } from './backup-use.ts'
import { joinDatabase } from './database.ts'
import { steps } from './steps.ts'

/** `congdan backup`: database, files and keys of one moment in one archive, encrypted on wish. The server may go on working. */
export async function backup(args: string[], io: CommandIo = process): Promise<number> {
  const lang = langIn(args)
  const words = backupText[lang]
  return withRefusals('backup', lang, io, async () => {
    const asked = understood(args)
    if (asked.help) return void io.stdout.write(`${words.backup.usage}\n`)
    const { out } = asked
    if (!out) throw new WrongUse(words.noFile)
    if (out === '-' && io.stdout.isTTY) throw new WrongUse(words.terminal)
    const recipients = [...asked.recipients, ...(await keysOf(asked.recipientFiles))]
    if (recipients.length === 0) io.stderr.write(`${words.backup.notEncrypted}\n`)
    // The archive itself may go to the standard output: then the steps are said beside it.
    const say = steps((line) => (out === '-' ? io.stderr : io.stdout).write(line))
    await withSource(io, (options) => write({ ...options, recipients, onStep: (step) => say(words.backup.step(step)) }))

    async function write(options: BackupOptions): Promise<void> {
      if (out === '-') return backupTo(options, io.stdout)
      const bytes = await backupToFile(options, out!)
      say(words.backup.done(out!, bytes))
    }
  })
}

async function withSource(
  io: CommandIo,
  write: (options: Pick<BackupOptions, 'url' | 'storage' | 'secretsDir' | 'logKeysDir'>) => Promise<void>,
): Promise<void> {
  const config = loadConfig(io.env)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  const database = await joinDatabase(config)
  try {
    const storage = await diskStorage(join(config.dataDir, 'files'))
    const keys = { secretsDir: join(config.dataDir, 'secrets'), logKeysDir: keyFolder(config.dataDir) }
    await write({ url: database.url, storage, ...keys })
  } finally {
    await database.stop()
  }
}

function understood(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        out: { type: 'string' },
        age: { type: 'string', multiple: true },
        'age-file': { type: 'string', multiple: true },
        lang: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    return { help: values.help ?? false, out: values.out, recipients: values.age ?? [], recipientFiles: values['age-file'] ?? [] }
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}
