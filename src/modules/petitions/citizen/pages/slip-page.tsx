import { longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { QrCode } from '../../../../ui/index.ts'
import type { Authority } from '../../../accounts/index.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'
import type { Receipt } from './done-page.tsx'
import { FirstDates } from './first-dates.tsx'

/** The paper that a person takes home. The square holds the tracking address with the code; the secret stands in letters only. */
export function SlipPage({
  lang,
  site,
  petition,
  secret,
  clocks,
  trackingUrl,
}: Receipt & { lang: Lang; site: Authority; trackingUrl: string }) {
  const words = text[lang].slip
  const { done } = text[lang]
  return (
    <>
      <div class="slip">
        <p>{site.name}</p>
        <h1>{words.title}</h1>
        <p>
          {petitionText[lang].kind[petition.kind]}: <b>{petition.subject}</b>
        </p>
        <p>
          {words.sentAt}: {longInstant(lang, petition.receivedAt)}
        </p>
        <p>{done.code}</p>
        <p class="code">{petition.code}</p>
        {secret && (
          <>
            <p>{done.secret}</p>
            <p class="code">{secret}</p>
          </>
        )}
        <h2>{words.due}</h2>
        <FirstDates lang={lang} clocks={clocks} links={false} />
        <p>
          {words.track}: {trackingUrl}
        </p>
        <QrCode content={trackingUrl} label={words.qr} />
        <p>{words.keep}</p>
      </div>
      <div class="btn-row no-print section">
        <button class="govuk-button" type="button" data-print hidden>
          {words.print}
        </button>
        <a href={localPath(lang, '/gui-don/xong')}>{words.back}</a>
      </div>
    </>
  )
}
