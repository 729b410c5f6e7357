import type { Lang } from '../../../../shared/lang.ts'
import { Notice } from '../../../../ui/index.ts'
import type { CaseView } from '../../views.ts'
import { personalDataIn } from '../privacy-guard.ts'
import { text } from '../text.ts'

/** Before words go to everybody: where they look like data of a person. */
export function GuardSummary({ lang, view }: { lang: Lang; view: CaseView }) {
  const words = text[lang].guard
  const finds = textsToBePublic(view).flatMap(({ place, words: text }) =>
    personalDataIn(text, namesOf(view)).map(({ kind }) => ({ kind, place })),
  )
  const lines = [...new Set(finds.map(({ kind, place }) => words.line(words.kind[kind], words.places[place])))]
  if (lines.length === 0) {
    return (
      <Notice title={words.title}>
        <p>{words.nothing}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="late" title={words.title}>
      <p>{words.found(finds.length)}</p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p>{words.advice}</p>
    </Notice>
  )
}

/** Names that must not go out: who filed it. */
export function namesOf({ filer }: Pick<CaseView, 'filer'>): string[] {
  return filer ? [filer.name] : []
}

/** Every text of a case that the public reads once it is cleared, the answer that waits for signature among them. */
function textsToBePublic({ petition, issued, drafts, verifications }: CaseView) {
  const answer = issued ?? drafts.find((draft) => draft.state === 'draft')
  return [
    { place: 'subject' as const, words: petition.subject },
    { place: 'body' as const, words: petition.body },
    { place: 'answer' as const, words: answer?.text ?? '' },
    ...verifications
      .filter((verification) => verification.public)
      .map((verification) => ({ place: 'verification' as const, words: verification.words ?? '' })),
  ]
}
