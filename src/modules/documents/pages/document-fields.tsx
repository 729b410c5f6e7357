import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { FileField, Select, TextArea, TextField } from '../../../ui/index.ts'
import { documentKinds } from '../document.ts'
import { NAME_MAX, NUMBER_MAX, SUBJECT_MAX } from '../fields.ts'
import { text } from '../text.ts'

interface FieldsProps {
  lang: Lang
  values: Readonly<Record<string, string | null>>
  refusal?: FormRefusal | undefined
  /** A new document: what is left empty is read from its text. */
  fromText?: boolean
}

const fieldOf =
  ({ lang, values, refusal }: Omit<FieldsProps, 'fromText'>) =>
  (name: string) => ({
    name,
    label: text[lang].fields[name]!,
    value: typedOr(refusal, name, values[name] ?? ''),
    error: problemAt(refusal, name),
  })

/** What a document is, by whom and from when; the same for a new one and for an edit. */
export function DocumentFields(props: FieldsProps) {
  const { lang, fromText = false } = props
  const words = text[lang]
  const field = fieldOf(props)
  const hint = fromText ? words.office.fromTextHint : undefined
  return (
    <>
      <Select {...field('kind')} items={documentKinds.map((value) => ({ value, text: words.kind[value] }))} empty required />
      <TextField {...field('number')} hint={hint} maxlength={NUMBER_MAX} width={20} required={false} />
      <TextField {...field('issuer')} hint={hint} maxlength={NAME_MAX} required={!fromText} />
      <TextField {...field('signer')} maxlength={NAME_MAX} required={false} />
      <TextArea {...field('subject')} hint={hint} rows={2} maxlength={SUBJECT_MAX} required={!fromText} />
      <TextField {...field('issuedOn')} hint={hint} type="date" width={10} required={false} />
      <TextField {...field('validFrom')} type="date" width={10} required={false} />
      <TextField {...field('validTo')} type="date" width={10} required={false} />
    </>
  )
}

/** A Word or OpenDocument file, or pasted words. */
export function TextFields({ lang, refusal }: Pick<FieldsProps, 'lang' | 'refusal'>) {
  const words = text[lang]
  const field = fieldOf({ lang, refusal, values: {} })
  const { value: _, ...file } = field('file')
  return (
    <>
      <FileField {...file} hint={words.office.fileHint} accept=".docx,.odt" required={false} />
      <TextArea {...field('text')} hint={words.office.textHint} rows={12} required={false} />
    </>
  )
}

/** Why something that everybody reads is changed. */
export function ReasonField({ lang, refusal, required }: Pick<FieldsProps, 'lang' | 'refusal'> & { required: boolean }) {
  const field = fieldOf({ lang, refusal, values: {} })
  return <TextArea {...field('reason')} hint={text[lang].office.reasonHint} rows={3} required={required} />
}
