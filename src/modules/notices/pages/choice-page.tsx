import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Notice, PageHead, Radios } from '../../../ui/index.ts'
import { type NoticeChoice, noticeChoices } from '../choice.ts'
import type { ChoiceWords } from '../notice.ts'
import { text } from '../text.ts'

export interface ChoicePageProps {
  lang: Lang
  /** Vietnamese path of this page: the key is in it. */
  action: string
  choice: NoticeChoice
  /** Name of the matter, as people know it. */
  matter: string
  about: ChoiceWords | undefined
  /** True when it was changed just now. */
  changed: boolean
  /** Whether "no mail" is a pause, or the end of all that is kept; gone: it has ended. */
  kind: 'pause' | 'end' | 'gone'
}

/** One button: stop the mail, or have it again. The form carries no token, for its address is the key. */
export function ChoicePage({ lang, action, choice, matter, about = text[lang].choice.ofCase, changed, kind }: ChoicePageProps) {
  if (kind === 'gone') return <PageHead title={text[lang].choice.ending.goneTitle} lead={text[lang].choice.ending.gone} />
  if (kind === 'end') return <EndingPage lang={lang} action={action} choice={choice} matter={matter} about={about} changed={changed} />
  const { page } = text[lang].choice
  const stopped = choice === 'none'
  return (
    <>
      {changed && (
        <Notice tone="ok" live>
          <p>{stopped ? page.stopped : page.resumed}</p>
        </Notice>
      )}
      <PageHead title={page.title} lead={about.about(matter)} />
      <p>{page.now[choice]}</p>
      {about.always && <p>{about.always}</p>}
      <p class="muted">{about.more}</p>
      <form method="post" action={localPath(lang, action)}>
        <input type="hidden" name="choice" value={stopped ? 'each' : 'none'} />
        <Button look={stopped ? 'second' : 'main'}>{stopped ? page.resume : page.stop}</Button>
      </form>
    </>
  )
}

/** The same for somebody whose only tie to the matter is this mail: three choices, and the last one erases the address. */
function EndingPage({ lang, action, choice, matter, about, changed }: Omit<ChoicePageProps, 'kind' | 'about'> & { about: ChoiceWords }) {
  const { ending, label, choices, hints, save, saved } = text[lang].choice
  return (
    <>
      {changed && (
        <Notice tone="ok" live>
          <p>{saved}</p>
        </Notice>
      )}
      <PageHead title={ending.title} lead={about.about(matter)} />
      <form method="post" action={localPath(lang, action)}>
        <Radios
          name="choice"
          label={label}
          items={noticeChoices.map((value) => ({
            value,
            text: value === 'none' ? ending.none : choices[value],
            hint: value === 'none' ? ending.noneHint : hints[value],
          }))}
          value={choice}
        />
        <Button>{save}</Button>
      </form>
    </>
  )
}
