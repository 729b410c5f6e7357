import { DomainError } from '../../../shared/errors.ts'
import { PromiseKeptInput } from '../fields.ts'
import { owesPromise } from '../petition.ts'
import { petitionAct } from './petition-act.ts'

/** The office says that what it promised is done, and shows it; whether it is, the filer says. */
export const keepPromise = petitionAct(PromiseKeptInput, async ({ matter, input, today }) => {
  if (!owesPromise(matter)) throw new DomainError('no_promise', 409)
  return {
    set: { promiseKeptOn: today },
    history: { type: 'petition.promiseKept', audience: 'public', facts: { promisedOn: matter.promisedOn }, words: { words: input.words } },
  }
})
