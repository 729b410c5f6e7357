import { instantText } from '../../../shared/civil-date.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { xml } from '../../../shared/xml.ts'
import type { Authority } from '../../accounts/index.ts'
import type { RegisterFilter } from '../list-petitions.ts'
import type { Petition } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import { registerPath } from './register-filter.ts'
import { text } from './text.ts'

export interface RegisterFeed {
  lang: Lang
  /** `https://…`, without a slash at its end. */
  origin: string
  site: Pick<Authority, 'name' | 'shortName' | 'slug'>
  filter: RegisterFilter
  /** The filter in words; blank for the whole register. */
  filterText: string
  petitions: readonly Petition[]
}

/** Letters of a text that a feed carries; the page has it whole. */
const SUMMARY = 600

/** The register as Atom (RFC 4287). */
export function registerFeed({ lang, origin, site, filter, filterText, petitions }: RegisterFeed): string {
  const url = (path: string) => xml(`${origin}${localPath(lang, path)}`)
  const title = [text[lang].register.feedTitle, filterText, site.shortName].filter(Boolean).join(' · ')
  const updated = petitions.map(updatedAt).toSorted().at(-1) ?? '2025-07-01T00:00:00+07:00'
  const entries = petitions.map((petition) => {
    const words = petitionText[lang]
    const outcome = petition.outcome ? ` · ${words.outcome[petition.outcome]}` : ''
    return `  <entry>
    <id>urn:uuid:${petition.id}</id>
    <title>${xml(`${petition.code}: ${petition.subject}`)}</title>
    <link rel="alternate" type="text/html" href="${url(`/don/${petition.code}`)}"/>
    <published>${instantText(petition.receivedAt)}</published>
    <updated>${updatedAt(petition)}</updated>
    <category term="${petition.kind}" label="${xml(words.kind[petition.kind])}"/>
    <category term="${petition.status}" label="${xml(words.status[petition.status] + outcome)}"/>
    <summary type="text">${xml(shortened(petition.body))}</summary>
  </entry>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${url(registerPath('/don.atom', filter))}</id>
  <title>${xml(title)}</title>
  <link rel="self" type="application/atom+xml" href="${url(registerPath('/don.atom', filter))}"/>
  <link rel="alternate" type="text/html" href="${url(registerPath('/don', filter))}"/>
  <updated>${updated}</updated>
  <author><name>${xml(site.name)}</name></author>
${entries.join('')}</feed>
`
}

/** When the public could last see something new of it. */
function updatedAt({ receivedAt, clearedAt, answeredOn }: Petition): string {
  const seen = [instantText(clearedAt ?? receivedAt), ...(answeredOn ? [`${answeredOn}T00:00:00+07:00`] : [])]
  return seen.toSorted().at(-1)!
}

function shortened(body: string): string {
  const letters = [...body]
  return letters.length <= SUMMARY ? body : `${letters.slice(0, SUMMARY).join('')}…`
}
