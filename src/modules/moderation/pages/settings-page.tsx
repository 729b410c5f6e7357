import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Checkbox, Form, Notice, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface SettingsPageProps {
  lang: Lang
  csrf: string
  kinds: readonly { type: string; name: string; showAtOnce: boolean }[]
  saved: boolean
}

/** Rules of the site for each kind of writing. */
export function SettingsPage({ lang, csrf, kinds, saved }: SettingsPageProps) {
  const words = text[lang]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.queue), text: words.queue.title }]} current={words.settings.title} />
      {saved && (
        <Notice tone="ok" live>
          <p>{words.settings.saved}</p>
        </Notice>
      )}
      <PageHead title={words.settings.title} lead={words.settings.lead} />
      {kinds.map(({ type, name, showAtOnce }) => (
        <Form action={paths.settings} lang={lang} csrf={csrf}>
          <h2>{name}</h2>
          <input type="hidden" name="kind" value={type} />
          <Checkbox
            name="showAtOnce"
            id={`showAtOnce-${type}`}
            label={words.fields['showAtOnce']!}
            hint={words.settings.hint}
            checked={showAtOnce}
          />
          <Button look="second">{words.settings.save}</Button>
        </Form>
      ))}
    </>
  )
}
