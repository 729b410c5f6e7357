import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, ButtonLink, ButtonRow, Card, Form, Notice, PageHead } from '../../../../ui/index.ts'
import type { ClockView } from '../../../clocks/index.ts'
import type { Petition } from '../../petition.ts'
import { text } from '../text.ts'
import { FirstDates } from './first-dates.tsx'

export interface Receipt {
  petition: Petition
  /** Null when the server's key was changed since: nobody can give it again. */
  secret: string | null
  clocks: readonly ClockView[]
}

export function DonePage({ lang, csrf, petition, secret, clocks }: Receipt & { lang: Lang; csrf: string }) {
  const words = text[lang].done
  return (
    <>
      <span data-draft-clear="gui-don" hidden />
      <PageHead title={words.title} lead={petition.subject} />
      <Notice tone="ok" live>
        <p>{words.lead}</p>
      </Notice>
      <Card title={words.code}>
        <p class="code" data-copy>
          {petition.code}
        </p>
      </Card>
      <Card title={words.secret}>
        {secret ? (
          <p class="code" data-copy>
            {secret}
          </p>
        ) : (
          <p>{words.secretLost}</p>
        )}
        <p>{words.secretHint}</p>
      </Card>
      <h2>{words.due}</h2>
      <FirstDates lang={lang} clocks={clocks} links />
      <h2>{words.next}</h2>
      <ol>
        {words.nextLines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
      <ButtonRow>
        <ButtonLink href={localPath(lang, `/tra-cuu/${petition.code}`)}>{words.open}</ButtonLink>
        <ButtonLink href={localPath(lang, '/gui-don/phieu')} look="second">
          {words.slip}
        </ButtonLink>
      </ButtonRow>
      <Form action="/gui-don/moi" lang={lang} csrf={csrf}>
        <p>{words.anotherHint}</p>
        <Button look="quiet" small>
          {words.another}
        </Button>
      </Form>
    </>
  )
}
