import { showFiles } from '../article-files.ts'
import { ReasonInput } from '../fields.ts'
import { saveTags } from '../slug-repository.ts'
import { articleAct } from './article-act.ts'

/** Taken from readers, who are told why at its address. */
export const withdraw = articleAct(ReasonInput, async ({ trx, scope, matter, input, now }) => {
  await saveTags(trx, scope, matter, false)
  await showFiles(trx, scope, matter, null, now)
  return {
    set: { updatedAt: now },
    history: {
      type: 'article.withdrawn',
      audience: 'public',
      facts: { edition: matter.edition },
      words: { reason: input.reason },
    },
  }
})
