import { number } from '../../shared/format.ts'
import { type Lang, localPath } from '../../shared/lang.ts'
import type { VisitFigures } from './figures.ts'
import { paths } from './paths.ts'
import { text } from './text.ts'

/** The block of the footer; nothing while the figures are not known. */
export function FooterFigures({ lang, figures }: { lang: Lang; figures: VisitFigures | undefined }) {
  if (!figures) return null
  const words = text[lang].footer
  const rows = [
    [words.online, figures.online],
    [words.today, figures.today],
    [words.month, figures.month],
    [words.total, figures.total],
  ] as const
  return (
    <div>
      <b>
        <a href={localPath(lang, paths.statistics)}>{words.title}</a>
      </b>
      <dl>
        {rows.map(([name, n]) => (
          <>
            <dt>{name}</dt>
            <dd>{number(lang, n)}</dd>
          </>
        ))}
      </dl>
    </div>
  )
}
