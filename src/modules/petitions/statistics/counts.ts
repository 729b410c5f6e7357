import type { CivilDate } from '../../../shared/civil-date.ts'
import type { Count } from '../../tallies/index.ts'
import { owesPromise, type Petition } from '../petition.ts'
import type { Counted } from '../rules.ts'

/** Names of the counts that statistics keep beside those of the inbox. */
export const statisticNames = ['petition.onTimeExtended', 'petition.promise'] as const

/** Day of a promise that stands: the office has not said that it is kept, nor the filer that it is solved. */
function openPromise(petition: Pick<Petition, 'status' | 'outcome' | 'promisedOn' | 'promiseKeptOn' | 'verdict'>): CivilDate | null {
  return owesPromise(petition) && petition.verdict !== 'yes' ? petition.promisedOn : null
}

/** What a petition counts towards for the statistics, for each of its owners. */
export function statisticCounts(petition: Counted, owners: readonly string[]): Count[] {
  const promisedOn = openPromise(petition)
  return owners.flatMap((owner) => [
    ...(petition.answeredOn && petition.extended && !petition.answeredLate
      ? [{ name: 'petition.onTimeExtended', owner, bucket: petition.answeredOn.slice(0, 7) }]
      : []),
    ...(promisedOn ? [{ name: 'petition.promise', owner, bucket: promisedOn }] : []),
  ])
}
