import type { Db } from '../../../platform/database.ts'
import type { LogFiles, LogTrust } from '../../../shared/tlog/short-receipt.ts'
import { tilePath } from '../../../shared/tlog/tiles.ts'
import type { Scope } from '../../accounts/index.ts'
import { listLogKeys } from '../log-keys.ts'
import { findHead, readBundle, readTile } from '../tree-repository.ts'
import { withCosignatures } from '../witnesses/with-cosignatures.ts'
import { listWitnesses } from '../witnesses/witness-repository.ts'

/** Every key of this authority's log, of which an older one still vouches for older receipts, and its witnesses' keys. */
export async function findTrust(db: Db, scope: Scope): Promise<LogTrust> {
  const [keys, witnesses] = await Promise.all([listLogKeys(db, scope), listWitnesses(db, scope)])
  return { keys: keys.map(({ vkey }) => vkey), witnesses: witnesses.map(({ vkey }) => vkey) }
}

/** The log out of the database, for the server's own look; null before the log was set up. */
export async function logFilesOf(db: Db, scope: Scope): Promise<LogFiles | null> {
  const head = await findHead(db, scope)
  if (!head) return null
  return {
    checkpoint: () => withCosignatures(db, scope, head.checkpoint),
    tile: async (tile) => {
      const { level } = tile
      const bytes =
        level === 'entries' ? await readBundle(db, scope, tile, head.size) : await readTile(db, scope, { ...tile, level }, head.size)
      if (!bytes) throw new Error(`The log has no ${tilePath(tile)} at size ${head.size}. Run: congdan audit`)
      return bytes
    },
  }
}
