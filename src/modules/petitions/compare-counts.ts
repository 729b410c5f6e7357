import { comparisonWith } from '../tallies/index.ts'
import type { Petition } from './petition.ts'
import { petitionColumns } from './petition-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of petitions that differ from the rows. */
export const comparePetitionCounts = comparisonWith<Petition>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('petitions').select(petitionColumns).$castTo<Petition>(),
  countsFor,
})
