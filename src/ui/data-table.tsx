import type { ComponentChildren } from 'preact'
import { useUiText } from './lang-context.ts'

export interface Column {
  text: string
  numeric?: boolean | undefined
  /** The words are for readers of the screen only. */
  hidden?: boolean | undefined
}

export interface TableRow {
  cells: readonly ComponentChildren[]
  /** A bar at the left edge; a word in a cell must say the same. */
  tone?: 'late' | 'soon' | undefined
}

export interface DataTableProps {
  caption: string
  /** The caption is heard, not seen: when a heading above says it. */
  captionHidden?: boolean | undefined
  head: readonly Column[]
  rows: readonly TableRow[]
  /** Officers' lists: small rows, head that stays in sight. */
  dense?: boolean | undefined
  /** On a phone each row becomes a block with its column names, instead of a table that scrolls sideways. */
  stack?: boolean | undefined
  /** Rows are walked with j and k; enter opens the first link of a row (island `office-keys`). */
  keys?: boolean | undefined
  /** First cell of each row names it. */
  rowHeads?: boolean | undefined
  /** Instead of the table when there are no rows. */
  empty?: ComponentChildren
  id?: string | undefined
}

export function DataTable(props: DataTableProps) {
  const { caption, captionHidden, head, rows, dense, stack, keys, rowHeads, empty, id } = props
  const words = useUiText()
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const table = (
    <table class={`govuk-table${dense ? ' dense' : ''}${stack ? ' stack' : ''}`} id={id}>
      <caption class={captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption'}>{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {head.map((column) => (
            <th scope="col" class={column.numeric ? 'govuk-table__header num' : 'govuk-table__header'}>
              {column.hidden ? <span class="govuk-visually-hidden">{column.text}</span> : column.text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" data-key-list={keys ? '' : undefined}>
        {rows.map((row) => (
          <tr class={row.tone ? `govuk-table__row row-${row.tone}` : 'govuk-table__row'}>
            {row.cells.map((cell, i) => {
              const column = head[i]
              const shared = {
                class: column?.numeric ? 'govuk-table__cell num' : 'govuk-table__cell',
                'data-label': stack && column && !column.hidden ? column.text : undefined,
              }
              return rowHeads && i === 0 ? (
                <th scope="row" {...shared}>
                  {cell}
                </th>
              ) : (
                <td {...shared}>{cell}</td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (stack) return table
  return (
    // A region that scrolls must be reachable by keyboard.
    <section class={dense ? 'scroll scroll-dense' : 'scroll'} tabindex={0} aria-label={`${caption}. ${words.scrollTable}`}>
      {table}
    </section>
  )
}
