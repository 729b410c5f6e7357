import { longInstant, number } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Details, Notice } from '../../../../ui/index.ts'
import type { FigureCheck } from '../figure-checks.ts'
import { text } from '../text.ts'

/** When the figures were last rebuilt from the history, and whether they were the same. */
export function CheckedFigures({ lang, check, examples }: { lang: Lang; check: FigureCheck | undefined; examples?: boolean }) {
  const words = text[lang].check
  if (!check) return <p class="small muted">{words.never}</p>
  const when = longInstant(lang, check.checkedAt)
  if (check.differences === 0) return <p class="small muted">{words.same(when, number(lang, check.matters))}</p>
  return (
    <Notice tone="late" title={words.differs}>
      <p>{words.wrong(when, number(lang, check.differences))}</p>
      {examples && (
        <Details summary={words.examples}>
          <ul>
            {check.examples.map((example) => (
              <li>{example}</li>
            ))}
          </ul>
        </Details>
      )}
    </Notice>
  )
}
