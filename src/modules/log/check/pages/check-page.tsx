import { type Lang, localPath } from '../../../../shared/lang.ts'
import type { Explanation } from '../../../../shared/receipt-check/explain.ts'
import type { LogTrust } from '../../../../shared/tlog/short-receipt.ts'
import { Card, Details, PageHead, WithAside } from '../../../../ui/index.ts'
import { checkPaths } from '../paths.ts'
import { text } from '../text.ts'
import { CheckForm } from './check-form.tsx'
import { VerdictView } from './verdict.tsx'

export interface CheckPageProps {
  lang: Lang
  csrf: string
  trust: LogTrust
  /** What the server found, where it was asked. */
  explanation?: Explanation | undefined
  typed?: string | undefined
}

export function CheckPage({ lang, csrf, trust, explanation, typed }: CheckPageProps) {
  const words = text[lang]
  const aside = (
    <>
      <Card title={words.offline.title}>
        <p>{words.offline.about}</p>
        <p>
          <a href={localPath(lang, checkPaths.file)} download={words.offline.name}>
            {words.offline.link}
          </a>
        </p>
      </Card>
      <Card title={words.key.title}>
        {trust.keys.length === 0 && <p>{words.key.none}</p>}
        {trust.keys.length > 0 && <p>{words.key.about}</p>}
        {trust.keys.toReversed().map((key) => (
          <p>
            <code class="hash" data-copy>
              {key}
            </code>
          </p>
        ))}
      </Card>
      <Card title={words.command.title}>
        <p>
          <code class="hash">npx congdan verify PL-2026-00128-1.phieu.json</code>
        </p>
        <p>{words.command.about}</p>
      </Card>
    </>
  )
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <section id="ket-qua" aria-label={words.result} tabindex={-1} data-receipt-result>
        {explanation && (
          <VerdictView explanation={explanation} byServer={explanation.verdict === 'unreadable' ? undefined : words.byServer} />
        )}
      </section>
      <WithAside aside={aside}>
        <CheckForm lang={lang} csrf={csrf} trust={trust} typed={typed} />
        <Details summary={words.means.title} open>
          <p>
            <b>{words.means.provesTitle}</b>
          </p>
          <ul>
            {words.means.proves.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <p>
            <b>{words.means.notTitle}</b>
          </p>
          <ul>
            {words.means.not.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Details>
      </WithAside>
    </>
  )
}
