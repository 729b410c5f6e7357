import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Radios, TextArea, TextField } from '../../../ui/index.ts'
import { QUESTION_MAX } from '../fields.ts'
import { resultsShown, whoVotes } from '../poll.ts'
import { text } from '../text.ts'

interface PollFieldsProps {
  lang: Lang
  values: Readonly<Record<string, string>>
  refusal?: FormRefusal | undefined
}

/** Everything that makes a poll; the same for a new one and for a draft. */
export function PollFields({ lang, values, refusal }: PollFieldsProps) {
  const words = text[lang]
  const { office } = words
  const field = (name: string) => ({
    name,
    label: words.fields[name]!,
    value: typedOr(refusal, name, values[name]),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <TextField {...field('question')} maxlength={QUESTION_MAX} required />
      <TextArea {...field('options')} hint={office.optionsHint} rows={6} required />
      <TextField {...field('mostChoices')} hint={office.mostHint} width={4} inputmode="numeric" required />
      <TextField {...field('opensOn')} hint={office.opensHint} type="date" width={10} required />
      <TextField {...field('closesOn')} hint={office.closesHint} type="date" width={10} required />
      <Radios {...field('whoVotes')} items={whoVotes.map((value) => ({ value, text: words.whoVotes[value] }))} />
      <Radios {...field('resultsShown')} items={resultsShown.map((value) => ({ value, text: words.resultsShown[value] }))} />
    </>
  )
}
