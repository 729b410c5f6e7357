import { longInstant } from '../../shared/format.ts'
import type { Digester } from '../notices/index.ts'
import { type NoticeKind, noticeKinds, noticeText } from './notice-text.ts'
import { frameOf, noticeFacts } from './notify-filer.ts'
import './petitions.table.ts'

/** The daily mail of a case: what happened, in order, with the due dates as they stand now. */
export function petitionDigest(publicUrl: string | null): Digester {
  return async (trx, scope, petitionId, lang, parts) => {
    const petition = await trx
      .selectFrom('petitions')
      .select(['id', 'code'])
      .where('authority_id', '=', scope.authorityId)
      .where('id', '=', petitionId)
      .executeTakeFirstOrThrow()
    const facts = await noticeFacts(trx, scope, petition, lang, publicUrl)
    const { digest, opening } = noticeText[lang]
    const lines = parts
      .filter((part): part is typeof part & { kind: NoticeKind } => (noticeKinds as readonly string[]).includes(part.kind))
      .map(({ kind, at }) => digest.line(longInstant(lang, at), opening[kind](facts)))
    return { subject: digest.subject(facts.code), body: frameOf(lang, facts, [digest.lead(facts), ...lines].join('\n\n')) }
  }
}
