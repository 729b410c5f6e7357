import { longDate, longInstant } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import { ButtonLink, ButtonRow, Notice, PageHead, SummaryList, Tag } from '../../../../ui/index.ts'
import { type ClockView, clockText } from '../../../clocks/index.ts'
import type { Filed } from '../../file-petition.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'
import { caseAddress } from './inbox-address.ts'

export interface SlipPageProps {
  lang: Lang
  filed: Filed
  clocks: readonly ClockView[]
  /** Name of the officer who took it down. */
  officer: string
  authority: string
  /** Where the filer looks it up. */
  address: string
  /** A new secret in place of a lost one. */
  renewed?: boolean
}

/** The sheet that the filer carries home: the only place where the secret is ever shown. */
export function SlipPage({ lang, filed, clocks, officer, authority, address, renewed = false }: SlipPageProps) {
  const words = text[lang].slip
  const names = petitionText[lang]
  const { petition, secret, repeated } = filed
  return (
    <>
      <div class="no-print">
        <PageHead title={renewed ? words.renewed : words.handOver} />
        <Notice tone="soon">
          <p>{repeated && !renewed ? words.repeated : words.once}</p>
          {renewed && <p>{words.oldIsVoid}</p>}
        </Notice>
      </div>
      <section class="slip" aria-labelledby="phieu">
        <p class="small">{authority}</p>
        <h2 id="phieu">{renewed ? words.renewedTitle : words.title}</h2>
        <SummaryList
          rows={[
            { key: words.code, value: <b class="code">{petition.code}</b> },
            { key: words.secret, value: <b class="code">{secret}</b> },
            { key: names.fields['subject'] ?? '', value: <bdi>{petition.subject}</bdi> },
            { key: words.received, value: longInstant(lang, petition.receivedAt) },
            { key: words.by, value: officer },
          ]}
        />
        {clocks.length > 0 && (
          <>
            <h3>{words.dueTitle}</h3>
            <ul>
              {clocks.map((clock) => (
                <li>
                  {names.stage[clock.stage as 'acceptance'] ?? clock.stage}: <b>{longDate(lang, clock.dueOn)}</b>{' '}
                  {clock.local && <Tag>{clockText[lang].local}</Tag>}
                </li>
              ))}
            </ul>
          </>
        )}
        <h3>{words.how}</h3>
        <p>{words.track(address)}</p>
        <p>{words.keep}</p>
      </section>
      <ButtonRow>
        <button class="govuk-button" type="button" data-print hidden>
          {words.print}
        </button>
        <ButtonLink href={caseAddress(lang, petition.code)} look="second">
          {words.open}
        </ButtonLink>
        {!renewed && (
          <ButtonLink href={localPath(lang, '/lam-viec/don-moi')} look="quiet">
            {words.another}
          </ButtonLink>
        )}
      </ButtonRow>
    </>
  )
}
