import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Checkbox, Form, Notice, Radios, Select, TextArea, TextField } from '../../../ui/index.ts'
import { classifications, occasions } from '../entry.ts'
import { SUMMARY_MAX } from '../fields.ts'
import { text } from '../text.ts'

export interface EntryFormProps {
  lang: Lang
  csrf: string
  action: string
  /** What stands in the fields before anything is typed. */
  known: Readonly<Record<string, string>>
  /** Hidden fields. */
  hidden: Readonly<Record<string, string>>
  refusal?: FormRefusal | undefined
  /** Columns 9 to 11 and the classification are the case's. */
  ofCase?: boolean | undefined
  /** A correction says why. */
  asksReason?: boolean | undefined
}

/** The columns of form 03/TCD as fields. */
export function EntryForm(props: EntryFormProps) {
  const { lang, csrf, action, known, hidden, refusal, ofCase, asksReason } = props
  const { fields, entry, classification, occasion } = text[lang]
  const { hints, groups } = entry
  const field = (name: string) => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, refusal ? '' : (known[name] ?? '')),
    error: problemAt(refusal, name),
  })
  return (
    <Form action={action} lang={lang} csrf={csrf}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <h2>{groups.visit}</h2>
      <TextField {...field('receivedOn')} type="date" width={10} required />
      <Select {...field('occasion')} items={occasions.map((one) => ({ value: one, text: occasion[one] }))} />
      <TextField {...field('previous')} hint={hints.previous} width={10} required={false} exact />
      <h2>{groups.what}</h2>
      {ofCase ? (
        <input type="hidden" name="classification" value={known['classification']} />
      ) : (
        <Radios
          {...field('classification')}
          hint={hints.classification}
          items={classifications.map((one) => ({ value: one, text: classification[one] }))}
        />
      )}
      <TextArea {...field('summary')} hint={hints.summary} maxlength={SUMMARY_MAX} count rows={4} />
      <TextField {...field('people')} hint={hints.people} inputmode="numeric" width={4} required />
      <h2>{groups.who}</h2>
      {!ofCase && <Notice tone="soon">{entry.denouncerRule}</Notice>}
      <TextField {...field('name')} hint={hints.name} maxlength={100} autocomplete="off" />
      <TextField {...field('address')} maxlength={300} autocomplete="off" required={false} />
      <TextField {...field('identity')} hint={hints.identity} width={20} autocomplete="off" required={false} exact />
      <TextArea {...field('representatives')} hint={hints.representatives} rows={2} required={false} />
      <h2>{groups.handling}</h2>
      <TextField {...field('settledBy')} hint={hints.settledBy} maxlength={300} required={false} />
      {!ofCase && <OwnHandling {...props} />}
      <TextArea {...field('followUp')} hint={hints.followUp} maxlength={SUMMARY_MAX} count rows={3} required={false} />
      {asksReason && <TextArea {...field('reason')} hint={hints.reason} rows={2} required />}
      <Button>{asksReason ? text[lang].act.correct : entry.save}</Button>
    </Form>
  )
}

/** Columns 9 to 11 of a visit without a petition. */
function OwnHandling({ lang, known, refusal }: EntryFormProps) {
  const { fields, entry } = text[lang]
  const field = (name: string) => ({
    name,
    label: fields[name]!,
    value: typedOr(refusal, name, refusal ? '' : (known[name] ?? '')),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <Checkbox
        name="competent"
        label={fields['competent']!}
        hint={entry.hints.competent}
        checked={typedOr(refusal, 'competent', refusal ? '' : (known['competent'] ?? '')) === 'true'}
        error={problemAt(refusal, 'competent')}
      />
      <TextField {...field('guidedTo')} maxlength={300} required={false} />
      <TextField {...field('guidedDocument')} hint={entry.hints.guidedDocument} width={20} required={false} exact />
      <TextField {...field('transferredTo')} maxlength={300} required={false} />
      <TextField {...field('transferredDocument')} width={20} required={false} exact />
    </>
  )
}
