import { defineLifecycle } from '../lifecycle/index.ts'
import type { PollStatus } from './poll.ts'

export const pollActs = ['edit', 'schedule', 'open', 'close', 'withdraw', 'discard'] as const
export type PollAct = (typeof pollActs)[number]

/** Roles towards a poll; `clock` is the worker on the poll's own days. */
export type PollRole = 'editor' | 'clock'

/** The whole truth of what may happen to a poll. Nobody opens or closes it by hand, and once it is open nothing of it changes. */
export const lifecycle = defineLifecycle<PollStatus, PollAct, PollRole, never>('draft', {
  draft: {
    edit: { to: 'same', by: ['editor'], needs: ['question', 'options', 'opensOn', 'closesOn'] },
    schedule: { to: 'scheduled', by: ['editor'] },
    discard: { to: 'discarded', by: ['editor'] },
  },
  scheduled: {
    edit: { to: 'draft', by: ['editor'], needs: ['question', 'options', 'opensOn', 'closesOn'] },
    open: { to: 'open', by: ['clock'] },
    discard: { to: 'discarded', by: ['editor'] },
  },
  open: {
    close: { to: 'closed', by: ['clock'] },
    withdraw: { to: 'withdrawn', by: ['editor'], needs: ['reason'] },
  },
  closed: {},
  withdrawn: {},
  discarded: {},
})
