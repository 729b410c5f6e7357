import { SaveInput } from '../fields.ts'
import { keepEdition } from '../keep-edition.ts'
import { articleAct } from './article-act.ts'

/** One more edition of the text, before readers see it. */
export const save = articleAct(SaveInput, async (context) => {
  const set = await keepEdition(context, context.input)
  return { set, history: { type: 'article.saved', audience: 'internal', facts: { edition: set.edition } } }
})
