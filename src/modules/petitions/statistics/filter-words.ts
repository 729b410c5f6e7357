import type { Lang } from '../../../shared/lang.ts'
import { text as petitionText } from '../text.ts'
import { type CaseFilter, caseFilterNames } from './case-filter.ts'
import { periodName } from './period-name.ts'
import { text } from './text.ts'

/** What a list is narrowed to by the filters behind a number, each in words. */
export function caseFilterWords(lang: Lang, filter: CaseFilter): { field: (typeof caseFilterNames)[number]; text: string }[] {
  const words = text[lang].filter
  const said: Record<(typeof caseFilterNames)[number], string | undefined> = {
    received: filter.received && words.received(periodName(lang, filter.received)),
    answered: filter.answered && words.answered(periodName(lang, filter.answered)),
    open: filter.open && words.open,
    late: filter.late && words.late[filter.late],
    extended: filter.extended && words.extended,
    verdict: filter.verdict && words.verdict(petitionText[lang].verdict[filter.verdict]),
    promise: filter.promise && words.promise[filter.promise],
    owner: filter.owner && words.owner,
  }
  return caseFilterNames.flatMap((field) => {
    const sentence = said[field]
    return sentence ? [{ field, text: sentence }] : []
  })
}
