import type { Lang } from './lang.ts'

/** A set of open data, as the page and the API that list them describe it. */
export interface Dataset<Field extends string = string> {
  name: string
  /** In the order of its columns; the same names in JSON and CSV. */
  fields: readonly Field[]
  /** False: the words in it belong to those who wrote them, and are not the office's to license. */
  licensed: boolean
  words: Record<Lang, DatasetWords<Field>>
}

export interface DatasetWords<Field extends string = string> {
  title: string
  about: string
  fields: Readonly<Record<Field, string>>
}

/** Where it is had as JSON; with `.csv` behind it as CSV. */
export function datasetAddress(name: string): string {
  return `/api/v1/open-data/${name}`
}
