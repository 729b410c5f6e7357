import { civilDateOf } from '../../../shared/civil-date.ts'
import { number, shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Notice, PageHead } from '../../../ui/index.ts'
import { FileList, type StoredFile } from '../../files/index.ts'
import type { Document, Passage } from '../document.ts'
import type { Edition } from '../edition-repository.ts'
import type { Citations } from '../feature.ts'
import type { LinkedDocument } from '../link-repository.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { Facts, LinkedList } from './facts.tsx'
import { TextView } from './text-view.tsx'

export interface DocumentPageProps {
  lang: Lang
  document: Document
  /** The edition that is shown. */
  edition: number
  editions: readonly Edition[]
  passages: readonly Passage[]
  links: readonly LinkedDocument[]
  files: readonly StoredFile[]
  citations: Citations
}

/** A document as everybody reads it, sentence by sentence. */
export function DocumentPage({ lang, document, edition, editions, passages, links, files, citations }: DocumentPageProps) {
  const words = text[lang]
  const { page } = words
  const cited = passages.filter(({ anchorId }) => citations.has(anchorId)).length
  const title = [words.kind[document.kind], document.number].filter(Boolean).join(' ')
  return (
    <article class="article">
      <Breadcrumbs items={[{ href: localPath(lang, paths.list), text: words.list.title }]} />
      <PageHead title={document.subject} meta={title} />
      {edition !== document.edition && (
        <Notice tone="soon">
          <p>
            {page.oldEdition(number(lang, edition))} <a href={localPath(lang, paths.one(document.slug))}>{page.toCurrent}</a>
          </p>
        </Notice>
      )}
      <h2 class="govuk-visually-hidden">{page.facts}</h2>
      <Facts lang={lang} document={document} />
      {links.length > 0 && (
        <>
          <h2>{page.links}</h2>
          <LinkedList lang={lang} links={links} />
        </>
      )}
      {files.length > 0 && (
        <>
          <h2>{page.files}</h2>
          <FileList lang={lang} files={files} />
        </>
      )}
      <h2>{page.text}</h2>
      {cited > 0 && <p class="meta">{page.cited(number(lang, cited))}</p>}
      <p class="no-print">
        <button type="button" class="govuk-button btn-2 btn-small" data-print hidden>
          {page.print}
        </button>
      </p>
      <TextView lang={lang} passages={passages} citations={citations} />
      {editions.length > 1 && (
        <section class="no-print">
          <h2>{page.editions}</h2>
          <ul>
            {editions.map((one) => {
              const name = page.edition(number(lang, one.edition), shortDate(civilDateOf(one.madeAt)))
              const isCurrent = one.edition === document.edition
              const href = isCurrent ? paths.one(document.slug) : paths.edition(document.slug, one.edition)
              return (
                <li>
                  {one.edition === edition ? name : <a href={localPath(lang, href)}>{name}</a>}
                  {isCurrent && ` (${page.current})`}
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </article>
  )
}
