import type { Db } from '../../../platform/database.ts'
import { parseCheckpoint } from '../../../shared/tlog/checkpoint.ts'
import { parseNote } from '../../../shared/tlog/note.ts'
import type { Scope } from '../../accounts/index.ts'
import { cosignaturesOn } from './cosignatures.ts'

/** The checkpoint with what witnesses have signed on it, below the log's own signature. */
export async function withCosignatures(db: Db, scope: Scope, checkpoint: string): Promise<string> {
  const { size } = parseCheckpoint(parseNote(checkpoint).text)
  const lines = await cosignaturesOn(db, scope, size)
  return checkpoint + lines.map(({ line }) => line).join('')
}
