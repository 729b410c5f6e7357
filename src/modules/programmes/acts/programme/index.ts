import type { ActDefinition } from '../../../lifecycle/index.ts'
import type { Programme } from '../../programme.ts'
import type { ProgrammeAct } from '../../programme-lifecycle.ts'
import { addItems } from './add-items.ts'
import { approve } from './approve.ts'
import { cascade } from './cascade.ts'
import { discard } from './discard.ts'
import { edit } from './edit.ts'
import { editItem } from './edit-item.ts'
import { end } from './end.ts'
import { mergeItem } from './merge-item.ts'
import { moveItem } from './move-item.ts'
import { publish } from './publish.ts'
import { removeItem } from './remove-item.ts'
import { returnToWriters } from './return.ts'
import { splitItem } from './split-item.ts'
import { submit } from './submit.ts'
import { takeProposals } from './take-proposals.ts'

/** Every act of the lifecycle table, and nothing else: a missing one does not compile. */
export const programmeActions: Readonly<Record<ProgrammeAct, ActDefinition<Programme>>> = {
  edit,
  addItems,
  takeProposals,
  editItem,
  splitItem,
  mergeItem,
  moveItem,
  removeItem,
  submit,
  return: returnToWriters,
  approve,
  publish,
  cascade,
  end,
  discard,
}
