import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built } from './built.ts'

const { connect, createAuth, loadDemo, migrate, startEmbeddedPostgres } = built

export const appKey = Buffer.alloc(32, 7)
export const scope = { authorityId: 1 }
export const site = { id: 1, slug: 'phuoc-long', name: '', shortName: '', codePrefix: 'PL', tier: 'town', remote: false, demo: true }
export const PASSWORD = 'mat-khau-do-luong'

/** A durable embedded database with the demonstration people, in a folder that `close` removes. */
export async function openTown(options: { petitions: boolean }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'congdan-bench-'))
  chmodSync(dataDir, 0o711)
  const server = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  await migrate(server.url)
  const connection = connect(server.url, 16)
  const auth = await createAuth({ db: connection.db, secret: appKey.toString('base64'), publicUrl: null })
  await loadDemo({ db: connection.db, auth, appKey, password: PASSWORD, now: new Date(), petitions: options.petitions })
  return {
    ...connection,
    dataDir,
    url: server.url,
    close: async () => {
      await connection.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
