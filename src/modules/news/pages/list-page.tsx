import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import type { ArticleHead, Category } from '../article.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { type Counted, NewsList } from './article-parts.tsx'

interface ListPageProps {
  lang: Lang
  page: Page<ArticleHead>
  counts: ReadonlyMap<string, Counted>
  categories: readonly Category[]
  current: { category?: Category | undefined; tag?: string | undefined }
  /** Address of the next page. */
  nextHref: string | null
}

/** `/tin-tuc`: what was published, newest first. */
export function ListPage({ lang, page, counts, categories, current, nextHref }: ListPageProps) {
  const words = text[lang].public
  const title = current.category?.name ?? (current.tag ? words.tag(current.tag) : words.title)
  const top = categories.find(({ id }) => id === (current.category?.parentId ?? current.category?.id))
  const below = categories.filter(({ parentId }) => top && parentId === top.id)
  const tab = ({ id, slug, name }: Category) => ({
    href: localPath(lang, paths.category(slug)),
    text: name,
    current: id === current.category?.id || id === current.category?.parentId,
  })
  const isFiltered = current.category !== undefined || current.tag !== undefined
  return (
    <>
      <PageHead title={title} lead={isFiltered ? undefined : words.lead} />
      {categories.length > 0 && (
        <Tabs
          label={words.categories}
          items={[
            { href: localPath(lang, paths.list), text: words.all, current: !isFiltered },
            ...categories.filter(({ parentId }) => parentId === null).map(tab),
          ]}
        />
      )}
      {below.length > 0 && <Tabs label={words.below(top?.name ?? '')} items={below.map(tab)} />}
      {page.items.length === 0 ? (
        <EmptyState title={isFiltered ? words.noneHere : words.none} />
      ) : (
        <NewsList lang={lang} items={page.items} counts={counts} level={2} />
      )}
      <Pager next={nextHref ? { href: nextHref } : undefined} />
    </>
  )
}
