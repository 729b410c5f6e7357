import { ShowInput } from '../fields.ts'
import { articleAct } from './article-act.ts'
import { requireShowable, showToReaders } from './show.ts'

/** Shown again after a withdrawal, under its first date. */
export const republish = articleAct(ShowInput, async (context) => {
  await requireShowable(context)
  return {
    set: await showToReaders(context),
    history: { type: 'article.republished', audience: 'public', facts: { edition: context.matter.edition } },
  }
})
