import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Lang } from '../shared/lang.ts'
import { text, type UiText } from './text.ts'

/** The language of the page; `Layout` provides it, so that small parts need no `lang` prop. */
export const LangContext = createContext<Lang>('vi')

export function useUiText(): UiText {
  return text[useContext(LangContext)]
}
