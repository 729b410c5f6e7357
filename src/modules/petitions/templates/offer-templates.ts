import type { Db } from '../../../platform/database.ts'
import type { Scope } from '../../accounts/index.ts'
import type { CaseView } from '../views.ts'
import { factsOf, fillIn } from './placeholders.ts'
import { listOffered, type Template } from './template-repository.ts'

/** What stands above the answer box. */
export interface Offer {
  templates: readonly Template[]
  /** The one that was chosen, with the facts of the case in it. */
  chosen: Template | null
}

export const noOffer: Offer = { templates: [], chosen: null }

/** Templates for the answer to a case. @param asked as it came with the address: anything that is not offered chooses nothing */
export async function offerTemplates(
  db: Db,
  scope: Scope,
  { petition, unit }: Pick<CaseView, 'petition' | 'unit'>,
  asked: unknown,
): Promise<Offer> {
  const templates = await listOffered(db, scope, petition.unitId)
  const found = templates.find(({ id }) => id === asked)
  const chosen = found ? { ...found, text: fillIn(found.text, factsOf(petition, unit?.name ?? null)) } : null
  return { templates, chosen }
}
