import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Breadcrumbs, ButtonLink, Notice, PageHead, SummaryList } from '../../../../ui/index.ts'
import type { Written } from '../say-verdict.ts'
import type { Judged } from '../subject.ts'
import { text } from '../text.ts'

/** After a verdict; with words or photos, what opens them for their writer. */
export function VerdictThanksPage({ lang, about, written }: { lang: Lang; about: Judged; written: Written }) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, about.href), text: about.title }]} current={words.thanks.title} />
      <PageHead title={words.thanks.title} />
      <Notice tone="ok">{words.thanks.counted}</Notice>
      {written && (
        <>
          <p>{words.thanks.waiting}</p>
          <p>{words.thanks.keep}</p>
          <SummaryList
            rows={[
              { key: words.thanks.code, value: <b>{written.code}</b> },
              { key: words.thanks.secret, value: <b>{written.secret}</b> },
            ]}
          />
          <p>
            <a href={localPath(lang, '/du-lieu-ca-nhan')}>{words.thanks.erase}</a>
          </p>
        </>
      )}
      <p>
        <ButtonLink look="second" href={localPath(lang, about.href)}>
          {words.form.back}
        </ButtonLink>
      </p>
    </>
  )
}
