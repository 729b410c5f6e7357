import type { Dataset } from '../../shared/dataset.ts'
import { text } from './text.ts'

/** A row an answer of a poll whose results everybody may see. */
export const resultFields = [
  'poll',
  'question',
  'status',
  'opensOn',
  'closesOn',
  'mostChoices',
  'voters',
  'option',
  'words',
  'votes',
  'share',
  'broughtVotes',
] as const
export type ResultField = (typeof resultFields)[number]

export const pollsDataset: Dataset<ResultField> = {
  name: 'polls',
  fields: resultFields,
  licensed: true,
  words: { vi: text.vi.dataset, en: text.en.dataset },
}
