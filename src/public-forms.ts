import { clockForms } from './modules/clocks/index.ts'
import { documentForms } from './modules/documents/index.ts'
import type { PublicForms } from './modules/history/index.ts'
import { logForms, witnessForms } from './modules/log/index.ts'
import { articleForms } from './modules/news/index.ts'
import { petitionForms } from './modules/petitions/index.ts'
import { pollForms } from './modules/polls/index.ts'
import { programmeForms } from './modules/programmes/index.ts'

/** What the public log may say of each type of entry. A type that is not here goes out bare; a test finds it. */
export const publicForms: PublicForms = {
  ...petitionForms,
  ...articleForms,
  ...pollForms,
  ...documentForms,
  ...clockForms,
  ...programmeForms,
  ...logForms,
  ...witnessForms,
}
