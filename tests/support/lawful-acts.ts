import type { petitionActs } from '../../src/modules/petitions/index.ts'
import type { CaseStep } from './office-cases.ts'

export type Act = (typeof petitionActs)[number]

/** An input for each act that its schema takes. */
export const actInputs: Record<Act, Record<string, string>> = {
  accept: {},
  decline: { ground: 'inCourt', reason: 'Tòa án đang xét.' },
  guide: { agency: 'Chi nhánh điện lực', reason: 'Đường dây do điện lực quản lý.' },
  assign: { unit: 'Đội Quản lý đô thị' },
  transferWithin: { unit: 'Phòng Y tế', reason: 'Việc vệ sinh thực phẩm.' },
  transfer: { agency: 'Sở Giao thông vận tải', documentNumber: '12/PC-UBND', reason: 'Đường do tỉnh quản lý.' },
  recordReport: { words: 'Sở đã sửa xong mặt đường.' },
  askToComplete: { words: 'Xin gửi thêm ảnh giấy tờ đất.' },
  recordVerification: { words: 'Đã đến xem.' },
  findComplex: { criteria: '1', reason: 'Hai nơi phải xác minh.' },
  extend: { dueOn: '2027-03-01', reason: 'Chờ cấp kinh phí.' },
  suspend: { ground: 'awaitsOtherDecision', documentNumber: '5/QĐ-UBND', reason: 'Chờ kết luận đo đạc.' },
  resume: { documentNumber: '6/QĐ-UBND', reason: 'Đã có kết luận.' },
  inviteToDialogue: { heldOn: '2026-12-15', heldAt: '08:30', place: 'Phòng tiếp công dân' },
  recordDialogue: { attendance: 'postponed', words: 'Hai bên xin dời ngày.' },
  draftAnswer: { text: 'Đã nạo vét xong.', outcome: 'solved' },
  returnDraft: { reason: 'Ghi rõ ngày.' },
  issueAnswer: {},
  keepPromise: { words: 'Đã lắp xong đèn.' },
  close: {},
  reopen: { reason: 'Nước vẫn đọng.' },
  clearForPublication: {},
  redact: { subject: 'Đường Lý Thái Tổ ngập', body: 'Nước tràn vào nhà sau […].', reason: 'Có tên người.' },
  correctGroup: { change: 'add', role: 'signer', name: 'Điểu Thị Bảy', reason: 'Chị ký sau, có giấy.' },
  withdraw: {},
  withdrawConsent: {},
  withdrawPart: { words: 'Phần bồi thường.' },
  appeal: { reason: 'Quyết định chưa xem biên bản đo đạc.' },
  rate: { solved: 'no', satisfaction: '1' },
}
export const actNames = Object.keys(actInputs) as Act[]

type Doer = 'hoa' | 'nam' | 'mai' | 'dung' | 'lam' | 'filer'
type Who = Partial<Record<Act, readonly Doer[] | undefined>>

interface LawfulState {
  step: CaseStep
  kind: 'complaint' | 'feedback'
  /** Everything that may be done, and by whom; the case is on the desk of Đội Quản lý đô thị (nam, dung), not of Phòng Y tế (mai). */
  may: Who
  /** Whose act the table allows, and what the case holds now does not: 409 for them. */
  notYet?: Who
}

const publication: Who = { clearForPublication: ['hoa'], redact: ['hoa'], withdrawConsent: ['filer'] }
const withdrawals: Who = { withdraw: ['filer'], withdrawPart: ['filer'] }
const onDesk: Who = {
  assign: ['hoa', 'dung', 'lam'],
  transferWithin: ['dung'],
  transfer: ['hoa', 'lam'],
  askToComplete: ['nam', 'dung', 'hoa'],
  recordVerification: ['nam', 'dung'],
  draftAnswer: ['nam', 'dung'],
  ...publication,
  withdraw: ['filer'],
}
const complaintOnDesk: Who = {
  ...onDesk,
  findComplex: ['dung', 'lam'],
  suspend: ['lam'],
  inviteToDialogue: ['nam', 'dung', 'lam'],
  withdrawPart: ['filer'],
}
/** None of these cases is of a group. */
const noGroup: Who = { correctGroup: ['hoa'] }
const firstLimitRuns: Who = { appeal: ['filer'], ...noGroup }
const noMinutesYet: Who = { recordDialogue: ['nam', 'dung', 'lam'], ...firstLimitRuns }

/** Who may do what, by hand. An act that is not named is not of that state: 409 for whoever knows the case. */
export const lawfulStates: Record<string, LawfulState> = {
  'just received': {
    step: 'new',
    kind: 'complaint',
    may: {
      accept: ['hoa'],
      decline: ['hoa'],
      guide: ['hoa'],
      transfer: ['hoa'],
      askToComplete: ['hoa'],
      ...publication,
      ...withdrawals,
    },
    notYet: noGroup,
  },
  'accepted, on no desk': {
    step: 'unassigned',
    kind: 'complaint',
    may: {
      assign: ['hoa', 'lam'],
      transfer: ['hoa', 'lam'],
      askToComplete: ['hoa'],
      findComplex: ['lam'],
      suspend: ['lam'],
      ...publication,
      ...withdrawals,
    },
    notYet: firstLimitRuns,
  },
  assigned: { step: 'assigned', kind: 'complaint', may: complaintOnDesk, notYet: noMinutesYet },
  'feedback, assigned': { step: 'assigned', kind: 'feedback', may: { ...onDesk, extend: ['dung', 'lam'] }, notYet: noGroup },
  'being verified': { step: 'verifying', kind: 'complaint', may: complaintOnDesk, notYet: noMinutesYet },
  'invited to a dialogue': {
    step: 'invited',
    kind: 'complaint',
    may: { ...complaintOnDesk, inviteToDialogue: undefined, recordDialogue: ['nam', 'dung', 'lam'] },
    notYet: { inviteToDialogue: ['nam', 'dung', 'lam'], ...firstLimitRuns },
  },
  'waiting for the signature': {
    step: 'drafted',
    kind: 'complaint',
    may: {
      askToComplete: ['nam', 'dung', 'hoa'],
      inviteToDialogue: ['nam', 'dung', 'lam'],
      draftAnswer: ['nam', 'dung'],
      returnDraft: ['dung', 'lam'],
      issueAnswer: ['lam'],
      findComplex: ['dung', 'lam'],
      ...publication,
      ...withdrawals,
    },
    notYet: noMinutesYet,
  },
  suspended: {
    step: 'suspended',
    kind: 'complaint',
    may: { resume: ['lam'], askToComplete: ['nam', 'dung', 'hoa'], ...publication, ...withdrawals },
    notYet: noGroup,
  },
  answered: {
    step: 'answered',
    kind: 'complaint',
    may: { rate: ['filer'], appeal: ['filer'], ...publication },
    notYet: { close: ['hoa', 'dung', 'lam'], extend: ['dung', 'lam'], keepPromise: ['nam', 'dung'], ...noGroup },
  },
  'answered with a promise': {
    step: 'promised',
    kind: 'feedback',
    may: { rate: ['filer'], extend: ['dung', 'lam'], keepPromise: ['nam', 'dung'], reopen: ['lam'], ...publication },
    notYet: { close: ['hoa', 'dung', 'lam'], reopen: ['filer'], ...noGroup },
  },
  transferred: { step: 'transferred', kind: 'complaint', may: { recordReport: ['hoa'], ...publication }, notYet: noGroup },
  closed: { step: 'guided', kind: 'complaint', may: publication, notYet: firstLimitRuns },
  'feedback, closed': { step: 'guided', kind: 'feedback', may: { reopen: ['lam'], ...publication }, notYet: noGroup },
  declined: { step: 'declined', kind: 'complaint', may: publication, notYet: noGroup },
  withdrawn: { step: 'withdrawn', kind: 'complaint', may: {} },
}

/** 409 when it is not the time for it, 403 when it is not theirs. */
export function lawfulAnswer({ may, notYet = {} }: LawfulState, who: string, act: Act): 200 | 403 | 409 {
  const includes = (list: readonly string[] | undefined) => list?.includes(who) ?? false
  if (includes(may[act])) return 200
  if (!may[act] && !notYet[act]) return 409
  return includes(notYet[act]) ? 409 : 403
}

/** Whether the office of the unit has the case on its desk, and so may open it. */
export function isOnDesk({ step }: LawfulState): boolean {
  return !['new', 'unassigned', 'declined', 'withdrawn', 'transferred', 'guided'].includes(step)
}
