import type { RenderCache } from '../../platform/render-cache.ts'
import type { FileDeps } from '../files/index.ts'
import type { RunnerOptions } from '../lifecycle/index.ts'
import type { References } from './references.ts'

/** What the routes of programmes are given by app.ts. */
export interface ProgrammeOptions extends RunnerOptions {
  appKey: Buffer
  cache: RenderCache
  files: FileDeps
  publicUrl: string | null
  references: References
}

/** Pages that name plans: their list, the front page. */
export const PROMISES_TAG = 'promises'
/** Pages that show one plan or programme, or one item. */
export const programmeTag = (id: string) => `programme:${id}`
export const taskTag = (id: string) => `task:${id}`
