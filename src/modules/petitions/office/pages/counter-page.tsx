import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  Details,
  ErrorSummary,
  Form,
  Notice,
  PageHead,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { BehalfPart } from '../../behalf/behalf-part.tsx'
import { BODY_MAX, SUBJECT_MAX } from '../../fields.ts'
import { petitionKinds } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { text } from '../text.ts'

export interface CounterProblem {
  field: string
  text: string
}

export interface CounterPageProps {
  lang: Lang
  csrf: string
  typed: Readonly<Record<string, string>>
  problems: readonly CounterProblem[]
  /** Hamlets under their ward or commune. */
  places: readonly { group: string; items: readonly { value: string; text: string }[] }[]
}

/** One page, in the order in which people tell their matter. */
export function CounterPage({ lang, csrf, typed, problems, places }: CounterPageProps) {
  const words = text[lang].counter
  const names = petitionText[lang]
  const field = (name: string) => ({
    name,
    label: names.fields[name] ?? name,
    value: typeof typed[name] === 'string' ? typed[name] : undefined,
    error: problems.find((problem) => problem.field === name)?.text,
  })
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, '/lam-viec'), text: text[lang].case.inbox }]} current={words.title} />
      <ErrorSummary problems={problems} />
      <PageHead title={words.title} lead={words.lead} />
      <Notice tone="soon">
        <p>{words.denunciation}</p>
      </Notice>
      <Form action={localPath(lang, '/lam-viec/don-moi')} csrf={csrf}>
        <input type="hidden" name="clientToken" value={typed['clientToken']} />
        <h2>{words.person}</h2>
        <TextField {...field('name')} required autocomplete="off" />
        <TextField {...field('phone')} hint={words.contactHint} type="tel" required={false} width={20} autocomplete="off" />
        <TextField {...field('email')} hint={words.emailHint} type="email" required={false} autocomplete="off" exact />
        <TextField {...field('address')} required={false} autocomplete="off" />
        <TextField
          {...field('identityNumber')}
          hint={words.identityHint}
          inputmode="numeric"
          required={false}
          width={20}
          autocomplete="off"
          exact
        />
        <BehalfPart lang={lang} values={typed} errorAt={(name) => problems.find((problem) => problem.field === name)?.text} />
        <h2>{words.matter}</h2>
        <Radios {...field('kind')} items={petitionKinds.map((kind) => ({ value: kind, text: names.kind[kind] }))} inline required />
        <TextField {...field('subject')} maxlength={SUBJECT_MAX} required autocomplete="off" />
        <TextArea {...field('body')} rows={9} maxlength={BODY_MAX} count required />
        <h2>{words.placeTitle}</h2>
        <Select {...field('hamlet')} hint={words.hamletHint} items={places} empty={words.hamletNone} required={false} />
        <Details summary={names.fields['location']} open={Boolean(typed['lat'] || typed['lon'])}>
          <p>{words.coordinatesHint}</p>
          <TextField {...field('lat')} inputmode="decimal" width={10} required={false} exact />
          <TextField {...field('lon')} inputmode="decimal" width={10} required={false} exact />
        </Details>
        <Radios
          {...field('publish')}
          label={words.publish}
          hint={words.publishHint}
          items={[
            { value: 'yes', text: words.publishYes },
            { value: 'no', text: words.publishNo },
          ]}
          required
        />
        <Button>{words.submit}</Button>
      </Form>
    </>
  )
}
