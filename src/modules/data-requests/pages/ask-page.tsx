import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, Checkbox, ErrorSummary, Form, Notice, PageHead, Radios, SummaryList, TextArea, TextField } from '../../../ui/index.ts'
import { type DataRequest, dataRequestKinds } from '../data-request.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'

interface AskPageProps {
  lang: Lang
  csrf: string
  clientToken: string
  refusal?: FormRefusal | undefined
  /** At the counter: papers instead of the secret. */
  counter?: boolean | undefined
  /** Code of the requester's own account: the request is about all of it. */
  account?: string | undefined
  /** A link to the request about the whole account. */
  offersAccount?: boolean | undefined
  /** What was just taken down at the counter. */
  slip?: { request: DataRequest; secret: string } | undefined
}

/** The form of a request, for the person and for the officer at the counter. */
export function AskPage({ lang, csrf, clientToken, refusal, counter, account, offersAccount, slip }: AskPageProps) {
  const words = text[lang]
  const { ask, fields } = words
  const head = counter ? words.counter : account ? words.account : ask
  const field = (name: string) => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
    required: false,
  })
  const tick = (name: string) => ({
    name,
    label: fields[name]!,
    error: problemAt(refusal, name),
    checked: typedOr(refusal, name) === 'true',
  })
  return (
    <>
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={head.title} lead={head.lead} />
      {slip && (
        <Notice tone="ok" title={words.counter.done} live>
          <p>{words.counter.slip}</p>
          <SummaryList
            rows={[
              { key: fields['code']!, value: <b class="num">{slip.request.code}</b> },
              { key: fields['secret']!, value: <b class="num">{slip.secret}</b> },
            ]}
          />
        </Notice>
      )}
      <p>{ask.limits}</p>
      {account && (
        <ul>
          {words.account.effects.map((effect) => (
            <li>{effect}</li>
          ))}
        </ul>
      )}
      {offersAccount && (
        <Notice>
          <p>
            {words.account.linkHint} <a href={localPath(lang, paths.account)}>{words.account.link}</a>
          </p>
        </Notice>
      )}
      {!counter && (
        <p>
          <a href={localPath(lang, paths.own)}>{ask.track}</a>
        </p>
      )}
      <Form action={counter ? paths.counter : account ? paths.account : paths.ask} lang={lang} csrf={csrf}>
        <input type="hidden" name="clientToken" value={clientToken} />
        <Radios
          {...field('kind')}
          required
          items={dataRequestKinds.map((kind) => ({ value: kind, text: words.kind[kind], hint: words.kindHint[kind] }))}
        />
        {account ? (
          <SummaryList rows={[{ key: words.account.code, value: <b class="num">{account}</b> }]} />
        ) : (
          <TextField {...field('subjectCode')} hint={ask.codeHint} width={20} exact required />
        )}
        {!counter && !account && (
          <TextField {...field('subjectSecret')} value={undefined} hint={ask.secretHint} width={30} autocomplete="off" exact />
        )}
        {counter && <Checkbox {...tick('identityChecked')} hint={words.counter.checkedHint} required />}
        <h2>{ask.correctTitle}</h2>
        <p class="muted">{ask.correctHint}</p>
        <TextField {...field('name')} maxlength={100} />
        <TextField {...field('phone')} type="tel" width={20} maxlength={30} />
        <TextField {...field('email')} type="email" maxlength={200} />
        <TextField {...field('address')} maxlength={300} />
        <TextField {...field('representedName')} hint={ask.representedHint} maxlength={100} />
        <TextField {...field('representedAddress')} hint={ask.representedHint} maxlength={300} />
        <p class="muted">{ask.counterHint}</p>
        <TextArea {...field('words')} hint={ask.wordsHint} rows={3} maxlength={2000} />
        <Checkbox {...tick('understood')} hint={ask.understoodHint} required={false} />
        <Button>{ask.send}</Button>
      </Form>
    </>
  )
}
