import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '../../../../shared/lang.ts'
import { markedParts } from '../../../../shared/privacy-guard.ts'
import { text } from '../text.ts'

/** Names that are marked like numbers: who filed the case on this page. */
export const GuardedNames = createContext<readonly string[]>([])

/** One line, with what looks like data of a person marked; the mark says in words what it looks like. */
export function Marked({ lang, words, guard }: { lang: Lang; words: string; guard: boolean }) {
  const names = useContext(GuardedNames)
  if (!guard) return <>{words}</>
  const { kind: kinds, mark } = text[lang].guard
  return (
    <>
      {markedParts(words, names).map(({ text: part, kind }) =>
        kind ? (
          <mark title={mark(kinds[kind])}>
            {part}
            <span class="govuk-visually-hidden"> ({mark(kinds[kind])})</span>
          </mark>
        ) : (
          part
        ),
      )}
    </>
  )
}

/** What a person wrote, as paragraphs and never as markup; null when it was erased. */
export function Words({ lang, words, guard = false }: { lang: Lang; words: string | null | undefined; guard?: boolean }) {
  if (!words) return <p class="muted">{text[lang].case.erased}</p>
  const paragraphs = words.replace(/\r\n?/g, '\n').split(/\n\s*\n/)
  return (
    <div class="prose">
      {paragraphs.map((paragraph) => (
        <p dir="auto">
          <Marked lang={lang} words={paragraph} guard={guard} />
        </p>
      ))}
    </div>
  )
}
