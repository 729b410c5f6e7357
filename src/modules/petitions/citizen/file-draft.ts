import type { FastifyRequest } from 'fastify'
import { moveFiles } from '../../files/index.ts'
import { type Filed, filePetition } from '../file-petition.ts'
import { matterOf } from '../petition.ts'
import { readForm } from './draft-form.ts'
import { type Draft, draftMatter, markFiled } from './draft-repository.ts'
import type { CitizenOptions } from './options.ts'

/**
 * Files a draft, once: petition, files and the end of the draft are one transaction, and its token gives the same petition again.
 * @throws InvalidInput when the draft is not right yet
 */
export async function fileDraft(
  options: CitizenOptions,
  request: FastifyRequest,
  draft: Draft,
  hamletIds: ReadonlySet<string>,
): Promise<Filed> {
  const { scope, site, actor } = request
  const { input, place } = readForm(draft.form, draft.clientToken, hamletIds)
  const filed = await filePetition(options, {
    scope,
    site,
    input,
    actor,
    channel: 'online',
    asked: true,
    lang: request.lang,
    alongside: async (trx, petition) => {
      // Locks the draft first: a photo that arrives now waits, and finds it filed.
      await markFiled(trx, scope, draft, petition.id, options.now())
      await moveFiles(trx, scope, draftMatter(draft), matterOf(petition), 'petition')
      if (place !== null) {
        await trx
          .updateTable('petitions')
          .set({ hamlet_text: place })
          .where('authority_id', '=', scope.authorityId)
          .where('id', '=', petition.id)
          .execute()
      }
    },
  })
  if (!filed.repeated) options.dropPages(['home'])
  return filed
}
