import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, PageHead, Select } from '../../../ui/index.ts'
import type { Article, Category, Edition } from '../article.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { DiffView } from './diff-view.tsx'

interface ComparePageProps {
  lang: Lang
  article: Article
  editions: readonly Pick<Edition, 'edition' | 'savedAt' | 'savedBy'>[]
  people: ReadonlyMap<string, string>
  categories: readonly Category[]
  old: Edition
  next: Edition
  mayEdit: boolean
}

/** Two editions of one article. */
export function ComparePage({ lang, article, editions, people, categories, old, next, mayEdit }: ComparePageProps) {
  const { office, diff } = text[lang]
  const items = editions.map(({ edition, savedAt, savedBy }) => ({
    value: String(edition),
    text: [office.edition(edition), longInstant(lang, savedAt), people.get(savedBy)].filter(Boolean).join(' · '),
  }))
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: office.title },
          { href: localPath(lang, paths.one(article.id)), text: article.title },
        ]}
        current={diff.title}
      />
      <PageHead title={diff.title} />
      <form method="get" action={localPath(lang, paths.compare(article.id))} class="filter-form">
        <Select name="tu" label={diff.from} items={items} value={String(old.edition)} />
        <Select name="den" label={diff.to} items={items} value={String(next.edition)} />
        <Button look="second">{diff.show}</Button>
      </form>
      {mayEdit && (
        <p>
          <a href={localPath(lang, `${paths.edit(article.id)}?ban=${old.edition}`)}>{diff.takeUp(old.edition)}</a>
        </p>
      )}
      <DiffView lang={lang} old={old} next={next} categories={categories} />
    </>
  )
}
