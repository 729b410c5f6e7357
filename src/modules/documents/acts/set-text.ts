import { refuseInput } from '../../../platform/http/input.ts'
import { readText } from '../../../platform/office-text/read-text.ts'
import type { ActDefinition } from '../../lifecycle/index.ts'
import type { Document } from '../document.ts'
import { attachFiles, type ReadyUpload } from '../document-files.ts'
import { labels, TextInput } from '../fields.ts'
import { splitText } from '../split-text.ts'
import { writeEdition } from '../write-edition.ts'
import { documentAct, requireReason } from './document-act.ts'

/** The next edition of the text, with the file that it was read from; what cites a sentence goes on holding it. */
export function setTextWith(files: readonly ReadyUpload[]): ActDefinition<Document> {
  return documentAct(TextInput, async ({ trx, scope, matter, input, actor, now }) => {
    requireReason(matter, input.reason)
    const blocks = input.blocks ?? (input.text === null ? [] : readText(input.text))
    if (splitText(blocks).length === 0) refuseInput([{ field: 'text', code: 'required' }], labels)
    const { edition, counts } = await writeEdition(trx, scope, matter, blocks, { personId: actor!.personId, at: now })
    await attachFiles(trx, scope, matter, files, actor!)
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
}
