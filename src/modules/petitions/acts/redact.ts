import { refuseInput } from '../../../platform/http/input.ts'
import { cutMark, isCutOf } from '../cut-text.ts'
import { labels, RedactInput } from '../fields.ts'
import { searchVectors } from '../petition-repository.ts'
import { petitionAct } from './petition-act.ts'

/**
 * Cuts personal data out of what the public reads. Only cutting: the filer's words are not rewritten, and the office keeps them whole.
 * Sending the words uncut takes an earlier cut back.
 */
export const redact = petitionAct(RedactInput, async ({ trx, scope, matter, input }) => {
  const answer = await trx
    .selectFrom('petition_answers')
    .select(['id', 'text'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', matter.id)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  const texts = { subject: matter.subject, body: matter.body, ...(answer?.text && input.answer ? { answer: answer.text } : {}) }
  const wrong = Object.entries(texts).filter(([field, original]) => !isCutOf(original, input[field as keyof typeof texts] ?? ''))
  if (wrong.length > 0)
    refuseInput(
      wrong.map(([field]) => ({ field, code: 'not_only_cut', params: { mark: cutMark } })),
      labels,
    )
  if (answer?.text && input.answer) {
    await trx
      .updateTable('petition_answers')
      .set({ public_text: input.answer === answer.text ? null : input.answer })
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', answer.id)
      .execute()
  }
  // The index answers the public as well: what was cut must not be found by its words.
  await trx
    .updateTable('petitions')
    .set(searchVectors(matter.code, input.subject, input.body))
    .where('authority_id', '=', scope.authorityId)
    .where('id', '=', matter.id)
    .execute()
  return {
    set: {
      publicSubject: input.subject === matter.subject ? null : input.subject,
      publicBody: input.body === matter.body ? null : input.body,
    },
    history: { type: 'petition.redacted', audience: 'public', words: { reason: input.reason } },
  }
})
