import { type Lang, localPath } from '../../../shared/lang.ts'
import { PageHead, Section, SummaryList } from '../../../ui/index.ts'
import type { OfficeContact } from '../../accounts/index.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  contact: OfficeContact
}

/** `/lien-he`: where the office is, and what can be done at once. */
export function ContactPage({ lang, contact }: Props) {
  const { contact: words } = text[lang]
  const said = (value: string) => value || <span class="muted">{words.unknown}</span>
  const phone = contact.phone.replace(/[^\d+]/g, '')
  const doors = [
    { href: localPath(lang, '/gui-don'), text: words.file },
    { href: localPath(lang, '/tra-cuu'), text: words.track },
    { href: localPath(lang, '/lich-tiep-dan'), text: words.reception },
    { href: '/lich-tiep-dan.ics', text: words.calendar },
    { href: localPath(lang, '/co-cau-to-chuc'), text: words.organisation },
  ]
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <SummaryList
        rows={[
          { key: words.address, value: said(contact.address) },
          { key: words.hours, value: said(contact.hours) },
          { key: words.phone, value: phone ? <a href={`tel:${phone}`}>{contact.phone}</a> : said('') },
        ]}
      />
      <Section title={words.more}>
        <ul>
          {doors.map((door) => (
            <li key={door.href}>
              <a href={door.href}>{door.text}</a>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
