import { ShowInput } from '../fields.ts'
import { articleAct } from './article-act.ts'
import { requireShowable, showToReaders } from './show.ts'

/** Readers see it from now on. */
export const publish = articleAct(ShowInput, async (context) => {
  await requireShowable(context)
  return {
    set: await showToReaders(context),
    history: { type: 'article.published', audience: 'public', facts: { edition: context.matter.edition } },
  }
})
