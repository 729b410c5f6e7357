import type { ComponentChildren } from 'preact'
import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Details, PageHead } from '../../../ui/index.ts'
import type { Entry } from '../../history/index.ts'
import type { ArticleKind } from '../article.ts'
import { paths } from '../paths.ts'
import { slugOf } from '../slug.ts'
import { text } from '../text.ts'
import type { PublicView } from '../views.ts'
import { wordsFor } from '../words-for.ts'
import { type Counted, NewsLine, ShortList } from './article-parts.tsx'
import { DocumentView, type ShownFiles } from './document-view.tsx'
import { ShareLinks } from './share-links.tsx'

interface ArticlePageProps {
  lang: Lang
  view: PublicView
  counted: Counted
  files: ShownFiles
  /** `https://…/tin-tuc/…`: what is shared and printed. */
  address: string
  /** Filled by other features. */
  ratings?: ComponentChildren
  comments?: ComponentChildren
  poll?: ComponentChildren
}

/** One article, for everybody. */
export function ArticlePage({ lang, view, counted, files, address, ratings, comments, poll }: ArticlePageProps) {
  const { article, category, above, neighbours } = view
  const words = text[lang].public
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.list), text: words.title },
          ...[above, category].flatMap((one) => (one ? [{ href: localPath(lang, paths.category(one.slug)), text: one.name }] : [])),
        ]}
      />
      <article class="article">
        <PageHead title={article.title} meta={<NewsLine lang={lang} article={article} counted={counted} />} lead={article.lead} />
        <DocumentView doc={article.body} files={files} />
        <Byline lang={lang} view={view} />
        {article.tags.length > 0 && (
          <p class="tag-links">
            {words.tags}:{' '}
            {article.tags.map((name, i) => (
              <>
                {i > 0 && ', '}
                <a href={localPath(lang, paths.tag(slugOf(name)))}>{name}</a>
              </>
            ))}
          </p>
        )}
        <Corrections lang={lang} history={view.history} kind="article" />
        {ratings}
        <ShareLinks lang={lang} title={article.title} address={address} slug={article.slug} />
      </article>
      {comments}
      {poll && <div class="beside-article">{poll}</div>}
      <ShortList lang={lang} title={words.related} items={neighbours.related} />
      <ShortList lang={lang} title={words.newer} items={neighbours.newer} />
      <ShortList lang={lang} title={words.older} items={neighbours.older} />
    </>
  )
}

/** "Tác giả: …" and "Nguồn: …", below the text as on the page of 2017. */
export function Byline({ lang, view: { article } }: { lang: Lang; view: PublicView }) {
  const words = text[lang].public
  if (!article.author && !article.source) return null
  return (
    <p class="byline">
      {article.author && <b>{words.author(article.author)}</b>}
      {article.author && article.source && <br />}
      {article.source && words.source(article.source)}
    </p>
  )
}

/** A text that changed before readers' eyes says so, and why. */
export function Corrections({ lang, history, kind }: { lang: Lang; history: readonly Entry[]; kind: ArticleKind }) {
  const { public: words, event } = wordsFor(lang, kind)
  const changes = history.filter((entry) => entry.type !== 'article.published').toReversed()
  if (changes.length === 0) return null
  return (
    <Details summary={words.revised(longInstant(lang, changes[0]!.at))}>
      <ul>
        {changes.map(({ type, at, words: said }) => (
          <li>
            {event[type]}, {longInstant(lang, at)}
            {said['reason'] && `. ${words.reason}: ${said['reason']}`}
          </li>
        ))}
      </ul>
    </Details>
  )
}
