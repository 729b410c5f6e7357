import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ButtonLink, PageHead } from '../../../../ui/index.ts'
import { text } from '../text.ts'

/** What an administrator finds at the officers' address: a door to the own work. */
export function NotYoursPage({ lang }: { lang: Lang }) {
  const words = text[lang].notYours
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ButtonLink href={localPath(lang, '/lam-viec/quan-tri')}>{words.admin}</ButtonLink>
    </>
  )
}
