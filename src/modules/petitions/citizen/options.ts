import type { RenderCache } from '../../../platform/render-cache.ts'
import type { Lang } from '../../../shared/lang.ts'
import type { FileDeps } from '../../files/index.ts'
import type { PetitionOptions } from '../service.ts'

/** What the resident's pages are given by app.ts. */
export interface CitizenOptions extends PetitionOptions {
  files: FileDeps
  /** Keeps rendered public pages. */
  cache: Pick<RenderCache, 'send'>
  /** Where the site is reached from outside; null: as the browser says. */
  publicUrl: string | null
  /** Data sets of other rooms, for the index of open data. */
  datasets?: readonly Dataset[]
}

/** A data set of another room, as the page and the API tell of it. */
export interface Dataset {
  name: string
  title: Readonly<Record<Lang, string>>
  about: Readonly<Record<Lang, string>>
  /** Name and meaning, in the order of the columns. */
  fields: readonly { name: string; meaning: Readonly<Record<Lang, string>> }[]
  json: string
  csv: string
}

export function isHttps({ publicUrl }: Pick<CitizenOptions, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
