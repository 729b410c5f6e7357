import type { RenderCache } from '../../../platform/render-cache.ts'
import type { Dataset } from '../../../shared/dataset.ts'
import type { FileDeps } from '../../files/index.ts'
import type { PetitionOptions } from '../service.ts'

/** What the resident's pages are given by app.ts. */
export interface CitizenOptions extends PetitionOptions {
  files: FileDeps
  /** Keeps rendered public pages. */
  cache: Pick<RenderCache, 'send'>
  /** Open data of other features, listed beside that of the petitions. */
  otherDatasets: readonly Dataset[]
  /** Where the site is reached from outside; null: as the browser says. */
  publicUrl: string | null
}

export function isHttps({ publicUrl }: Pick<CitizenOptions, 'publicUrl'>): boolean {
  return publicUrl?.startsWith('https:') ?? false
}
