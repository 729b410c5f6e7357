import { showFiles } from '../article-files.ts'
import { ReviseInput } from '../fields.ts'
import { keepEdition } from '../keep-edition.ts'
import { saveTags } from '../slug-repository.ts'
import { articleAct } from './article-act.ts'
import { requireShowable } from './show.ts'

/** A correction before readers' eyes: they see the new text at once, and that and why it was changed. */
export const revise = articleAct(ReviseInput, async (context) => {
  const { trx, scope, matter, input, now } = context
  const set = await keepEdition(context, input)
  await requireShowable({ trx, scope, matter: { ...matter, ...set }, input })
  await showFiles(trx, scope, matter, set.body, now)
  await saveTags(trx, scope, { ...matter, ...set }, true)
  return {
    set,
    history: {
      type: 'article.revised',
      audience: 'public',
      facts: { edition: set.edition, ...(input.earlierHidden ? { earlierHidden: true } : {}) },
      words: { reason: input.reason },
    },
  }
})
