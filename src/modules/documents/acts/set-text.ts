import { refuseInput } from '../../../platform/http/input.ts'
import { readText } from '../../../platform/office-text/read-text.ts'
import { labels, TextInput } from '../fields.ts'
import { splitText } from '../split-text.ts'
import { writeEdition } from '../write-edition.ts'
import { documentAct, requireReason } from './document-act.ts'

/** The next edition of the text; what cites a sentence goes on holding it. */
export const setText = documentAct(TextInput, async ({ trx, scope, matter, input, actor, now }) => {
  requireReason(matter, input.reason)
  const blocks = input.blocks ?? (input.text === null ? [] : readText(input.text))
  if (splitText(blocks).length === 0) refuseInput([{ field: 'text', code: 'required' }], labels)
  const { edition, counts } = await writeEdition(trx, scope, matter, blocks, { personId: actor!.personId, at: now })
  return {
    set: { edition, updatedAt: now },
    history: {
      type: 'document.textSet',
      audience: matter.status === 'published' ? 'public' : 'internal',
      facts: { edition, ...counts },
      words: { reason: input.reason },
    },
  }
})
