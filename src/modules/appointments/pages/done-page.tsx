import { type Lang, localPath } from '../../../shared/lang.ts'
import { ButtonLink, ButtonRow, Notice, PageHead, SummaryList } from '../../../ui/index.ts'
import type { Appointment } from '../appointment.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { dayName } from './day-words.ts'

/** Both codes, shown to the browser that asked; as often as it reloads. */
export function DonePage({ lang, appointment, code, secret }: { lang: Lang; appointment: Appointment; code: string; secret: string }) {
  const words = text[lang].done
  return (
    <>
      <PageHead title={words.title} />
      <Notice tone="ok">
        <p>{words.keep}</p>
      </Notice>
      <SummaryList
        rows={[
          { key: words.code, value: <b class="num">{code}</b> },
          { key: words.secret, value: <b class="num">{secret}</b> },
          { key: text[lang].shared.wanted, value: dayName(lang, { on: appointment.wantedOn, part: appointment.wantedPart }) },
          { key: text[lang].fields['subject']!, value: appointment.subject },
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        {words.next.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
      <ButtonRow>
        <ButtonLink href={localPath(lang, paths.track)}>{words.see}</ButtonLink>
        <ButtonLink href={localPath(lang, paths.schedule)} look="second">
          {words.another}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}
