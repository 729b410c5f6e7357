import type { Dataset } from '../../../shared/dataset.ts'
import { text } from './text.ts'

/** A row a round of an item that everybody may see. */
export const verdictFields = [
  'task',
  'title',
  'status',
  'round',
  'current',
  'openedOn',
  'saidDone',
  'saidPartly',
  'saidNot',
  'front',
  'inspectorate',
  'minutes',
] as const
export type VerdictField = (typeof verdictFields)[number]

export const verdictsDataset: Dataset<VerdictField> = {
  name: 'verdicts',
  fields: verdictFields,
  licensed: true,
  words: { vi: text.vi.dataset, en: text.en.dataset },
}
