import { defineLifecycle } from '../lifecycle/index.ts'
import type { DataRequestStage, DataRequestStatus } from './data-request.ts'

export const dataRequestActs = ['acknowledge', 'fulfil', 'extend', 'refuse', 'cancel'] as const
export type DataRequestAct = (typeof dataRequestActs)[number]

/** Roles towards one request; `requester` holds its secret. */
export type DataRequestRole = 'receptionOfficer' | 'chairman' | 'auditor' | 'requester'

/** The whole truth of what may happen to a request. Only the chairman refuses. */
export const lifecycle = defineLifecycle<DataRequestStatus, DataRequestAct, DataRequestRole, DataRequestStage>('received', {
  received: {
    acknowledge: { to: 'acknowledged', by: ['receptionOfficer'], meets: ['acknowledgement'] },
    cancel: { to: 'cancelled', by: ['requester'], stopsClocks: true },
  },
  acknowledged: {
    fulfil: { to: 'done', by: ['receptionOfficer'], meets: ['fulfilment'], needs: ['subjectCode and sure, to erase'] },
    extend: { to: 'same', by: ['receptionOfficer'], needs: ['reason'] },
    refuse: { to: 'refused', by: ['chairman'], meets: ['fulfilment'], needs: ['basis', 'reason'] },
    cancel: { to: 'cancelled', by: ['requester'], stopsClocks: true },
  },
  done: {},
  refused: {},
  cancelled: {},
})
