import type { ComponentChildren } from 'preact'
import { number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, DataTable, Notice, PageHead, StatTiles } from '../../../ui/index.ts'
import type { Document, EditionChanges, Passage } from '../document.ts'
import type { Citations, Cited } from '../feature.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { documentName } from './facts.tsx'

interface ChangesPageProps {
  lang: Lang
  document: Document
  edition: number
  changes: EditionChanges
  citations: Citations
  done: boolean
}

/** What a new edition did to the sentences of the one before, and what work holds on to each. */
export function ChangesPage(props: ChangesPageProps) {
  const { lang, document, edition, changes, done } = props
  const words = text[lang]
  const { counts, ...says } = words.changes
  const tile = (value: number, label: string, id: string) => ({ value: number(lang, value), label, href: `#${id}` })
  return (
    <>
      <Breadcrumbs
        items={[
          { href: localPath(lang, paths.office), text: words.office.title },
          { href: localPath(lang, paths.officeOne(document.slug)), text: documentName(document) },
        ]}
      />
      <PageHead title={says.title(number(lang, edition))} lead={edition > 1 ? says.lead(number(lang, edition - 1)) : says.first} />
      {done && (
        <Notice tone="ok" live>
          {words.office.done}
        </Notice>
      )}
      <StatTiles
        items={[
          { value: number(lang, changes.same), label: counts.same },
          tile(changes.moved.length, counts.moved, 'moved'),
          tile(changes.changed.length, counts.changed, 'changed'),
          tile(changes.fresh.length, counts.new, 'new'),
          tile(changes.orphans.length, counts.orphaned, 'orphaned'),
        ]}
      />
      <Part {...props} id="orphaned" title={counts.orphaned} lead={says.orphansLead} rows={changes.orphans.map((was) => ({ was }))} />
      <Part {...props} id="changed" title={counts.changed} rows={changes.changed} />
      <Part {...props} id="moved" title={counts.moved} rows={changes.moved} />
      <Part {...props} id="new" title={counts.new} rows={changes.fresh.map((is) => ({ is }))} />
    </>
  )
}

interface PartProps extends ChangesPageProps {
  id: string
  title: string
  lead?: string
  rows: readonly { was?: Passage; is?: Passage }[]
}

/** Sentences that work holds on to stand first: somebody must look at them. */
function Part({ lang, citations, id, title, lead, rows: all }: PartProps) {
  const { changes } = text[lang]
  const isHeld = ({ was, is }: (typeof all)[number]) => citations.has((is ?? was)!.anchorId)
  const rows = [...all.filter(isHeld), ...all.filter((row) => !isHeld(row))]
  const hasWas = rows.some(({ was }) => was)
  const hasIs = rows.some(({ is }) => is)
  const sentence = (passage: Passage | undefined): ComponentChildren =>
    passage && (
      <>
        <b>{passage.path}</b> <span lang="vi">{passage.text}</span>
      </>
    )
  return (
    <section id={id}>
      <h2>
        {title} ({number(lang, rows.length)})
      </h2>
      {lead && rows.length > 0 && <p>{lead}</p>}
      <DataTable
        caption={title}
        captionHidden
        dense
        stack
        head={[...(hasWas ? [{ text: changes.was }] : []), ...(hasIs ? [{ text: changes.is }] : []), { text: changes.citedBy }]}
        rows={rows.map(({ was, is }) => ({
          cells: [
            ...(hasWas ? [<span class="any-break">{sentence(was)}</span>] : []),
            ...(hasIs ? [<span class="any-break">{sentence(is)}</span>] : []),
            <CitedBy lang={lang} by={citations.get((is ?? was)!.anchorId)} />,
          ],
        }))}
        empty={<p class="muted">{changes.none}</p>}
      />
    </section>
  )
}

/** Which items hold on to the sentence, and how many where all are named. */
function CitedBy({ lang, by }: { lang: Lang; by: Cited | undefined }) {
  if (!by) return <>{text[lang].changes.nobody}</>
  return (
    <>
      {by.more ? '' : `${number(lang, by.items.length)}: `}
      {by.items.map(({ text: words, href }, i) => (
        <>
          {i > 0 && ', '}
          <a href={localPath(lang, href)}>{words}</a>
        </>
      ))}
      {by.more && ` ${text[lang].page.moreTasks}`}
    </>
  )
}
