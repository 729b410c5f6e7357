import { number, shortDate } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ArticleList, EmptyState, PageHead, Pager, SearchBox, Tabs } from '../../../ui/index.ts'
import { type Document, type DocumentKind, documentKinds } from '../document.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface ListPageProps {
  lang: Lang
  kind: DocumentKind | null
  page: Page<Document>
  counts: readonly { bucket: string; n: number }[]
  address: (kind: DocumentKind | null, after?: string) => string
}

/** Published documents of one kind or all, the newest paper first. */
export function ListPage({ lang, kind, page, counts, address }: ListPageProps) {
  const words = text[lang]
  const { list } = words
  const countOf = (one: DocumentKind) => counts.find(({ bucket }) => bucket === one)?.n ?? 0
  const total = counts.reduce((sum, { n }) => sum + n, 0)
  const shown = documentKinds.filter((one) => one === kind || countOf(one) > 0)
  const tab = (one: DocumentKind | null, name: string, n: number) => ({
    href: localPath(lang, address(one)),
    text: name,
    count: number(lang, n),
    current: one === kind,
  })
  return (
    <>
      <PageHead title={list.title} lead={list.lead} />
      <SearchBox
        action={localPath(lang, '/tim-kiem')}
        name="q"
        label={list.search}
        labelShown
        submit={list.searchSubmit}
        keep={{ loai: 'van-ban' }}
      />
      <Tabs
        label={words.fields['kind']!}
        items={[tab(null, list.all, total), ...shown.map((one) => tab(one, words.kind[one], countOf(one)))]}
      />
      {page.items.length === 0 ? (
        <EmptyState title={list.none} />
      ) : (
        <ArticleList
          level={2}
          items={page.items.map((document) => ({
            href: localPath(lang, paths.one(document.slug)),
            title: document.subject,
            meta: [
              [words.kind[document.kind], document.number].filter(Boolean).join(' '),
              document.issuer,
              document.issuedOn && list.issued(shortDate(document.issuedOn)),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      )}
      <Pager next={page.next ? { href: localPath(lang, address(kind, page.next)) } : undefined} />
      <h2>{list.data}</h2>
      <p class="data-links">
        {list.dataHint} <a href={paths.data}>JSON</a> <a href={`${paths.data}.csv`}>CSV</a>
      </p>
    </>
  )
}
