import type { Lang } from '../../../shared/lang.ts'
import type { ArticleContent, Category } from '../article.ts'
import { type BlockDiff, diffDocuments } from '../diff/documents.ts'
import { diffWords, type Piece } from '../diff/words.ts'
import { text } from '../text.ts'

interface DiffViewProps {
  lang: Lang
  old: ArticleContent
  next: ArticleContent
  categories: readonly Category[]
  level?: 2 | 3
}

/** Two texts and what is different: struck out and underlined, and said in words to those who listen. */
export function DiffView({ lang, old, next, categories, level = 2 }: DiffViewProps) {
  const { fields, diff } = text[lang]
  const Heading = `h${level}` as const
  const line = (content: ArticleContent) => ({
    title: content.title,
    lead: content.lead ?? '',
    categoryId: categories.find(({ id }) => id === content.categoryId)?.name ?? '',
    tags: content.tags.join(', '),
    author: content.author ?? '',
    source: content.source ?? '',
  })
  const [before, after] = [line(old), line(next)]
  const changed = (Object.keys(before) as (keyof typeof before)[]).filter((name) => before[name] !== after[name])
  const blocks = diffDocuments(old.body, next.body)
  const isSame = changed.length === 0 && blocks.every((row) => !row.restyled && row.pieces.every(({ change }) => change === 'same'))
  return (
    <div class="diff">
      {isSame && <p>{diff.none}</p>}
      {changed.map((name) => (
        <>
          <Heading>{fields[name]}</Heading>
          <p>
            <Pieces lang={lang} pieces={diffWords(before[name], after[name])} />
          </p>
        </>
      ))}
      <Heading>{fields['body']}</Heading>
      {blocks.map((row) => (
        <Row lang={lang} row={row} />
      ))}
    </div>
  )
}

function Row({ lang, row }: { lang: Lang; row: BlockDiff }) {
  const isSame = row.pieces.every(({ change }) => change === 'same')
  return (
    <p class={isSame && !row.restyled ? 'diff-same' : row.type === 'heading' ? 'diff-heading' : undefined}>
      {row.restyled && <span class="tag tag-soon">{text[lang].diff.restyled}</span>} <Pieces lang={lang} pieces={row.pieces} />
    </p>
  )
}

function Pieces({ lang, pieces }: { lang: Lang; pieces: readonly Piece[] }) {
  const words = text[lang].diff
  return (
    <>
      {pieces.map(({ change, text: said }) =>
        change === 'same' ? (
          said
        ) : change === 'added' ? (
          <ins>
            <span class="govuk-visually-hidden">[{words.added} </span>
            {said}
            <span class="govuk-visually-hidden">]</span>
          </ins>
        ) : (
          <del>
            <span class="govuk-visually-hidden">[{words.removed} </span>
            {said}
            <span class="govuk-visually-hidden">]</span>
          </del>
        ),
      )}
    </>
  )
}
