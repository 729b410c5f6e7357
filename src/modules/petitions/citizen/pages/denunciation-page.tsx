import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, Notice, PageHead, SummaryList } from '../../../../ui/index.ts'
import type { Authority, OfficeContact } from '../../../accounts/index.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  site: Authority
  contact: OfficeContact
  /** Somebody just chose it in the form: what was typed is gone, here and in the browser. */
  deleted: boolean
}

/** Where a person turns who wants to report a breach of law. Nothing is asked here. */
export function DenunciationPage({ lang, site, contact, deleted }: Props) {
  const words = text[lang].denunciation
  const { sentences } = petitionText[lang].denunciation
  const rows = [
    { key: words.address, value: contact.address || site.name },
    ...(contact.hours ? [{ key: words.hours, value: contact.hours }] : []),
    ...(contact.phone ? [{ key: words.phone, value: contact.phone }] : []),
  ]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/gui-don'), text: text[lang].form.title }]} current={words.title} />
      {deleted && (
        <Notice tone="soon" live>
          <p>{words.deleted}</p>
          <span data-draft-clear="gui-don" hidden />
        </Notice>
      )}
      <PageHead title={words.title} />
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      <h2>{words.where}</h2>
      <SummaryList rows={rows} />
      <p>
        <ButtonLink href={localPath(lang, '/lich-tiep-dan')}>{words.book}</ButtonLink>
      </p>
      <p>{words.notDenunciation}</p>
      <p>
        <a href={localPath(lang, '/gui-don')}>{words.back}</a>
      </p>
    </>
  )
}
