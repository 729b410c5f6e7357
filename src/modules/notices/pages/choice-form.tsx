import type { Lang } from '../../../shared/lang.ts'
import { Button, Form, Radios } from '../../../ui/index.ts'
import { type NoticeChoice, noticeChoices } from '../choice.ts'
import type { ChoiceWords } from '../notice.ts'
import { text } from '../text.ts'

export interface ChoiceFormProps {
  lang: Lang
  csrf: string
  /** A Vietnamese path. */
  action: string
  choice: NoticeChoice
  /** A case's own when absent. */
  about?: ChoiceWords
  /** Id of the first radio: an error summary leads to it. */
  id: string
  error: string | undefined
}

/** How much mail somebody wants about one matter; drawn on the page of that matter. */
export function ChoiceForm({ lang, csrf, action, choice, about = text[lang].choice.ofCase, id, error }: ChoiceFormProps) {
  const words = text[lang].choice
  return (
    <section class="part" id="thu-bao">
      <h2>{about.title}</h2>
      <Form action={action} lang={lang} csrf={csrf}>
        <Radios
          name="choice"
          id={id}
          label={words.label}
          hint={about.always ?? undefined}
          items={noticeChoices.map((value) => ({ value, text: words.choices[value], hint: words.hints[value] }))}
          value={choice}
          error={error}
        />
        <Button look="second">{words.save}</Button>
      </Form>
    </section>
  )
}
