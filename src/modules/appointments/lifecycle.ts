import { defineLifecycle } from '../lifecycle/index.ts'
import type { AppointmentStatus } from './appointment.ts'

export const appointmentActs = ['confirm', 'cancel', 'hold'] as const
export type AppointmentAct = (typeof appointmentActs)[number]

/** Roles towards one appointment; `filer` holds its secret. */
export type AppointmentRole = 'receptionOfficer' | 'chairman' | 'auditor' | 'filer'

/** The whole truth of what may happen to an appointment. The law sets no clock for it. */
export const lifecycle = defineLifecycle<AppointmentStatus, AppointmentAct, AppointmentRole, never>('asked', {
  asked: {
    confirm: { to: 'confirmed', by: ['receptionOfficer'], needs: ['on', 'at', 'place'] },
    cancel: { to: 'cancelled', by: ['filer', 'receptionOfficer'], needs: ['reason'] },
  },
  confirmed: {
    cancel: { to: 'cancelled', by: ['filer', 'receptionOfficer'], needs: ['reason'] },
    hold: { to: 'held', by: ['receptionOfficer', 'chairman'], needs: ['words'] },
  },
  cancelled: {},
  held: {},
})
