import type { ComponentChildren } from 'preact'
import type { Lang } from '../../../shared/lang.ts'
import type { Scope } from '../../accounts/index.ts'
import type { ProgrammeOptions } from '../options.ts'
import type { Task } from '../task.ts'

export interface PublicOptions extends ProgrammeOptions {
  /** What the people say of an item, and where they say it; the page is kept under the tag of the item. */
  loadVerdict?: (context: { lang: Lang; scope: Scope; task: Task }) => Promise<ComponentChildren>
}
