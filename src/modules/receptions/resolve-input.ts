import type { Db } from '../../platform/database.ts'
import { refuseInput } from '../../platform/http/input.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { FieldProblem } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { Entry, Person, Words } from './entry.ts'
import { findEntry } from './entry-repository.ts'
import { type CorrectInput, type EntryInput, labels } from './fields.ts'

type Columns = Omit<EntryInput, 'appointment' | 'clientToken'> | Omit<CorrectInput, 'reason'>

/** Who came, as the form says; a denouncer is nobody here. */
export function personIn({ classification, name, address, identity, representatives }: Columns): Person | null {
  return classification === 'denunciation' || name === null ? null : { name, address, identity, representatives }
}

export function wordsIn({ summary, followUp }: Columns): Words {
  return { summary, followUp }
}

/**
 * What the form names and only the book knows: the earlier visit, and that nobody comes tomorrow.
 * @returns the first visit about the same matter; null when this is the first
 */
export async function resolveInput(db: Db, scope: Scope, input: Columns, today: CivilDate, self: Entry | null): Promise<string | null> {
  const problems: FieldProblem[] = []
  if (input.receivedOn > today) problems.push({ field: 'receivedOn', code: 'in_the_future' })
  // A number belongs to its year's book: the day may be corrected within the year only.
  if (self && Number(input.receivedOn.slice(0, 4)) !== self.year) problems.push({ field: 'receivedOn', code: 'unknown_reference' })
  const { previous } = input
  const year = previous?.year ?? Number(input.receivedOn.slice(0, 4))
  const earlier = previous && (await findEntry(db, scope, { year, number: previous.number }))
  if (previous && (!earlier || earlier.id === self?.id)) problems.push({ field: 'previous', code: 'unknown_reference' })
  if (problems.length > 0) refuseInput(problems, labels)
  return earlier ? earlier.rootId : null
}
