import type { Dataset } from '../../../shared/dataset.ts'
import { text } from './text.ts'
import type { vi } from './text.vi.ts'

type PromiseField = keyof typeof vi.datasets.promises.fields
type ProgrammeField = keyof typeof vi.datasets.programmes.fields

/** A row an item of what is out. The order of the words is the order of the columns. */
export const promisesDataset: Dataset<PromiseField> = {
  name: 'promises',
  fields: Object.keys(text.vi.datasets.promises.fields) as PromiseField[],
  licensed: true,
  words: { vi: text.vi.datasets.promises, en: text.en.datasets.promises },
}

/** A row a plan or programme that is out, with its kept figures. */
export const programmesDataset: Dataset<ProgrammeField> = {
  name: 'programmes',
  fields: Object.keys(text.vi.datasets.programmes.fields) as ProgrammeField[],
  licensed: true,
  words: { vi: text.vi.datasets.programmes, en: text.en.datasets.programmes },
}
