import type { Grain } from './list-periods.ts'
import type { Month } from './month.ts'

export const paths = { statistics: '/thong-ke-truy-cap', data: '/api/v1/open-data/visits' } as const

export const monthAddress = (month: Month) => `${paths.statistics}?ky=${month}`
export const dataAddress = (form: 'json' | 'csv', grain: Grain) => `${paths.data}${form === 'csv' ? '.csv' : ''}?by=${grain}`
