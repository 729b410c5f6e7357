import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ButtonLink, PageHead, TextField } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

/** The way to the consents of one matter, and for the administrator to all of them. */
export function ConsentLookupPage({ lang, mayExport }: { lang: Lang; mayExport: boolean }) {
  const { consents } = text[lang]
  return (
    <>
      <Breadcrumbs
        items={[
          mayExport
            ? { href: localPath(lang, '/lam-viec/quan-tri'), text: consents.admin }
            : { href: localPath(lang, paths.office), text: text[lang].office.title },
        ]}
        current={consents.title}
      />
      <PageHead title={consents.title} lead={consents.lead} />
      <form method="get" action={localPath(lang, paths.consents)}>
        <TextField name="ma" label={consents.find} hint={consents.codeHint} width={20} exact />
        <Button>{consents.show}</Button>
      </form>
      {mayExport && (
        <>
          <h2>{consents.csv}</h2>
          <p>{consents.csvHint}</p>
          <ButtonLink href={localPath(lang, paths.consentsCsv)} look="second">
            {consents.csv}
          </ButtonLink>
        </>
      )}
    </>
  )
}
