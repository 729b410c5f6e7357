import { randomBytes } from 'node:crypto'
import type { Write } from '../../../platform/write-together.ts'
import { canonicalJson } from '../../../shared/canonical-json.ts'
import { civilDateOf } from '../../../shared/civil-date.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import { type PlannedClock, plannedView, plannedWrites } from '../../clocks/index.ts'
import { commitment, entryWrites } from '../../history/index.ts'
import { consentWrite, type Said } from '../../personal-data/index.ts'
import { recountWrite } from '../../tallies/index.ts'
import { behalfWrites, type GivenBehalf } from '../behalf/behalf-repository.ts'
import { type Filer, matterOf, type Petition } from '../petition.ts'
import { type AppealOf, filerWrite, petitionWrite } from '../petition-repository.ts'
import { countsFor } from '../rules.ts'
import type { WaitingRow } from './ledger.ts'

/** Everything of a filing that is to be written, worked out when it came in: it can wait as JSON. */
export interface Received extends GivenBehalf {
  id: string
  receivedAt: Date
  kind: Petition['kind']
  instance: 1 | 2
  subject: string
  body: string
  hamletId: string | null
  hamletText: string | null
  lat: number | null
  lon: number | null
  channel: Petition['channel']
  publish: boolean
  filer: Filer
  /** Officer at the counter. */
  officerId: string | null
  /** Our own form asked for consent. */
  asked: boolean
  lang: Lang
  clientToken: string
  secretHash: Buffer
  appealOf: AppealOf | null
  clocks: PlannedClock[]
}

/** The petition as it stands before anybody has worked on it. */
export function petitionOf(received: Received, code: string): Petition {
  const { id, receivedAt, kind, instance, subject, body, hamletId, hamletText, lat, lon, channel, publish } = received
  return {
    ...blank,
    ...{ id, code, receivedAt, kind, instance, subject, body, hamletId, hamletText, lat, lon, channel, publish },
    receivedOn: civilDateOf(receivedAt),
    dueOn: clocksOf(received)[0]?.dueOn ?? null,
  }
}

/** As they are listed from the database: soonest first. */
export function clocksOf({ clocks }: Received) {
  return clocks
    .map(plannedView)
    .toSorted((one, other) => (one.dueOn < other.dueOn || (one.dueOn === other.dueOn && one.id < other.id) ? -1 : 1))
}

/** Row, filer, whose it is besides, clocks, history and consents of a filing. Its counts are apart, since those of many are summed first. */
export function filingWrites(scope: Scope, received: Received, petition: Petition): Write[] {
  const { clocks, filer, clientToken, secretHash, appealOf, receivedAt: at } = received
  const atCounter = petition.channel === 'counter'
  const byRole = atCounter ? 'receptionOfficer' : 'filer'
  const salt = randomBytes(16)
  const entry = entryWrites(
    scope,
    matterOf(petition),
    {
      type: 'petition.received',
      audience: 'public',
      facts: {
        code: petition.code,
        kind: petition.kind,
        channel: petition.channel,
        publish: petition.publish,
        dueOn: petition.dueOn,
        contentCommitment: contentCommitment(petition, salt),
      },
    },
    { role: byRole, personId: received.officerId, at },
    1,
  )
  return [
    petitionWrite(scope, petition, { secretHash, clientToken, salt, appealOf }),
    filerWrite(scope, petition.id, filer),
    ...behalfWrites(scope, petition.id, received),
    ...clocks.flatMap((clock) => plannedWrites(scope, clock)),
    ...entry.writes,
    consentWrite(scope, matterOf(petition), consentsIn(received), {
      askedAt: received.asked ? (atCounter ? 'counter' : 'form') : null,
      byRole,
      at,
    }),
  ]
}

/** What new petitions count towards, summed. */
export function countsWrite(scope: Scope, petitions: readonly Petition[]): Write {
  return recountWrite(scope, [], petitions.flatMap(countsFor))
}

/** Publication is asked of everybody; of mail only who leaves an address is said to agree. */
function consentsIn({ publish, filer }: Received): Said[] {
  return [{ purpose: 'publication', given: publish }, ...(filer.email ? [{ purpose: 'notifications' as const, given: true }] : [])]
}

/** What the history says of the words: nothing without the salt, which stands with them and is erased with them. */
function contentCommitment({ subject, body }: Pick<Petition, 'subject' | 'body'>, salt: Buffer): string {
  return commitment(canonicalJson({ subject, body }), salt)
}

const blank = {
  status: 'received',
  step: 'new',
  version: 1,
  clearedAt: null,
  unitId: null,
  officerId: null,
  acceptedOn: null,
  dueOn: null,
  extended: false,
  declineGround: null,
  outcome: null,
  promisedOn: null,
  answeredOn: null,
  answeredLate: null,
  verdict: null,
  awaitingSince: null,
  transferredOn: null,
  closedOn: null,
  closedAs: null,
  promiseKeptOn: null,
  reopenedOn: null,
  appealedOn: null,
  followers: 0,
  publicSubject: null,
  publicBody: null,
} as const satisfies Partial<Petition>

/** As JSON; what is the same for everybody or stands in the ledger's row is left out. */
export function toDocument(
  { id: _id, receivedAt: _at, clientToken: _token, secretHash, clocks, ...rest }: Received,
  revision: string | null,
) {
  return JSON.stringify({ ...rest, secretHash: secretHash.toString('hex'), clocks, revision })
}

/** @returns the filing, and the revision of the calendar by which its clocks were counted */
export function fromDocument({ document, id, receivedAt, clientToken }: WaitingRow): { received: Received; revision: string | null } {
  const { secretHash, revision, ...rest } = document as Omit<Received, 'secretHash'> & { secretHash: string; revision: string | null }
  return { received: { ...rest, id, receivedAt, clientToken, secretHash: Buffer.from(secretHash, 'hex') }, revision }
}
