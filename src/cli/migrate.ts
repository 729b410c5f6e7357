import { loadConfig } from '../config.ts'
import { migrate } from '../platform/migrate.ts'
import { openDatabase } from './database.ts'

/** `congdan migrate`: brings the database to this version. */
export async function migrateCommand(args: string[]): Promise<number> {
  if (args.length > 0) return 2
  const config = loadConfig(process.env)
  const database = await openDatabase(config)
  try {
    const ran = await migrate(database.url)
    process.stdout.write(ran.length === 0 ? 'Đã là phiên bản mới nhất. / Up to date.\n' : `${ran.join('\n')}\n`)
    return 0
  } finally {
    await database.stop()
  }
}
