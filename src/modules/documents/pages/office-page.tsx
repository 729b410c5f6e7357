import { longInstant, number } from '../../../shared/format.ts'
import type { Page } from '../../../shared/keyset.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, DataTable, EmptyState, PageHead, Pager, Tabs } from '../../../ui/index.ts'
import { type Document, type DocumentStatus, documentStatuses } from '../document.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { documentName } from './facts.tsx'

interface OfficePageProps {
  lang: Lang
  status: DocumentStatus
  page: Page<Document>
  counts: readonly { bucket: string; n: number }[]
  mayMake: boolean
}

/** Documents of one status, what changed last first. */
export function OfficePage({ lang, status, page, counts, mayMake }: OfficePageProps) {
  const words = text[lang]
  const { office } = words
  const address = (next: DocumentStatus, after?: string) =>
    localPath(lang, `${paths.office}?${new URLSearchParams({ xem: next, ...(after ? { after } : {}) }).toString()}`)
  const make = mayMake && <ButtonLink href={localPath(lang, paths.create)}>{office.make}</ButtonLink>
  return (
    <>
      <PageHead title={office.title} lead={office.lead} aside={make} />
      <Tabs
        label={office.title}
        items={documentStatuses.map((one) => ({
          href: address(one),
          text: words.status[one],
          count: number(lang, counts.find(({ bucket }) => bucket === one)?.n ?? 0),
          current: one === status,
        }))}
      />
      <DataTable
        caption={words.status[status]}
        captionHidden
        dense
        stack
        head={[{ text: office.head.document }, { text: words.fields['kind']! }, { text: office.head.changed }]}
        rows={page.items.map((document) => ({
          cells: [
            <a class="any-break" href={localPath(lang, paths.officeOne(document.slug))}>
              {documentName(document)}
            </a>,
            words.kind[document.kind],
            longInstant(lang, document.updatedAt),
          ],
        }))}
        empty={<EmptyState title={office.none} />}
      />
      <Pager next={page.next ? { href: address(status, page.next) } : undefined} />
    </>
  )
}
