import { comparisonWith } from '../tallies/index.ts'
import type { Document } from './document.ts'
import { documentColumns } from './document-repository.ts'
import { countedNames, countsFor } from './rules.ts'

/** Kept counts of documents that differ from the rows. */
export const compareDocumentCounts = comparisonWith<Document>({
  names: countedNames,
  rows: (trx) => trx.selectFrom('documents').select(documentColumns),
  countsFor,
})
