import { type CivilDate, civilDateOf } from '../../../shared/civil-date.ts'
import type { WalkedEntry } from '../../history/index.ts'
import type { Outcome, PetitionStatus, Verdict } from '../petition.ts'
import type { Counted } from '../rules.ts'

/** What the history tells of a petition; not the officer and not the desk, which it does not name. */
export type Replayed = Omit<Counted, 'officerId' | 'step' | 'dueOn'>

type Told = Pick<WalkedEntry, 'at' | 'facts'>
type Step = (entry: Told) => Partial<Replayed>

const unitOf = ({ facts }: Told) => ({ unitId: (facts['unitId'] ?? null) as string | null })
const to =
  (status: PetitionStatus): Step =>
  () => ({ status })
const nothing: Step = () => ({})

/** The answer and all that came after it are as if they had not been; that it was once extended stays. */
const unanswered = { answeredOn: null, answeredLate: null, outcome: null, promisedOn: null, promiseKeptOn: null, verdict: null } as const

/** What each kind of entry changes of what is counted. A kind that is not named here is reported: nothing is guessed. */
const steps: Readonly<Record<string, Step>> = {
  'petition.accepted': (entry) => ({ status: 'accepted', ...unitOf(entry) }),
  'petition.assigned': unitOf,
  'petition.carriedOver': unitOf,
  'petition.transferredWithin': unitOf,
  'petition.declined': to('declined'),
  'petition.guided': to('closed'),
  'petition.transferred': to('transferred'),
  'petition.reportedBack': to('closed'),
  'petition.suspended': to('suspended'),
  'petition.resumed': to('accepted'),
  'petition.foundComplex': () => ({ extended: true }),
  'petition.extended': ({ facts }) => ({
    extended: true,
    ...(facts['stage'] === 'promise' ? { promisedOn: facts['dueOn'] as CivilDate } : {}),
  }),
  'petition.answered': ({ at, facts }) => {
    const dueOn = (facts['dueOn'] ?? null) as CivilDate | null
    const answeredOn = civilDateOf(at)
    return {
      status: 'answered',
      answeredOn,
      answeredLate: dueOn && answeredOn > dueOn,
      outcome: facts['outcome'] as Outcome,
      promisedOn: (facts['promisedOn'] ?? null) as CivilDate | null,
    }
  },
  'petition.promiseKept': ({ at }) => ({ promiseKeptOn: civilDateOf(at) }),
  'petition.rated': ({ facts }) => ({ verdict: facts['solved'] as Verdict }),
  'petition.reopened': (entry) => ({ status: 'accepted', ...unanswered, ...('unitId' in entry.facts ? unitOf(entry) : {}) }),
  'petition.closed': to('closed'),
  'petition.withdrawn': to('withdrawn'),
  'petition.appealed': nothing,
  'petition.askedToComplete': nothing,
  'petition.consentWithdrawn': nothing,
  'petition.dataCorrected': nothing,
  'petition.dataErased': nothing,
  'petition.retentionErased': nothing,
  'petition.retentionHeld': nothing,
  'petition.retentionLifted': nothing,
  'petition.dataRestricted': nothing,
  'petition.cleared': nothing,
  'petition.clockMoved': nothing,
  'petition.dialogueInvited': nothing,
  'petition.dialogueRecorded': nothing,
  'petition.draftReturned': nothing,
  'petition.drafted': nothing,
  'petition.fileAdded': nothing,
  'petition.groupCorrected': nothing,
  'petition.handedOver': nothing,
  'petition.informationAdded': nothing,
  'petition.messageSent': nothing,
  'petition.noteAdded': nothing,
  'petition.partWithdrawn': nothing,
  'petition.redacted': nothing,
  'petition.reminded': nothing,
  'petition.secretRenewed': nothing,
  'petition.verified': nothing,
}

/** True for a kind of entry whose meaning for the figures is known. */
export function isKnownEntry(type: string): boolean {
  return type === 'petition.received' || Object.hasOwn(steps, type)
}

/** What is known after one more entry; null while the history has not begun with the receipt. */
export function replay(known: Replayed | null, entry: WalkedEntry): Replayed | null {
  if (entry.type === 'petition.received')
    return { status: 'received', receivedOn: civilDateOf(entry.at), unitId: null, extended: false, ...unanswered }
  if (!known) return null
  const step = Object.hasOwn(steps, entry.type) ? steps[entry.type]! : nothing
  return { ...known, ...step(entry) }
}
