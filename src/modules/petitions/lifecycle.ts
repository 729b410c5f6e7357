import { defineLifecycle } from '../lifecycle/index.ts'
import type { PetitionStatus, PetitionStep, Stage } from './petition.ts'

export const petitionActs = [
  'accept',
  'decline',
  'guide',
  'assign',
  'transferWithin',
  'transfer',
  'recordReport',
  'askToComplete',
  'recordVerification',
  'findComplex',
  'extend',
  'suspend',
  'resume',
  'inviteToDialogue',
  'recordDialogue',
  'draftAnswer',
  'returnDraft',
  'issueAnswer',
  'keepPromise',
  'close',
  'reopen',
  'clearForPublication',
  'redact',
  'correctGroup',
  'withdraw',
  'withdrawPart',
  'withdrawConsent',
  'appeal',
  'rate',
] as const
export type PetitionAct = (typeof petitionActs)[number]

/** Acts that are the filer's alone; `reopen` is the filer's and the chairman's. */
export const filersActs = ['withdraw', 'withdrawPart', 'withdrawConsent', 'appeal', 'rate'] as const satisfies readonly PetitionAct[]
export type OfficeAct = Exclude<PetitionAct, (typeof filersActs)[number]>

/** Roles towards one petition; `filer` holds its secret or filed it while signed in. */
export type PetitionRole =
  | 'receptionOfficer'
  | 'caseOfficer'
  | 'unitHead'
  | 'chairman'
  /** Signs for the chairman on the days of a delegation. */
  | 'deputySigner'
  | 'editor'
  | 'auditor'
  | 'administrator'
  | 'resident'
  | 'filer'

/** The public face of a case: what reception may do to it, and the filer who takes the consent back, at any time while it has one. */
const publication = {
  clearForPublication: { to: 'same', by: ['receptionOfficer'] },
  redact: { to: 'same', by: ['receptionOfficer'], needs: ['subject', 'body', 'reason'] },
  withdrawConsent: { to: 'same', by: ['filer'] },
} as const

/** Who speaks for a group and who signed, put right at the counter as long as the case is anything to anybody. */
const people = { correctGroup: { to: 'same', by: ['receptionOfficer'], needs: ['change', 'role', 'reason'] } } as const

/** After the first decision, or when its limit passed without one (LKN Đ33). */
const appeal = { to: 'same', by: ['filer'], kinds: ['complaint'], needs: ['reason'] } as const

const withdrawals = {
  withdraw: { to: 'withdrawn', step: 'done', by: ['filer'], stopsClocks: true },
  withdrawPart: { to: 'same', by: ['filer'], kinds: ['complaint'], needs: ['words'] },
} as const

/** The whole truth of what may happen to a petition; draws the buttons, guards the acts, feeds the API and the diagram. */
export const lifecycle = defineLifecycle<PetitionStatus, PetitionAct, PetitionRole, Stage, PetitionStep>('received', {
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
    guide: {
      to: 'closed',
      step: 'done',
      by: ['receptionOfficer'],
      needs: ['agency', 'reason'],
      meets: ['initialResult', 'acceptance'],
      stopsClocks: true,
    },
    transfer: {
      to: 'transferred',
      step: 'done',
      by: ['receptionOfficer'],
      needs: ['agency', 'documentNumber', 'reason'],
      meets: ['initialResult', 'acceptance'],
      stopsClocks: true,
    },
    askToComplete: { to: 'same', by: ['receptionOfficer'], needs: ['words'] },
    ...publication,
    ...people,
    ...withdrawals,
  },
  accepted: {
    assign: {
      to: 'same',
      step: 'assigned',
      by: ['receptionOfficer', 'unitHead', 'chairman'],
      at: ['unassigned', 'assigned', 'verifying'],
      needs: ['unit'],
    },
    transferWithin: {
      to: 'same',
      step: 'assigned',
      by: ['unitHead'],
      at: ['assigned', 'verifying'],
      needs: ['unit', 'reason'],
    },
    transfer: {
      to: 'transferred',
      step: 'done',
      by: ['receptionOfficer', 'chairman'],
      at: ['unassigned', 'assigned', 'verifying'],
      needs: ['agency', 'documentNumber', 'reason'],
      stopsClocks: true,
    },
    askToComplete: { to: 'same', by: ['caseOfficer', 'unitHead', 'receptionOfficer'], needs: ['words'] },
    recordVerification: {
      to: 'same',
      step: 'verifying',
      by: ['caseOfficer', 'unitHead'],
      at: ['assigned', 'verifying'],
      needs: ['words'],
    },
    findComplex: { to: 'same', by: ['unitHead', 'chairman'], kinds: ['complaint'], needs: ['criteria', 'reason'] },
    extend: { to: 'same', by: ['unitHead', 'chairman'], kinds: ['feedback', 'recommendation'], needs: ['dueOn', 'reason'] },
    suspend: {
      to: 'suspended',
      by: ['chairman'],
      kinds: ['complaint'],
      at: ['unassigned', 'assigned', 'verifying'],
      needs: ['ground', 'documentNumber', 'reason'],
    },
    inviteToDialogue: {
      to: 'same',
      by: ['caseOfficer', 'unitHead', 'chairman'],
      kinds: ['complaint'],
      at: ['assigned', 'verifying', 'drafted'],
      needs: ['heldOn', 'heldAt', 'place'],
    },
    recordDialogue: {
      to: 'same',
      by: ['caseOfficer', 'unitHead', 'chairman'],
      kinds: ['complaint'],
      at: ['assigned', 'verifying', 'drafted'],
      needs: ['attendance', 'words'],
    },
    draftAnswer: {
      to: 'same',
      step: 'drafted',
      by: ['caseOfficer', 'unitHead'],
      at: ['assigned', 'verifying', 'drafted'],
      needs: ['text', 'outcome'],
    },
    returnDraft: { to: 'same', step: 'verifying', by: ['unitHead', 'chairman'], at: ['drafted'], needs: ['reason'] },
    issueAnswer: {
      to: 'answered',
      step: 'done',
      by: ['chairman', 'deputySigner'],
      at: ['drafted'],
      meets: ['resolution'],
      stopsClocks: true,
      starts: ['promise'],
    },
    appeal,
    ...publication,
    ...people,
    ...withdrawals,
  },
  suspended: {
    resume: { to: 'accepted', by: ['chairman'], needs: ['documentNumber', 'reason'] },
    askToComplete: { to: 'same', by: ['caseOfficer', 'unitHead', 'receptionOfficer'], needs: ['words'] },
    ...publication,
    ...people,
    ...withdrawals,
  },
  answered: {
    rate: { to: 'same', by: ['filer'], needs: ['solved', 'satisfaction'] },
    appeal,
    keepPromise: { to: 'same', by: ['caseOfficer', 'unitHead'], needs: ['words'], meets: ['promise'] },
    extend: { to: 'same', by: ['unitHead', 'chairman'], needs: ['dueOn', 'reason'] },
    // A complaint's answer is a decision: the way on is the appeal or the court, not this local rule.
    reopen: {
      to: 'accepted',
      by: ['filer', 'chairman'],
      kinds: ['feedback', 'recommendation'],
      needs: ['reason'],
      stopsClocks: true,
      starts: ['resolution'],
    },
    close: { to: 'closed', step: 'done', by: ['receptionOfficer', 'unitHead', 'chairman'], stopsClocks: true },
    ...publication,
    ...people,
  },
  transferred: {
    recordReport: { to: 'closed', step: 'done', by: ['receptionOfficer'], needs: ['words'], stopsClocks: true },
    ...publication,
    ...people,
  },
  closed: {
    appeal,
    reopen: {
      to: 'accepted',
      by: ['chairman'],
      kinds: ['feedback', 'recommendation'],
      needs: ['reason'],
      starts: ['resolution'],
    },
    ...publication,
    ...people,
  },
  declined: { ...publication, ...people },
  withdrawn: {},
})
