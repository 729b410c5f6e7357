import { loadConfig } from '../config.ts'
import { connect } from '../platform/database.ts'
import { adminCreate } from './admin-create.ts'
import { openDatabase } from './database.ts'

/** `congdan admin create …` */
export async function adminCommand([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'create') {
    process.stderr.write('congdan admin create --help\n')
    return 2
  }
  const config = loadConfig(process.env)
  const database = await openDatabase(config)
  const connection = connect(database.url, 2)
  try {
    return await adminCreate(args, { db: connection.db })
  } finally {
    await connection.close()
    await database.stop()
  }
}
