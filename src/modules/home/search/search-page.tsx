import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { fold } from '../../../shared/vietnamese-text.ts'
import { EmptyState, PageHead, Pager, SearchBox, Section, Tabs } from '../../../ui/index.ts'
import type { Piece } from '../../search/index.ts'
import { text } from '../text.ts'
import type { Hit, SearchResult } from './find-everywhere.ts'
import { type SearchKind, searchKinds } from './search-kind.ts'
import { searchPath } from './search-path.ts'

interface Props {
  lang: Lang
  words: string
  kind: SearchKind | null
  after: string | null
  result: SearchResult
}

/** `/tim-kiem`: one box, what was found in groups, and another question where nothing was. */
export function SearchPage({ lang, words, kind, after, result }: Props) {
  const { search } = text[lang]
  const href = (question: string, which: SearchKind | null, cursor: string | null = null) =>
    localPath(lang, searchPath(question, which, cursor))
  return (
    <>
      <PageHead title={search.title} />
      <SearchBox
        action={localPath(lang, '/tim-kiem')}
        name="q"
        label={search.label}
        labelShown
        submit={search.submit}
        value={words}
        keep={kind ? { loai: search.addresses[kind] } : undefined}
      />
      {!result.asked && <p class="muted">{words === '' ? search.hint : search.nothingToSearch}</p>}
      {result.asked && (
        <>
          <Tabs
            label={search.kinds}
            items={[
              { href: href(words, null), text: search.all, current: kind === null },
              ...searchKinds.map((which) => ({ href: href(words, which), text: search.kind[which], current: kind === which })),
            ]}
          />
          <Found {...{ lang, words, kind, after, result, href }} />
        </>
      )}
    </>
  )
}

type FoundProps = Props & { href: (question: string, kind: SearchKind | null, cursor?: string | null) => string }

function Found({ lang, words, kind, after, result, href }: FoundProps) {
  const { search } = text[lang]
  const groups = result.groups.filter(({ page }) => page.items.length > 0)
  if (groups.length === 0)
    return (
      <EmptyState title={search.none(words)}>
        {result.suggestion && (
          <p>
            {search.didYouMean} <a href={href(result.suggestion, kind)}>{result.suggestion}</a>?
          </p>
        )}
        {result.withoutTones && (
          <p>
            <a href={href(fold(words), kind)}>{search.anyTones}</a>
          </p>
        )}
        <p>{search.tips}</p>
      </EmptyState>
    )
  return (
    <>
      {groups.map(({ kind: which, page }) => (
        <Section
          key={which}
          title={search.kind[which]}
          more={!kind && page.next ? { href: href(words, which), text: search.more(search.kind[which]) } : undefined}
        >
          <ul class="articles">
            {page.items.map((hit) => (
              <li key={hit.href}>
                <HitRow lang={lang} hit={hit} />
              </li>
            ))}
          </ul>
          {kind && (
            <Pager
              previous={after ? { href: href(words, kind), text: search.first } : undefined}
              next={page.next ? { href: href(words, kind, page.next) } : undefined}
            />
          )}
        </Section>
      ))}
    </>
  )
}

function HitRow({ lang, hit }: { lang: Lang; hit: Hit }) {
  const facts = [...hit.facts, ...(hit.at ? [longInstant(lang, hit.at)] : [])]
  return (
    <>
      <h3>
        <a href={localPath(lang, hit.href)}>
          <Marked pieces={hit.title} />
        </a>
      </h3>
      {facts.length > 0 && <p class="meta">{facts.join(' · ')}</p>}
      <p>
        <Marked pieces={hit.excerpt} />
      </p>
    </>
  )
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return <>{pieces.map((piece) => (piece.marked ? <mark>{piece.text}</mark> : piece.text))}</>
}
