import { defineLifecycle } from '../lifecycle/index.ts'
import type { ProgrammeStatus } from './programme.ts'

export const programmeActs = [
  'edit',
  'addItems',
  'takeProposals',
  'editItem',
  'splitItem',
  'mergeItem',
  'moveItem',
  'removeItem',
  'submit',
  'return',
  'approve',
  'publish',
  'cascade',
  'end',
  'discard',
] as const
export type ProgrammeAct = (typeof programmeActs)[number]

/**
 * `writer`: writes it (an agency's programme: its officers and head; a plan: editors); `head`: answers for it (the agency's head; for a plan an editor);
 * `chairman`: approves; `submitter`: who submitted it, barred from approving.
 */
export type ProgrammeRole = 'writer' | 'head' | 'chairman' | 'submitter'

/** The whole truth of what may happen to a plan or programme. Its items move by their own table. */
export const programmeLifecycle = defineLifecycle<ProgrammeStatus, ProgrammeAct, ProgrammeRole, never>('draft', {
  draft: {
    edit: { to: 'same', by: ['writer', 'head'] },
    addItems: { to: 'same', by: ['writer', 'head'], needs: ['items'] },
    takeProposals: { to: 'same', by: ['writer', 'head'], kinds: ['plan'], needs: ['taken'] },
    editItem: { to: 'same', by: ['writer', 'head'], needs: ['item'] },
    splitItem: { to: 'same', by: ['writer', 'head'], needs: ['item', 'first', 'second'] },
    mergeItem: { to: 'same', by: ['writer', 'head'], needs: ['item'] },
    moveItem: { to: 'same', by: ['writer', 'head'], needs: ['item', 'to'] },
    removeItem: { to: 'same', by: ['writer', 'head'], needs: ['item'] },
    submit: { to: 'submitted', by: ['head'] },
    discard: { to: 'discarded', by: ['head', 'chairman'], kinds: ['plan'] },
  },
  submitted: {
    return: { to: 'draft', by: ['chairman'], needs: ['reason'] },
    approve: { to: 'approved', by: ['chairman'], notBy: { submitter: 'own_programme' } },
  },
  approved: {
    return: { to: 'draft', by: ['chairman'], needs: ['reason'] },
    publish: { to: 'published', by: ['head', 'chairman'] },
  },
  published: {
    addItems: { to: 'same', by: ['head', 'chairman'], needs: ['items', 'reason'] },
    cascade: { to: 'same', by: ['head', 'chairman'], kinds: ['plan'], needs: ['unitIds', 'dueOn'] },
    end: { to: 'ended', by: ['chairman'] },
  },
  ended: {},
  discarded: {},
})
