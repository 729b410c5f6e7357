import type { ActDefinition } from '../../lifecycle/index.ts'
import type { Document } from '../document.ts'
import type { ReadyUpload } from '../document-files.ts'
import type { DocumentAct } from '../lifecycle.ts'
import { discard } from './discard.ts'
import { edit } from './edit.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { setTextWith } from './set-text.ts'
import { withdraw } from './withdraw.ts'

/**
 * Every act of the lifecycle table, and nothing else: a missing one does not compile.
 * @param files what comes with a new text
 */
export function actsWith(files: readonly ReadyUpload[]): Readonly<Record<DocumentAct, ActDefinition<Document>>> {
  return { edit, setText: setTextWith(files), link, publish, withdraw, discard }
}

export const acts = actsWith([])
