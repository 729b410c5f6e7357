import { longInstant } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, Checkbox, Form, Notice, PageHead } from '../../../ui/index.ts'
import { paths } from '../paths.ts'
import type { NewsroomSettings } from '../settings.ts'
import { text } from '../text.ts'

interface SettingsPageProps {
  lang: Lang
  csrf: string
  settings: NewsroomSettings
  /** Name of who set it last. */
  changedBy: string | undefined
  mayChange: boolean
  /** Reads the newsroom's desk; else came from the administration. */
  fromDesk: boolean
  saved: boolean
}

/** Rules of the newsroom: a form for who sets them, a sentence for everybody else. */
export function SettingsPage({ lang, csrf, settings, changedBy, mayChange, fromDesk, saved }: SettingsPageProps) {
  const { settings: words, office } = text[lang]
  const back = fromDesk ? { href: paths.office, text: office.title } : { href: '/lam-viec/quan-tri', text: office.administration }
  return (
    <>
      <Breadcrumbs items={[{ ...back, href: localPath(lang, back.href) }]} current={words.title} />
      {saved && (
        <Notice tone="ok" live>
          <p>{words.saved}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <p>
        <b>{settings.fourEyes ? words.on : words.off}</b>
        {changedBy && settings.changedAt && <span class="muted"> {words.byWhom(changedBy, longInstant(lang, settings.changedAt))}</span>}
      </p>
      {mayChange ? (
        <Form action={paths.settings} lang={lang} csrf={csrf}>
          <Checkbox name="fourEyes" label={words.fourEyes} hint={words.fourEyesHint} value="yes" checked={settings.fourEyes} />
          <Button>{words.save}</Button>
        </Form>
      ) : (
        <>
          <p>{words.fourEyesHint}</p>
          <p class="muted">{words.onlyHead}</p>
        </>
      )}
    </>
  )
}
