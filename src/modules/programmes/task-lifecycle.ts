import { defineLifecycle } from '../lifecycle/index.ts'
import type { TaskStatus } from './task.ts'

export const taskActs = [
  'edit',
  'open',
  'start',
  'note',
  'addEvidence',
  'removeEvidence',
  'report',
  'confirm',
  'sendBack',
  'reopen',
  'moveDue',
  'setTarget',
  'setOwner',
  'setNeeds',
  'openFile',
  'cancel',
] as const
export type TaskAct = (typeof taskActs)[number]

/**
 * `writer`: writes the programme while it is a draft; `owner`: the person in charge, or an officer of the lead agency where nobody is named;
 * `head`: head of the lead agency; `partner`: an officer of a partner agency; `chairman`; `reporter`: who said that it is done, barred from
 * confirming it; `clock`: the programme itself, when it is published.
 */
export type TaskRole = 'writer' | 'owner' | 'head' | 'partner' | 'chairman' | 'reporter' | 'clock'

const progress = {
  note: { to: 'same', by: ['owner', 'head', 'partner'], needs: ['words'] },
  addEvidence: { to: 'same', by: ['owner', 'head', 'partner'], needs: ['evidence', 'caption'] },
  removeEvidence: { to: 'same', by: ['owner', 'head'], needs: ['evidence', 'reason'] },
  openFile: { to: 'same', by: ['owner', 'head'], needs: ['evidence'] },
} as const
/** What was promised is moved in the open alone: the old value and the reason stay for ever. */
const moved = {
  moveDue: { to: 'same', by: ['head', 'chairman'], needs: ['dueOn', 'reason'] },
  setTarget: { to: 'same', by: ['head', 'chairman'], needs: ['target', 'reason'] },
  setOwner: { to: 'same', by: ['head', 'chairman'], needs: ['reason'] },
  setNeeds: { to: 'same', by: ['head', 'chairman'] },
  cancel: { to: 'cancelled', by: ['chairman'], needs: ['reason'] },
} as const

/** The whole truth of what may happen to an item of a programme. Goals are reached by what serves them: they are not reported themselves. */
export const taskLifecycle = defineLifecycle<TaskStatus, TaskAct, TaskRole, never>('draft', {
  draft: {
    edit: { to: 'same', by: ['writer'] },
    setNeeds: { to: 'same', by: ['writer'] },
    open: { to: 'planned', by: ['clock'] },
    cancel: { to: 'cancelled', by: ['writer'] },
  },
  planned: {
    start: { to: 'inProgress', by: ['owner', 'head'], kinds: ['task', 'measure', 'target'] },
    ...progress,
    ...moved,
  },
  inProgress: {
    report: { to: 'reported', by: ['owner', 'head'], kinds: ['task', 'measure', 'target'], needs: ['words'] },
    ...progress,
    ...moved,
  },
  reported: {
    confirm: { to: 'done', by: ['head', 'chairman'], notBy: { reporter: 'own_report' } },
    sendBack: { to: 'inProgress', by: ['head', 'chairman'], needs: ['reason'] },
    ...progress,
    ...moved,
  },
  done: {
    reopen: { to: 'inProgress', by: ['chairman'], needs: ['reason'] },
    addEvidence: progress.addEvidence,
    note: progress.note,
    openFile: progress.openFile,
  },
  cancelled: {},
})
