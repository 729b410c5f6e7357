import type { Lang } from '../../../shared/lang.ts'
import { Details } from '../../../ui/index.ts'
import { type TypedForm, wordsOf } from '../idle/typed.ts'
import { text } from '../text.ts'

/** The field in which the sign-in form carries a late form on. */
export const TYPED_FIELD = 'typed'

/** Carries it on, and shows the words, so that they can be read and copied whatever happens. */
export function TypedCarried({ lang, typed }: { lang: Lang; typed: TypedForm }) {
  return (
    <>
      <input type="hidden" name={TYPED_FIELD} value={JSON.stringify(typed)} />
      <TypedWords lang={lang} typed={typed} open={false} />
      {typed.files && typed.files.length > 0 && (
        <p>
          {text[lang].typed.filesGone} <bdi>{typed.files.map(([, file]) => file).join('; ')}</bdi>
        </p>
      )}
    </>
  )
}

export function TypedWords({ lang, typed, open }: { lang: Lang; typed: TypedForm; open: boolean }) {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  const list = words.map((one) => <p class="typed-words">{one}</p>)
  return open ? <div class="card">{list}</div> : <Details summary={text[lang].typed.words}>{list}</Details>
}
