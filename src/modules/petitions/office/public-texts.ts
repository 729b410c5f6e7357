import { type PersonalKind, personalDataIn } from '../../../shared/privacy-guard.ts'
import type { Answer, Petition, Verification } from '../petition.ts'

/** What the public would read of a case. */
export interface ToBePublic {
  petition: Pick<Petition, 'subject' | 'body'>
  issued: Pick<Answer, 'text'> | null
  drafts: readonly Pick<Answer, 'state' | 'text'>[]
  verifications: readonly Pick<Verification, 'public' | 'words'>[]
}

export type PublicPlace = 'subject' | 'body' | 'answer' | 'verification'

/** Every text of a case that the public reads once it is cleared, the answer that waits for signature among them. */
function textsToBePublic({ petition, issued, drafts, verifications }: ToBePublic): { place: PublicPlace; words: string }[] {
  const answer = issued ?? drafts.find((draft) => draft.state === 'draft')
  return [
    { place: 'subject', words: petition.subject },
    { place: 'body', words: petition.body },
    { place: 'answer', words: answer?.text ?? '' },
    ...verifications
      .filter((verification) => verification.public)
      .map((verification) => ({ place: 'verification' as const, words: verification.words ?? '' })),
  ]
}

/** Where the words of a case look like data of a person. */
export function personalFinds(texts: ToBePublic, names: readonly string[]): { kind: PersonalKind; place: PublicPlace }[] {
  return textsToBePublic(texts).flatMap(({ place, words }) => personalDataIn(words, names).map(({ kind }) => ({ kind, place })))
}
