import type { ComponentChildren } from 'preact'
import { shortDate } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { SummaryList } from '../../../ui/index.ts'
import type { Document } from '../document.ts'
import type { LinkedDocument } from '../link-repository.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

const nameOf = ({ number, subject }: Pick<Document, 'number' | 'subject'>) => [number, subject].filter(Boolean).join(' · ')

/** Who issued it, when, and from when to when it is in force. */
export function Facts({ lang, document }: { lang: Lang; document: Document }) {
  const { kind, fields, page } = text[lang]
  const day = (on: Document['validFrom']) => on && shortDate(on)
  const rows: [string, ComponentChildren][] = [
    [fields['kind']!, kind[document.kind]],
    [fields['number']!, document.number],
    [fields['issuer']!, document.issuer],
    [fields['signer']!, document.signer],
    [fields['issuedOn']!, day(document.issuedOn)],
    [page.validity, page.inForce(day(document.validFrom), day(document.validTo))],
  ]
  return <SummaryList rows={rows.filter(([, value]) => value).map(([key, value]) => ({ key, value }))} />
}

/** What it does to other documents and they to it. */
export function LinkedList({ lang, links }: { lang: Lang; links: readonly LinkedDocument[] }) {
  const words = text[lang]
  return (
    <ul>
      {links.map((one) => (
        <li>
          {words.links[one.way][one.link]}: <a href={localPath(lang, paths.one(one.slug))}>{nameOf(one)}</a>
        </li>
      ))}
    </ul>
  )
}

export { nameOf as documentName }
