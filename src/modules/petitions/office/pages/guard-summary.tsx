import type { Lang } from '../../../../shared/lang.ts'
import { Notice } from '../../../../ui/index.ts'
import type { CaseView } from '../../views.ts'
import { personalFinds } from '../public-texts.ts'
import { text } from '../text.ts'

/** Before words go to everybody: where they look like data of a person. */
export function GuardSummary({ lang, view }: { lang: Lang; view: CaseView }) {
  const words = text[lang].guard
  const finds = personalFinds(view, namesOf(view))
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

/** Names that must not go out: who filed it, for whom, with whom. */
export function namesOf({ filer, parties }: Pick<CaseView, 'filer' | 'parties'>): string[] {
  return [...(filer ? [filer.name] : []), ...(parties ?? []).map(({ name }) => name)]
}
