import { z } from 'zod'
import { DomainError } from '../../../../shared/errors.ts'
import { decodeCursor, type Page, pageOf } from '../../../../shared/keyset.ts'
import { periodOf } from '../period.ts'
import type { DataRow } from './rows.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)

const after = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .max(200)
    .optional()
    .transform((value) => value ?? null),
)
const limit = z.preprocess(blankIsAbsent, z.coerce.number().pipe(z.int().min(1).max(100)).default(100))
const bom = z.preprocess(
  blankIsAbsent,
  z
    .enum(['1'])
    .optional()
    .transform((value) => value !== undefined),
)
const period = z.preprocess(
  blankIsAbsent,
  z
    .string()
    .refine((name) => periodOf(name) !== null, { params: { code: 'invalid_value' } })
    .optional(),
)

export const PageQuery = z.strictObject({ after, limit })
export const CsvQuery = z.strictObject({ bom })
export const ComparisonQuery = z.strictObject({ period, after, limit })
export const ComparisonCsvQuery = z.strictObject({ period, bom })

/** A page of rows that were made in one go; the key of a row is its first two fields. */
export function pageOfRows(rows: readonly DataRow[], after: string | null, limit: number): Page<DataRow> {
  const keyOf = (row: DataRow) => Object.values(row).slice(0, 2).map(String)
  let start = 0
  if (after) {
    const isShort = (part: string) => part.length <= 60
    const key = decodeCursor(after, [isShort, isShort])
    const last = rows.findIndex((row) => keyOf(row).every((part, i) => part === key[i]))
    if (last < 0) throw new DomainError('bad_cursor', 422)
    start = last + 1
  }
  return pageOf(rows.slice(start, start + limit + 1), limit, keyOf)
}
