import type { ComponentChildren } from 'preact'
import { safeHref } from '../../../ui/index.ts'
import type { ArticleDocument, Block, Cell, Inline, List, Text } from '../document.ts'

/** What the text shows of a file; absent: the file is not there (any more), and only its words are shown. */
export interface ShownFile {
  /** For pictures: addresses by width, smallest first. */
  widths?: readonly { width: number; href: string }[] | undefined
  width?: number | null
  height?: number | null
  /** For attachments. */
  href?: string | undefined
  /** `PDF, 120 KB` */
  about?: string | undefined
}
export type ShownFiles = ReadonlyMap<string, ShownFile>

/** The text of an article. Every node is drawn by its own element here: nothing of it is markup. */
export function DocumentView({ doc, files }: { doc: ArticleDocument; files: ShownFiles }) {
  return (
    <div class="article-body">
      {doc.content.map((block) => (
        <BlockView block={block} files={files} />
      ))}
    </div>
  )
}

function BlockView({ block, files }: { block: Block; files: ShownFiles }) {
  switch (block.type) {
    case 'paragraph':
      return <p>{inline(block.content)}</p>
    case 'heading': {
      const Heading = `h${block.attrs.level}` as const
      return <Heading>{inline(block.content)}</Heading>
    }
    case 'bulletList':
    case 'orderedList':
      return <ListView list={block} />
    case 'blockquote':
      return (
        <blockquote>
          {block.content.map((part) => (
            <p>{inline(part.content)}</p>
          ))}
        </blockquote>
      )
    case 'table':
      return <TableView rows={block.content.map((row) => row.content)} />
    case 'image':
      return <Picture {...block.attrs} file={files.get(block.attrs.fileId)} />
    case 'attachment': {
      const file = files.get(block.attrs.fileId)
      return (
        <p class="attachment">
          {file?.href ? (
            <a href={safeHref(file.href)} download>
              {block.attrs.label}
            </a>
          ) : (
            block.attrs.label
          )}
          {file?.about && <span class="muted"> ({file.about})</span>}
        </p>
      )
    }
  }
}

function ListView({ list }: { list: List }) {
  const items = list.content.map((item) => (
    <li>
      {item.content.map((part) =>
        part.type === 'paragraph' ? (
          item.content.length === 1 ? (
            inline(part.content)
          ) : (
            <p>{inline(part.content)}</p>
          )
        ) : (
          <ListView list={part} />
        ),
      )}
    </li>
  ))
  return list.type === 'bulletList' ? <ul>{items}</ul> : <ol>{items}</ol>
}

function TableView({ rows }: { rows: readonly (readonly Cell[])[] }) {
  const [first = [], ...rest] = rows
  const headed = first.length > 0 && first.every((cell) => cell.type === 'tableHeader')
  const body = headed ? rest : rows
  return (
    // A region that scrolls must be reachable by keyboard.
    <section class="scroll" tabindex={0} aria-label={first.map(cellText).join(', ')}>
      <table class="govuk-table">
        {headed && (
          <thead>
            <Row cells={first} scope="col" />
          </thead>
        )}
        <tbody>
          {body.map((cells) => (
            <Row cells={cells} scope="row" />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ cells, scope }: { cells: readonly Cell[]; scope: 'col' | 'row' }) {
  return (
    <tr class="govuk-table__row">
      {cells.map((cell) => {
        const content =
          cell.content.length === 1 ? inline(cell.content[0]!.content) : cell.content.map((part) => <p>{inline(part.content)}</p>)
        return cell.type === 'tableHeader' ? (
          <th class="govuk-table__header" scope={scope}>
            {content}
          </th>
        ) : (
          <td class="govuk-table__cell">{content}</td>
        )
      })}
    </tr>
  )
}

const cellText = (cell: Cell) =>
  cell.content
    .flatMap((part) => part.content ?? [])
    .map((part) => (part.type === 'text' ? part.text : ' '))
    .join('')

function Picture({ alt, caption, file }: { alt: string; caption: string; file: ShownFile | undefined }) {
  const widths = file?.widths ?? []
  const largest = widths.at(-1)
  return (
    <figure>
      {largest ? (
        <img
          src={largest.href}
          srcset={widths.map(({ href, width }) => `${href} ${width}w`).join(', ')}
          sizes="(min-width: 48rem) 44rem, 100vw"
          width={file?.width ?? undefined}
          height={file?.height ?? undefined}
          alt={alt}
          loading="lazy"
          decoding="async"
        />
      ) : (
        <p class="muted">{alt}</p>
      )}
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  )
}

function inline(content: readonly Inline[] = []): ComponentChildren {
  return content.map((part) => (part.type === 'hardBreak' ? <br /> : marked(part)))
}

function marked({ text, marks = [] }: Text): ComponentChildren {
  return marks.reduceRight<ComponentChildren>((inner, mark) => {
    if (mark.type === 'bold') return <strong>{inner}</strong>
    if (mark.type === 'italic') return <em>{inner}</em>
    return (
      <a href={safeHref(mark.attrs.href)} rel="noopener">
        {inner}
      </a>
    )
  }, text)
}
