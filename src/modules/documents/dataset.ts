import type { Dataset } from '../../shared/dataset.ts'
import { text } from './text.ts'

/** A row a published document. */
export const documentFields = [
  'slug',
  'kind',
  'number',
  'issuer',
  'signer',
  'subject',
  'issuedOn',
  'validFrom',
  'validTo',
  'edition',
  'publishedAt',
  'href',
] as const
export type DocumentField = (typeof documentFields)[number]

export const documentsDataset: Dataset<DocumentField> = {
  name: 'documents',
  fields: documentFields,
  licensed: true,
  words: { vi: text.vi.dataset, en: text.en.dataset },
}
