import type { ActDefinition } from '../../lifecycle/index.ts'
import type { Document } from '../document.ts'
import type { DocumentAct } from '../lifecycle.ts'
import { discard } from './discard.ts'
import { edit } from './edit.ts'
import { link } from './link.ts'
import { publish } from './publish.ts'
import { setText } from './set-text.ts'
import { withdraw } from './withdraw.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const acts: Readonly<Record<DocumentAct, ActDefinition<Document>>> = { edit, setText, link, publish, withdraw, discard }
