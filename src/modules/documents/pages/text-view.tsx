import type { Lang } from '../../../shared/lang.ts'
import { localPath } from '../../../shared/lang.ts'
import { useUiText } from '../../../ui/index.ts'
import type { Passage } from '../document.ts'
import type { Citations, Cited as CitedItems } from '../feature.ts'
import { paths } from '../paths.ts'
import { cellsOf } from '../split-text.ts'
import { text } from '../text.ts'

interface TextViewProps {
  lang: Lang
  passages: readonly Passage[]
  citations: Citations
}

type Group = { kind: 'table' | 'lines'; base: string; passages: Passage[] }

/** Rows of one table, sentences of one paragraph. */
function groupsOf(passages: readonly Passage[]): Group[] {
  const groups: Group[] = []
  for (const passage of passages) {
    const kind = passage.kind === 'cell' ? 'table' : 'lines'
    const base = kind === 'table' ? passage.path.replace(/\/\d+$/, '') : passage.path.replace(/#\d+$/, '')
    const last = groups.at(-1)
    const goesOn = last?.kind === kind && last.base === base && (kind === 'table' || /#\d+$/.test(passage.path))
    if (goesOn) last.passages.push(passage)
    else groups.push({ kind, base, passages: [passage] })
  }
  return groups
}

/** Deeper lines are set in no further. */
const DEEPEST = 5

/** The text with an address for each sentence; a sentence that became work leads to it. */
export function TextView({ lang, passages, citations }: TextViewProps) {
  let tables = 0
  return (
    <div class="doc-text" lang="vi">
      {groupsOf(passages).map((group) =>
        group.kind === 'table' ? (
          <PassageTable lang={lang} passages={group.passages} citations={citations} place={++tables} />
        ) : (
          <Lines lang={lang} passages={group.passages} citations={citations} />
        ),
      )}
    </div>
  )
}

function Lines({ lang, passages, citations }: TextViewProps) {
  const first = passages[0]!
  const parts = passages.map(({ anchorId, text: words }, i) => (
    <>
      {i > 0 && ' '}
      <span id={paths.anchor(anchorId)}>{words}</span>
      <Cited lang={lang} by={citations.get(anchorId)} />
    </>
  ))
  const depth = `doc-${Math.min(first.depth, DEEPEST)}`
  if (first.kind === 'heading') return first.depth <= 1 ? <h3>{parts}</h3> : <p class={`${depth} doc-head`}>{parts}</p>
  return <p class={first.path.startsWith('H/') ? 'doc-top' : depth}>{parts}</p>
}

function PassageTable({ lang, passages, citations, place }: TextViewProps & { place: number }) {
  const words = useUiText()
  const columns = Math.max(...passages.map(({ text: row }) => cellsOf(row).length))
  return (
    <section class="scroll" tabindex={0} aria-label={`${text[lang].page.table(String(place))}. ${words.scrollTable}`}>
      <table class="govuk-table">
        <tbody>
          {passages.map(({ anchorId, text: row }) => {
            const cells = cellsOf(row)
            return (
              <tr id={paths.anchor(anchorId)} class="govuk-table__row">
                {Array.from({ length: columns }, (_, i) => (
                  <td class="govuk-table__cell">
                    {cells[i] ?? ''}
                    {i === columns - 1 && <Cited lang={lang} by={citations.get(anchorId)} />}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Cited({ lang, by }: { lang: Lang; by: CitedItems | undefined }) {
  if (!by) return null
  return (
    <span class="doc-cited">
      {' '}
      <span class="govuk-visually-hidden" lang={lang}>
        {text[lang].page.task}
      </span>
      {by.items.map(({ text: words, href }, i) => (
        <>
          {i > 0 && ', '}
          <a href={localPath(lang, href)}>{words}</a>
        </>
      ))}
      {by.more && ` ${text[lang].page.moreTasks}`}
    </span>
  )
}
