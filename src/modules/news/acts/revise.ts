import { DomainError } from '../../../shared/errors.ts'
import { ReviseInput } from '../fields.ts'
import { keepEdition } from '../keep-edition.ts'
import { unready } from '../rules.ts'
import { saveTags } from '../slug-repository.ts'
import { articleAct } from './article-act.ts'

/** A correction before readers' eyes: they see the new text at once, and that and why it was changed. */
export const revise = articleAct(ReviseInput, async (context) => {
  const { trx, scope, matter, input } = context
  const set = await keepEdition(context, input)
  const [code] = unready({ ...matter, ...set })
  if (code) throw new DomainError(code, 409)
  await saveTags(trx, scope, { ...matter, ...set }, true)
  return { set, history: { type: 'article.revised', audience: 'public', facts: { edition: set.edition }, words: { reason: input.reason } } }
})
