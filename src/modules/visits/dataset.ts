import type { Dataset } from '../../shared/dataset.ts'
import type { PeriodCount } from './list-periods.ts'
import { text } from './text.ts'

export const visitFields = ['startsOn', 'visits', 'carriedOver', 'pages', 'robotPages'] as const satisfies readonly (keyof PeriodCount)[]
export type VisitField = (typeof visitFields)[number]

export const visitsDataset: Dataset<VisitField> = {
  name: 'visits',
  fields: visitFields,
  licensed: true,
  words: { vi: text.vi.dataset, en: text.en.dataset },
}
