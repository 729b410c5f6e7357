import type { Count } from '../../tallies/index.ts'
import { owesPromise } from '../petition.ts'
import type { Counted } from '../rules.ts'

/** Names of the counts that statistics keep beside those of the inbox. */
export const statisticNames = ['petition.onTimeExtended', 'petition.promise'] as const

/** What a petition counts towards for the statistics, for each of its owners. */
export function statisticCounts(petition: Counted, owners: readonly string[]): Count[] {
  const promisedOn = owesPromise(petition) ? petition.promisedOn : null
  return owners.flatMap((owner) => [
    ...(petition.answeredOn && petition.extended && !petition.answeredLate
      ? [{ name: 'petition.onTimeExtended', owner, bucket: petition.answeredOn.slice(0, 7) }]
      : []),
    ...(promisedOn ? [{ name: 'petition.promise', owner, bucket: promisedOn }] : []),
  ])
}
