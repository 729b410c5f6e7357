import type { Dataset, DatasetWords } from '../../../../shared/dataset.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { nowMeasures, periodMeasures } from '../measures.ts'
import { text } from '../text.ts'

/** Fields of each data set, in the order of its columns; the same names in JSON and CSV. */
export const datasets = {
  monthly: ['month', 'unitId', 'unit', ...periodMeasures],
  now: ['day', 'unitId', 'unit', ...nowMeasures],
  comparison: [
    'period',
    'unitId',
    'unit',
    'received',
    'residents',
    'residentsOn',
    'residentsSource',
    'rate',
    'rateLow',
    'rateHigh',
    'onTime',
    'late',
    'share',
    'shareLow',
    'shareHigh',
  ],
  register: [
    'code',
    'kind',
    'status',
    'unitId',
    'unit',
    'receivedOn',
    'acceptedOn',
    'dueOn',
    'answeredOn',
    'late',
    'extended',
    'outcome',
    'promisedOn',
    'verdict',
  ],
} as const satisfies Record<string, readonly string[]>

export type DatasetName = keyof typeof datasets
const datasetNames = Object.keys(datasets) as DatasetName[]
export type DatasetField = (typeof datasets)[DatasetName][number]

export const LICENCE = { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' } as const

/** As the page and the API list them. */
export const ownDatasets: readonly Dataset[] = datasetNames.map((name) => ({
  name,
  fields: datasets[name],
  licensed: true,
  words: { vi: wordsOf('vi', name), en: wordsOf('en', name) },
}))

function wordsOf(lang: Lang, name: DatasetName): DatasetWords {
  const { datasets: named, fields } = text[lang].openData
  return { ...named[name], fields }
}
