import { defineLifecycle } from '../lifecycle/index.ts'
import type { EntryStatus } from './entry.ts'

export const receptionActs = ['correct', 'erase'] as const
export type ReceptionAct = (typeof receptionActs)[number]

export type ReceptionRole = 'receptionOfficer' | 'chairman' | 'auditor'

/** The whole truth of what may happen to a line of the book: it is corrected, or its personal data is erased; it never goes away. */
export const lifecycle = defineLifecycle<EntryStatus, ReceptionAct, ReceptionRole, never>('written', {
  written: {
    correct: { to: 'same', by: ['receptionOfficer'], needs: ['reason'] },
    erase: { to: 'erased', by: ['chairman'], needs: ['reason'] },
  },
  erased: {},
})
