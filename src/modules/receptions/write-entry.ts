import { sql } from 'kysely'
import type { Db, Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import { DomainError } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import { appendEntry } from '../history/index.ts'
import { type Classification, type Entry, matterOf, type Occasion, type Person, type Words } from './entry.ts'
import { findByMatter, findByToken, insertEntry, savePerson, saveWords } from './entry-repository.ts'

export interface NewEntry {
  receivedOn: CivilDate
  occasion: Occasion
  classification: Classification
  people: number
  /** First visit about the same matter; null when this is the first. */
  rootId: string | null
  matter: { type: string; id: string } | null
  settledBy: string | null
  competent: boolean
  guidedTo: string | null
  guidedDocument: string | null
  transferredTo: string | null
  transferredDocument: string | null
  /** Null for a denouncer, always. */
  person: Person | null
  words: Words
  clientToken: string
}

/** The next number of a year's book; others who write in it wait until this transaction ends, so that no number is skipped. */
async function nextInBook(trx: Trx, scope: Scope, year: number): Promise<number> {
  const { last_number } = await trx
    .insertInto('reception_books')
    .values({ authority_id: scope.authorityId, year, last_number: 1 })
    .onConflict((row) => row.columns(['authority_id', 'year']).doUpdateSet({ last_number: sql`reception_books.last_number + 1` }))
    .returning('last_number')
    .executeTakeFirstOrThrow()
  return last_number
}

/**
 * Writes a line of the book inside the caller's transaction.
 * @throws DomainError already_entered 409 when the petition or appointment has its line
 */
export async function writeEntry(trx: Trx, scope: Scope, entry: NewEntry, by: { personId: string | null; at: Date }): Promise<Entry> {
  const year = Number(entry.receivedOn.slice(0, 4))
  const number = await nextInBook(trx, scope, year)
  const before = entry.matter && (await findByMatter(trx, scope, entry.matter))
  if (before) throw new DomainError('already_entered', 409, { number: before.number, year: before.year })
  const id = newId(by.at.getTime())
  const { matter, rootId, person, words, clientToken, ...columns } = entry
  const written: Entry = {
    ...columns,
    id,
    year,
    number,
    rootId: rootId ?? id,
    matterType: matter?.type ?? null,
    matterId: matter?.id ?? null,
    status: 'written',
    version: 1,
  }
  await insertEntry(trx, scope, written, { clientToken, ...by })
  if (person) await savePerson(trx, scope, written, person)
  await saveWords(trx, scope, id, words)
  const facts = { year, number, receivedOn: entry.receivedOn, classification: entry.classification }
  const history = { type: 'reception.written', audience: 'internal', facts } as const
  await appendEntry(trx, scope, matterOf(written), history, { role: 'receptionOfficer', ...by })
  return written
}

/** The same, in a transaction of its own; the same token again gives the line that stands. */
export async function writeOnce(db: Db, scope: Scope, entry: NewEntry, by: { personId: string; at: Date }): Promise<Entry> {
  const before = await findByToken(db, scope, entry.clientToken)
  if (before) return before
  try {
    return await db.transaction().execute((trx) => writeEntry(trx, scope, entry, by))
  } catch (error) {
    const winner = (error as { constraint?: string }).constraint === TOKEN_IS_UNIQUE && (await findByToken(db, scope, entry.clientToken))
    if (winner) return winner
    throw error
  }
}

/** Name that PostgreSQL gives to `unique (authority_id, client_token)`. */
const TOKEN_IS_UNIQUE = 'reception_entries_authority_id_client_token_key'

/** What the counter took down, as the hook of petitions gives it. */
interface CounterFiling {
  id: string
  kind: 'feedback' | 'recommendation' | 'complaint'
  subject: string
  receivedOn: CivilDate
  receivedAt: Date
}

interface CounterFiler {
  filer: { name: string; address: string | null; identityNumber: string | null }
  /** Of many people: how many, and who else speaks for them. */
  group?: { people: number; spokespeople: readonly { name: string }[] } | null | undefined
}

/** A petition taken down at the counter is a visit: its line stands in the book when the petition stands, or neither does. */
export async function enterCounterFiling(
  trx: Trx,
  scope: Scope,
  petition: CounterFiling,
  { filer, group }: CounterFiler,
  officer: { personId: string } | null,
): Promise<void> {
  const spokespeople = group
    ? [filer, ...group.spokespeople]
        .map(({ name }) => name)
        .join('; ')
        .slice(0, 500)
    : null
  const entry: NewEntry = {
    receivedOn: petition.receivedOn,
    occasion: 'regular',
    classification: petition.kind === 'complaint' ? 'complaint' : 'petition',
    people: group?.people ?? 1,
    rootId: null,
    matter: { type: 'petition', id: petition.id },
    settledBy: null,
    competent: false,
    guidedTo: null,
    guidedDocument: null,
    transferredTo: null,
    transferredDocument: null,
    person: { name: filer.name, address: filer.address, identity: filer.identityNumber, representatives: spokespeople || null },
    words: { summary: petition.subject, followUp: null },
    clientToken: petition.id,
  }
  await writeEntry(trx, scope, entry, { personId: officer?.personId ?? null, at: petition.receivedAt })
}
