import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, PageHead } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { ArticleKind } from '../article.ts'
import { paths } from '../paths.ts'
import { wordsFor } from '../words-for.ts'

/** At the address of an article that was taken away: that, when and why; not a word of it. */
export function WithdrawnPage({ lang, kind, withdrawal }: { lang: Lang; kind: ArticleKind; withdrawal: Entry | undefined }) {
  const words = wordsFor(lang, kind).public
  const reason = withdrawal?.words['reason']
  return (
    <>
      {kind === 'article' && <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.title }]} />}
      <PageHead title={words.withdrawn} lead={withdrawal && words.withdrawnLead(longInstant(lang, withdrawal.at))} />
      {reason && (
        <p>
          {words.reason}: {reason}
        </p>
      )}
    </>
  )
}
