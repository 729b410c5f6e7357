import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { DataTable } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { OfficeView } from '../views.ts'

/** Saved editions, each beside what it changed. */
export function EditionList({ lang, view: { article, editions, people } }: { lang: Lang; view: OfficeView }) {
  const words = text[lang].office
  const compare = (edition: number) =>
    localPath(lang, `${paths.compare(article.id)}?${new URLSearchParams({ tu: String(edition - 1), den: String(edition) })}`)
  return (
    <DataTable
      caption={words.editions}
      dense
      stack
      head={[{ text: words.editions }, { text: words.head.changed }, { text: text[lang].fields['author']! }]}
      rows={editions.map(({ edition, savedAt, savedBy }) => ({
        cells: [
          edition > 1 ? <a href={compare(edition)}>{words.edition(edition)}</a> : words.edition(edition),
          longInstant(lang, savedAt),
          people.get(savedBy) ?? '',
        ],
      }))}
    />
  )
}
