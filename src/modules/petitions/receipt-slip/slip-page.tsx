import { isCivilDate } from '../../../shared/civil-date.ts'
import { longDate, longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import type { TrueReceipt } from '../../../shared/tlog/check-receipt.ts'
import { Notice, QrCode } from '../../../ui/index.ts'
import type { Authority } from '../../accounts/index.ts'
import { checkPaths } from '../../log/index.ts'
import type { Petition } from '../petition.ts'
import { text as petitionText } from '../text.ts'
import { slipPaths } from './paths.ts'
import { text } from './text.ts'

export interface SlipPageProps {
  lang: Lang
  site: Authority
  petition: Petition
  /** Null while the step waits for its place in the log. */
  receipt: Pick<TrueReceipt, 'statement' | 'index' | 'checkpoint' | 'key'> | null
  /** What the small square holds. */
  shortUrl: string
  /** What the large square holds; null: too long for one. */
  full: string | null
}

/** The receipt of the first step, for a drawer or a wall: nothing on it is secret. */
export function ReceiptSlipPage({ lang, site, petition, receipt, shortUrl, full }: SlipPageProps) {
  const words = text[lang]
  const back = <a href={localPath(lang, `/tra-cuu/${petition.code}`)}>{words.back}</a>
  if (!receipt)
    return (
      <>
        <h1>{words.heading}</h1>
        <Notice tone="soon">
          <p>{words.waiting}</p>
        </Notice>
        {back}
      </>
    )
  const { statement, index, checkpoint, key } = receipt
  const dueOn = statement.facts['dueOn']
  return (
    <>
      <div class="slip">
        <p>{site.name}</p>
        <h1>{words.heading}</h1>
        <p>
          {words.step} · {petitionText[lang].kind[petition.kind]}
        </p>
        <p class="code">{petition.code}</p>
        <p>
          {words.receivedAt}: {longInstant(lang, new Date(statement.at))}
        </p>
        {isCivilDate(dueOn) && (
          <p>
            {words.due}: <b>{longDate(lang, dueOn)}</b>
          </p>
        )}
        <p>{words.place(number(lang, index + 1), number(lang, checkpoint.size))}</p>
        <p>
          <code class="hash">{key}</code>
        </p>
        <h2>{words.short.title}</h2>
        <QrCode content={shortUrl} label={words.short.qr} />
        <p>{words.short.about}</p>
        <h2>{words.full.title}</h2>
        {full === null ? (
          <p>{words.full.tooBig}</p>
        ) : (
          <>
            <div class="whole-qr">
              <QrCode content={full} label={words.full.qr} level="L" pixels={380} />
            </div>
            <p>{words.full.about}</p>
          </>
        )}
      </div>
      <div class="no-print section">
        <p>
          <a href={slipPaths.file(petition.code)} download={`${petition.code}-1.phieu.json`}>
            {words.file}
          </a>{' '}
          · <a href={localPath(lang, checkPaths.page)}>{words.check}</a> · {back}
        </p>
        <p class="small muted">{words.fileHint}</p>
        <button class="govuk-button" type="button" data-print hidden>
          {words.print}
        </button>
      </div>
    </>
  )
}
