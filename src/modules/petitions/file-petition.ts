import { codeOf, nextNumber, readySeries } from '../../platform/code-numbers.ts'
import type { Db, Trx } from '../../platform/database.ts'
import { type Write, writeTogether } from '../../platform/write-together.ts'
import { civilDateOf } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import { type ClockView, loadCalendar } from '../clocks/index.ts'
import type { PetitionInput } from './fields.ts'
import { enterFiling } from './journal/enter.ts'
import type { Journal } from './journal/journal.ts'
import { findFiling, ledgerWrite } from './journal/ledger.ts'
import { clocksOf, countsWrite, filingWrites, petitionOf, toDocument } from './journal/received.ts'
import { type FilingKeys, takeFiling } from './journal/take-filing.ts'
import type { Petition } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { hashSecret, secretFor, secretMatches, tokenFingerprint } from './secret.ts'

export interface FilingOptions {
  db: Db
  appKey: Buffer
  now: () => Date
  /** Whether a hamlet of this id exists; free text otherwise. */
  hamletExists: (scope: Scope, id: string) => Promise<boolean>
  /** Where a plain filing is acknowledged by one row; without it everything is written at once. */
  journal?: Journal
  /** Inside the transaction that writes the petition, for a filer who gave an e-mail address: the notice. */
  afterFiling?: (
    trx: Trx,
    scope: Scope,
    petition: Petition,
    told: Pick<PetitionInput, 'filer'> & { lang?: Lang | undefined },
  ) => Promise<void>
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
  /** As acknowledged; absent where they stand in the database already. */
  clocks?: ClockView[]
  /** True when this token had been filed before: the first content stands. */
  repeated: boolean
}

/**
 * Files a petition; acknowledged means committed. The same client token gives the same code and secret again, whatever came with it.
 * @throws DomainError secret_lost 409 when the server's key was changed since the first filing
 */
export async function filePetition(options: FilingOptions, filing: Filing): Promise<Filed> {
  const { scope, input } = filing
  const secret = secretFor(options.appKey, scope.authorityId, input.clientToken)
  const first = (await write(options, filing, secret)) ?? (await findFirst(options, scope, input.clientToken, secret))
  return { ...first, secret }
}

/** Null when the token was filed before. */
async function write(options: FilingOptions, filing: Filing, secret: string): Promise<Omit<Filed, 'secret'> | null> {
  const { journal } = options
  const keys = { secretHash: hashSecret(secret) }
  if (journal && filing.channel === 'online' && !filing.alongside) return acknowledge(options, journal, filing, keys)
  try {
    return { petition: await writeWhole(options, filing, keys), repeated: false }
  } catch (error) {
    if (TOKEN_IS_UNIQUE.includes((error as { constraint?: string }).constraint ?? '')) return null
    throw error
  }
}

/** Names that PostgreSQL gives to the two keys that hold a filing's token; either may be met first. */
const TOKEN_IS_UNIQUE = ['filings_pkey', 'petitions_authority_id_client_token_key']

/** How often the calendar may change under one filing before it is told to come again. */
const TRIES = 5

/** One row in the ledger; the journal spreads it into the tables of petitions a moment later. */
async function acknowledge(
  options: FilingOptions,
  journal: Journal,
  filing: Filing,
  keys: FilingKeys,
): Promise<Omit<Filed, 'secret'> | null> {
  const { db } = options
  const { scope, site, input } = filing
  await journal.room()
  for (let tries = 0; tries < TRIES; tries++) {
    const { received, revision } = await takeFiling(options, filing, keys)
    const { id, receivedAt, clientToken } = received
    const document = toDocument(received, revision)
    const named = { id, receivedAt, clientToken, authorityId: scope.authorityId, document, revision }
    const year = yearOf(receivedAt)
    const series = await readySeries(db, scope, 'petition', year)
    const code = await enterFiling(db, { ...named, prefix: `${site.codePrefix}-`, year, series })
    if (code) {
      journal.add({ authorityId: scope.authorityId, clientToken: received.clientToken })
      return { petition: petitionOf(received, code), clocks: clocksOf(received), repeated: false }
    }
    if (await findFiling(db, scope, tokenFingerprint(input.clientToken))) return null
    await loadCalendar(db, scope)
  }
  throw new DomainError('not_ready', 503)
}

async function findFirst(
  { db, journal }: FilingOptions,
  scope: Scope,
  clientToken: string,
  secret: string,
): Promise<Omit<Filed, 'secret'>> {
  const token = tokenFingerprint(clientToken)
  if ((await findFiling(db, scope, token))?.waits) await journal?.spread(scope, token)
  const row = await db
    .selectFrom('petitions')
    .select(petitionColumns)
    .select('secret_hash as secretHash')
    .where('authority_id', '=', scope.authorityId)
    .where('client_token', '=', token)
    .executeTakeFirst()
  if (!row) throw new DomainError('not_ready', 503)
  const { secretHash, ...petition } = row
  if (!secretMatches(secret, secretHash)) throw new DomainError('secret_lost', 409)
  return { petition: petition as Petition, repeated: true }
}

/** One statement; a transaction only where something else must stand or fall with it. */
async function writeWhole(options: FilingOptions, filing: Filing, keys: FilingKeys): Promise<Petition> {
  const { db } = options
  const { scope, alongside, input } = filing
  const { petition, writes } = await prepareFiling(options, filing, keys)
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

/** Works a filing out, with all its writes and its row in the ledger; nothing is written yet. */
export async function prepareFiling(
  options: Pick<FilingOptions, 'db' | 'now' | 'hamletExists'>,
  filing: Filing,
  keys: FilingKeys,
): Promise<{ petition: Petition; writes: Write[] }> {
  const { scope, site } = filing
  await loadCalendar(options.db, scope)
  const { received } = await takeFiling(options, filing, keys)
  const year = yearOf(received.receivedAt)
  const code = codeOf(site.codePrefix, year, await nextNumber(options.db, scope, 'petition', year))
  const petition = petitionOf(received, code)
  const writes = [ledgerWrite(scope, received, code), ...filingWrites(scope, received, petition), countsWrite(scope, [petition])]
  return { petition, writes }
}

function yearOf(at: Date): number {
  return Number(civilDateOf(at).slice(0, 4))
}
