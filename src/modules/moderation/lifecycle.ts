import { defineLifecycle } from '../lifecycle/index.ts'
import type { ItemStatus } from './moderation.ts'

export const moderationActs = ['approve', 'remove', 'restore', 'resend', 'withdraw'] as const
export type ModerationAct = (typeof moderationActs)[number]

/** Roles towards one item; `writer` wrote it. The auditor reads and decides nothing. */
export type ModerationRole = 'editor' | 'chairman' | 'auditor' | 'writer'

const deciders = ['editor', 'chairman'] as const

/** The whole truth of what may happen to what somebody wrote for everybody. */
export const lifecycle = defineLifecycle<ItemStatus, ModerationAct, ModerationRole, never>('waiting', {
  waiting: {
    approve: { to: 'shown', step: 'read', by: deciders },
    remove: { to: 'removed', step: 'read', by: deciders, needs: ['reason'] },
    resend: { to: 'same', step: 'unread', by: ['writer'], needs: ['body'] },
    withdraw: { to: 'withdrawn', step: 'read', by: ['writer'] },
  },
  shown: {
    approve: { to: 'same', at: ['unread'], step: 'read', by: deciders },
    remove: { to: 'removed', step: 'read', by: deciders, needs: ['reason'] },
    withdraw: { to: 'withdrawn', step: 'read', by: ['writer'] },
  },
  removed: {
    restore: { to: 'shown', step: 'read', by: deciders },
    resend: { to: 'waiting', step: 'unread', by: ['writer'], needs: ['body'] },
    withdraw: { to: 'withdrawn', step: 'read', by: ['writer'] },
  },
  withdrawn: {},
})
