import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, ButtonLink, ErrorSummary, Form, Notice, PageHead, PasswordField, QrCode, TextField } from '../../../ui/index.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text } from '../text.ts'

export type TwoFactorState =
  | { is: 'off' }
  | { is: 'pending'; uri: string; secret: string }
  | { is: 'on' }
  /** Just turned on: the one time that the recovery codes are shown. */
  | { is: 'confirmed'; recoveryCodes: readonly string[] }

export interface TwoFactorPageProps {
  lang: Lang
  csrf: string
  state: TwoFactorState
  problems?: readonly FormProblem[]
}

const ADDRESS = '/tai-khoan/ma-xac-nhan'

export function TwoFactorPage({ lang, csrf, state, problems = [] }: TwoFactorPageProps) {
  const words = text[lang].twoFactor
  return (
    <>
      <ErrorSummary problems={problems} />
      {state.is === 'confirmed' ? (
        <RecoveryCodes lang={lang} codes={state.recoveryCodes} />
      ) : (
        <>
          <PageHead title={words.title} lead={words.lead} />
          {state.is === 'off' && (
            <WithPassword lang={lang} csrf={csrf} problems={problems} action={`${ADDRESS}/bat`} submit={words.begin} />
          )}
          {state.is === 'pending' && <Enrol lang={lang} csrf={csrf} problems={problems} uri={state.uri} secret={state.secret} />}
          {state.is === 'on' && (
            <>
              <Notice tone="ok">{words.isOn}</Notice>
              <p>{words.endLead}</p>
              <WithPassword lang={lang} csrf={csrf} problems={problems} action={`${ADDRESS}/tat`} submit={words.end} danger />
            </>
          )}
        </>
      )}
    </>
  )
}

interface PartProps {
  lang: Lang
  csrf: string
  problems: readonly FormProblem[]
}

function WithPassword({ lang, csrf, problems, action, submit, danger }: PartProps & { action: string; submit: string; danger?: boolean }) {
  return (
    <Form action={action} lang={lang} csrf={csrf}>
      <PasswordField
        name="password"
        label={text[lang].fields['currentPassword']!}
        error={errorAt(problems, 'password')}
        autocomplete="current-password"
      />
      <Button look={danger ? 'danger' : 'main'}>{submit}</Button>
    </Form>
  )
}

function Enrol({ lang, csrf, problems, uri, secret }: PartProps & { uri: string; secret: string }) {
  const words = text[lang].twoFactor
  return (
    <>
      <p>{words.scan}</p>
      <QrCode pixels={240} content={uri} label={words.qr} />
      <p>
        {words.byHand} <code>{secret}</code>
      </p>
      <p>{words.enterCode}</p>
      <Form action={`${ADDRESS}/xac-nhan`} lang={lang} csrf={csrf}>
        <TextField
          name="code"
          label={text[lang].fields['code']!}
          error={errorAt(problems, 'code')}
          autocomplete="one-time-code"
          inputmode="numeric"
          width={10}
          exact
        />
        <Button>{words.confirm}</Button>
      </Form>
      <p>
        <a href={localPath(lang, `${ADDRESS}?lam-lai=1`)}>{words.startOver}</a>
      </p>
    </>
  )
}

function RecoveryCodes({ lang, codes }: { lang: Lang; codes: readonly string[] }) {
  const words = text[lang].twoFactor
  return (
    <>
      <PageHead title={words.recovery} lead={words.recoveryLead} />
      <ul>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ButtonLink href={localPath(lang, '/tai-khoan')}>{words.recoveryDone}</ButtonLink>
    </>
  )
}
