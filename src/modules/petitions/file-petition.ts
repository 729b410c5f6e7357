import { randomBytes } from 'node:crypto'
import { codeOf, nextNumber } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { writeTogether } from '../../platform/write-together.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { isUuid, newId } from '../../shared/ids.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import { prepareClock } from '../clocks/index.ts'
import { commitment, entryWrites } from '../history/index.ts'
import { consentWrite, type Said } from '../personal-data/index.ts'
import { recountWrite } from '../tallies/index.ts'
import type { PetitionInput } from './fields.ts'
import { matterOf, type Petition, type Stage } from './petition.ts'
import { type AppealOf, filerWrite, petitionColumns, petitionWrite } from './petition-repository.ts'
import { clockOf, countsFor } from './rules.ts'
import { hashSecret, secretFor, secretMatches, tokenFingerprint } from './secret.ts'

export interface FilingOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  /** Whether a hamlet of this id exists; free text otherwise. */
  hamletExists: (scope: Scope, id: string) => Promise<boolean>
  /** Inside the same transaction, for a filer who gave an e-mail address: the notice. */
  afterFiling?: (trx: Trx, scope: Scope, petition: Petition, input: PetitionInput & { lang?: Lang | undefined }) => Promise<void>
  /** Inside the same transaction, for a petition taken down at the counter: its line in the reception book. */
  afterCounterFiling?: (trx: Trx, scope: Scope, petition: Petition, input: PetitionInput, officer: Actor | null) => Promise<void>
}

export interface Filing {
  scope: Scope
  site: Authority
  input: PetitionInput
  actor: Actor | null
  /** Taken down by an officer for a person at the counter. */
  channel: 'online' | 'counter'
  /** Our own form asked for consent; false: a program did, in words that we do not know. */
  asked?: boolean
  /** In which the filer is written to; Vietnamese unless given. */
  lang?: Lang
  /** Inside the same transaction, once the petition stands: files of the draft. */
  alongside?: (trx: Trx, petition: Petition) => Promise<void>
}

export interface Filed {
  petition: Petition
  secret: string
  /** True when this token had been filed before: the first content stands. */
  repeated: boolean
}

/** Clocks that start when a petition comes in. */
const firstStages: readonly Stage[] = ['initialResult', 'acceptance']

/**
 * Files a petition: row, filer, clocks, history and counts in one statement; acknowledged means committed.
 * The same client token gives the same code and secret again, whatever came with it.
 * @throws DomainError secret_lost 409 when the server's key was changed since the first filing
 */
export async function filePetition(options: FilingOptions, filing: Filing): Promise<Filed> {
  const { scope, input } = filing
  const secret = secretFor(options.appKey, scope.authorityId, input.clientToken)
  try {
    return { petition: await writeFiling(options, filing, secret), secret, repeated: false }
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== TOKEN_IS_UNIQUE) throw error
  }
  const first = await findByToken(options.db, scope, input.clientToken)
  if (!first) throw new DomainError('not_ready', 503)
  const { secretHash, ...petition } = first
  if (!secretMatches(secret, secretHash)) throw new DomainError('secret_lost', 409)
  return { petition, secret, repeated: true }
}

/** Name that PostgreSQL gives to `unique (authority_id, client_token)`. */
const TOKEN_IS_UNIQUE = 'petitions_authority_id_client_token_key'

async function findByToken(db: Db, scope: Scope, clientToken: string) {
  const row = await db
    .selectFrom('petitions')
    .select(petitionColumns)
    .select('secret_hash as secretHash')
    .where('authority_id', '=', scope.authorityId)
    .where('client_token', '=', tokenFingerprint(clientToken))
    .executeTakeFirst()
  return row as (Petition & { secretHash: Buffer }) | undefined
}

/** One statement; a transaction only where something else must stand or fall with it. */
async function writeFiling(options: FilingOptions, filing: Filing, secret: string): Promise<Petition> {
  const { db } = options
  const { scope, alongside, input } = filing
  const { petition, writes } = await prepareFiling(options, filing, { secretHash: hashSecret(secret) })
  const notified = options.afterFiling && input.filer.email ? options.afterFiling : null
  const entered = filing.channel === 'counter' ? options.afterCounterFiling : null
  if (!alongside && !notified && !entered) {
    await writeTogether(db, writes)
    return petition
  }
  await db.transaction().execute(async (trx) => {
    await writeTogether(trx, writes)
    await alongside?.(trx, petition)
    await notified?.(trx, scope, petition, { ...input, lang: filing.lang })
    // Last: the numbers of the book wait for each other until the commit.
    await entered?.(trx, scope, petition, input, filing.actor)
  })
  return petition
}

interface FilingKeys {
  secretHash: Buffer
  /** For a complaint settled once already. */
  instance?: 1 | 2
  appealOf?: AppealOf
  /** The filer's account, when it is not the caller's. */
  accountId?: string | null
}

/** Works a filing out, with all its writes; nothing is written yet. */
export async function prepareFiling(
  options: Pick<FilingOptions, 'db' | 'now' | 'hamletExists'>,
  filing: Filing,
  { secretHash, instance = 1, appealOf, accountId }: FilingKeys,
) {
  const { db } = options
  const { scope, site, input, channel } = filing
  const at = options.now()
  const receivedOn = civilDateOf(at)
  const year = Number(receivedOn.slice(0, 4))
  const hamletId = input.hamlet && isUuid(input.hamlet) && (await options.hamletExists(scope, input.hamlet)) ? input.hamlet : null
  const petition: Petition = {
    ...blank,
    id: newId(at.getTime()),
    code: '',
    instance,
    kind: input.kind,
    subject: input.subject,
    body: input.body,
    hamletId,
    hamletText: hamletId ? null : input.hamlet,
    lat: input.location?.lat ?? null,
    lon: input.location?.lon ?? null,
    channel,
    publish: input.publish,
    receivedAt: at,
    receivedOn,
  }
  const [number, clocks] = await Promise.all([nextNumber(db, scope, 'petition', year), firstClocks(db, filing, petition)])
  const code = codeOf(site.codePrefix, year, number)
  petition.code = code
  petition.dueOn = clocks.map(({ clock }) => clock.dueOn).toSorted()[0] ?? null
  const atCounter = channel === 'counter'
  const salt = randomBytes(16)
  const entry = entryWrites(
    scope,
    matterOf(petition),
    {
      type: 'petition.received',
      audience: 'public',
      facts: {
        code,
        kind: petition.kind,
        channel,
        publish: petition.publish,
        dueOn: petition.dueOn,
        contentCommitment: contentCommitment(petition, salt),
      },
    },
    { role: atCounter ? 'receptionOfficer' : 'filer', personId: atCounter ? (filing.actor?.personId ?? null) : null, at },
    1,
  )
  const counted = recountWrite(scope, [], countsFor(petition))
  const account = atCounter ? null : (accountId ?? filing.actor?.personId ?? null)
  const writes = [
    petitionWrite(scope, petition, { secretHash, clientToken: tokenFingerprint(input.clientToken), salt, appealOf }),
    filerWrite(scope, petition.id, { ...input.filer, accountId: account }),
    ...clocks.flatMap((clock) => clock.writes),
    ...entry.writes,
    consentWrite(scope, matterOf(petition), consentsIn(input), {
      askedAt: filing.asked ? (atCounter ? 'counter' : 'form') : null,
      byRole: atCounter ? 'receptionOfficer' : 'filer',
      at,
    }),
    counted,
  ]
  return { petition, writes }
}

/** Publication is asked of everybody; of mail only who leaves an address is said to agree. */
function consentsIn({ publish, filer }: PetitionInput): Said[] {
  return [{ purpose: 'publication', given: publish }, ...(filer.email ? [{ purpose: 'notifications' as const, given: true }] : [])]
}

/** What the history says of the words: nothing without the salt, which stands with them and is erased with them. */
function contentCommitment({ subject, body }: Pick<Petition, 'subject' | 'body'>, salt: Buffer): string {
  return commitment(canonicalJson({ subject, body }), salt)
}

/** What every petition is before anybody has worked on it. */
const blank = {
  instance: 1,
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

async function firstClocks(db: Db, { scope, site }: Filing, petition: Petition) {
  const clocks = []
  for (const stage of firstStages) {
    const rule = clockOf(petition, stage, site.remote)
    const clock =
      rule &&
      'rule' in rule &&
      (await prepareClock(db, scope, { matter: matterOf(petition), stage, ...rule, startEvent: 'received', on: petition.receivedOn }))
    if (clock) clocks.push(clock)
  }
  return clocks
}
