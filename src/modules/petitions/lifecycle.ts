import { defineLifecycle } from '../lifecycle/index.ts'
import type { PetitionStatus, PetitionStep, Stage } from './petition.ts'

export const petitionActs = [
  'accept',
  'decline',
  'assign',
  'recordVerification',
  'findComplex',
  'draftAnswer',
  'returnDraft',
  'issueAnswer',
  'clearForPublication',
  'withdraw',
  'rate',
] as const
export type PetitionAct = (typeof petitionActs)[number]

/** Roles towards one petition; `filer` holds its secret or filed it while signed in. */
export type PetitionRole =
  | 'receptionOfficer'
  | 'caseOfficer'
  | 'unitHead'
  | 'chairman'
  | 'editor'
  | 'auditor'
  | 'administrator'
  | 'resident'
  | 'filer'

/** The whole truth of what may happen to a petition; draws the buttons, guards the acts, feeds the API and the diagram. */
export const lifecycle = defineLifecycle<PetitionStatus, PetitionAct, PetitionRole, Stage, PetitionStep>(
  'received',
  {
    received: {
      accept: {
        to: 'accepted',
        step: 'unassigned',
        by: ['receptionOfficer'],
        meets: ['initialResult', 'acceptance'],
        starts: ['resolution'],
      },
      decline: {
        to: 'declined',
        step: 'done',
        by: ['receptionOfficer'],
        needs: ['ground', 'reason'],
        meets: ['initialResult', 'acceptance'],
        stopsClocks: true,
      },
      clearForPublication: { to: 'same', by: ['receptionOfficer'] },
      withdraw: { to: 'withdrawn', step: 'done', by: ['filer'], stopsClocks: true },
    },
    accepted: {
      assign: {
        to: 'same',
        step: 'assigned',
        by: ['receptionOfficer', 'unitHead', 'chairman'],
        at: ['unassigned', 'assigned', 'verifying'],
        needs: ['unit'],
      },
      recordVerification: {
        to: 'same',
        step: 'verifying',
        by: ['caseOfficer', 'unitHead'],
        at: ['assigned', 'verifying'],
        needs: ['words'],
      },
      findComplex: { to: 'same', by: ['unitHead', 'chairman'], kinds: ['complaint'], needs: ['criteria', 'reason'] },
      draftAnswer: {
        to: 'same',
        step: 'drafted',
        by: ['caseOfficer', 'unitHead'],
        at: ['assigned', 'verifying', 'drafted'],
        needs: ['text', 'outcome'],
      },
      returnDraft: { to: 'same', step: 'verifying', by: ['unitHead', 'chairman'], at: ['drafted'], needs: ['reason'] },
      issueAnswer: { to: 'answered', step: 'done', by: ['chairman'], at: ['drafted'], meets: ['resolution'], stopsClocks: true },
      clearForPublication: { to: 'same', by: ['receptionOfficer'] },
      withdraw: { to: 'withdrawn', step: 'done', by: ['filer'], stopsClocks: true },
    },
    answered: {
      rate: { to: 'same', by: ['filer'], needs: ['solved', 'satisfaction'] },
      clearForPublication: { to: 'same', by: ['receptionOfficer'] },
    },
    declined: {
      clearForPublication: { to: 'same', by: ['receptionOfficer'] },
    },
    withdrawn: {},
    transferred: {},
    suspended: {},
    closed: {},
  },
  ['transferred', 'suspended', 'closed'],
)
