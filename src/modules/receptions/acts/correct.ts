import { refuseInput } from '../../../platform/http/input.ts'
import type { Facts } from '../../history/index.ts'
import { type Entry, followsCase, type Person, type Words } from '../entry.ts'
import { findPeople, findWords, savePerson, saveWords } from '../entry-repository.ts'
import { forgetEntry, forgetPerson } from '../erase-person.ts'
import { CorrectInput, labels } from '../fields.ts'
import { personIn, resolveInput, wordsIn } from '../resolve-input.ts'
import { receptionAct } from './reception-act.ts'

/** Columns that are read from the case once a petition stands behind the line. */
const ofTheCase = ['guidedTo', 'guidedDocument', 'transferredTo', 'transferredDocument'] as const

/** A line of the book is put right: the new text stands in it, the earlier one in the history, with the reason. */
export const correct = receptionAct<CorrectInput>(CorrectInput, async ({ trx, scope, matter, input, today }) => {
  if (followsCase(matter)) mustFollowCase(matter, input)
  const rootId = (await resolveInput(trx, scope, input, today, matter)) ?? matter.id
  const person = personIn(input)
  const words = wordsIn(input)
  const before = {
    person: (await findPeople(trx, scope, [matter.id])).get(matter.id) ?? null,
    words: (await findWords(trx, scope, [matter.id])).get(matter.id) ?? null,
  }
  const secret = input.classification === 'denunciation'
  // It turned out to be a denunciation: nothing may be left that tells who came, not in earlier texts either.
  if (secret && matter.classification !== 'denunciation') await forgetEntry(trx, scope, matter.id)
  else if (!person) await forgetPerson(trx, scope, matter.id)
  if (person) await savePerson(trx, scope, { id: matter.id, classification: matter.classification }, person)
  await saveWords(trx, scope, matter.id, words)
  const set = { ...columnsIn(input), rootId, ...(secret ? { matterType: null, matterId: null } : {}) }
  return {
    set,
    history: {
      type: 'reception.corrected',
      audience: 'internal',
      facts: earlierFacts(matter, set),
      words: { reason: input.reason, ...(secret ? {} : earlierTexts(before, person, words)) },
    },
  }
})

function columnsIn(input: CorrectInput): Partial<Entry> {
  const { receivedOn, occasion, classification, people, settledBy, competent } = input
  const { guidedTo, guidedDocument, transferredTo, transferredDocument } = input
  return {
    receivedOn,
    occasion,
    classification,
    people,
    settledBy,
    competent,
    guidedTo,
    guidedDocument,
    transferredTo,
    transferredDocument,
  }
}

/** What the case says is not written by hand: its kind, and where it was guided or sent. */
function mustFollowCase(matter: Entry, input: CorrectInput): void {
  const written: string[] = ofTheCase.filter((field) => input[field] !== null)
  if (input.competent) written.push('competent')
  if (input.classification !== matter.classification) written.push('classification')
  if (written.length > 0)
    refuseInput(
      written.map((field) => ({ field, code: field === 'classification' ? 'invalid_choice' : 'must_be_empty' })),
      labels,
    )
}

/** What stood in the columns that change: codes, days and numbers. */
function earlierFacts(matter: Entry, set: Partial<Entry>): Facts {
  const changed = Object.keys(set).filter((key) => set[key as keyof Entry] !== matter[key as keyof Entry])
  return Object.fromEntries(changed.map((key) => [key, matter[key as keyof Entry]]))
}

/** What people had written before, where it changes; beside the history, so that it can be erased. */
function earlierTexts(before: { person: Person | null; words: Words | null }, person: Person | null, words: Words) {
  const earlier: Record<string, string | null> = { ...before.person, ...before.words }
  const now: Record<string, string | null> = { ...person, ...words }
  return Object.fromEntries(Object.entries(earlier).filter(([field, text]) => text !== now[field]))
}
