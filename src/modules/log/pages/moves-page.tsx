import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, EmptyState, PageHead, Pager } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { LeafList, type LeafListProps } from './leaf-list.tsx'

/** Every change of what was promised: due dates, targets, owners, days off, rules. */
export function MovesPage({ next, ...props }: LeafListProps & { lang: Lang; next: string | null }) {
  const { lang, leaves } = props
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.log), text: words.title }]} current={words.moves.title} />
      <PageHead title={words.moves.title} lead={words.moves.lead} />
      <h2 class="govuk-visually-hidden">{words.moves.title}</h2>
      {leaves.length === 0 ? <EmptyState title={words.moves.none} /> : <LeafList {...props} />}
      <Pager next={next ? { href: localPath(lang, `${paths.moves}?after=${next}`) } : undefined} />
    </>
  )
}
