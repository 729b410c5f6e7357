import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, PageHead } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

/** At the address of an article that was taken away: that, when and why; not a word of it. */
export function WithdrawnPage({ lang, withdrawal }: { lang: Lang; withdrawal: Entry | undefined }) {
  const words = text[lang].public
  const reason = withdrawal?.words['reason']
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.title }]} />
      <PageHead title={words.withdrawn} lead={withdrawal && words.withdrawnLead(longInstant(lang, withdrawal.at))} />
      {reason && (
        <p>
          {words.reason}: {reason}
        </p>
      )}
    </>
  )
}
