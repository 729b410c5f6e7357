import type { Lang } from '../../../../shared/lang.ts'
import { Button, Details, Form, Radios, TextArea } from '../../../../ui/index.ts'
import { type Petition, verdicts } from '../../petition.ts'
import { text as petitionText } from '../../text.ts'
import { errorAt, type FormProblem } from '../form-problems.ts'
import { text } from '../text.ts'

export interface ActFormProps {
  lang: Lang
  csrf: string
  petition: Petition
  typed: Readonly<Record<string, string>>
  problems: readonly FormProblem[]
}

const scale = [5, 4, 3, 2, 1] as const

/** The filer says whether it is really solved; folded once it was said, for it may be said again. */
export function RateForm({ lang, csrf, petition, again, typed, problems }: ActFormProps & { again: boolean }) {
  const { acts } = text[lang]
  const words = petitionText[lang]
  const form = (
    <Form action={`/tra-cuu/${petition.code}/danh-gia`} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={petition.version} />
      <Radios
        name="solved"
        id="rate-solved"
        label={acts.solved}
        error={errorAt(problems, 'solved')}
        value={typed['solved']}
        items={verdicts.map((value) => ({ value, text: words.verdict[value] }))}
      />
      <Radios
        name="satisfaction"
        id="rate-satisfaction"
        label={acts.satisfaction}
        error={errorAt(problems, 'satisfaction')}
        value={typed['satisfaction']}
        items={scale.map((value) => ({ value: String(value), text: words.satisfaction[value] }))}
      />
      <TextArea
        name="words"
        id="rate-words"
        label={acts.words}
        required={false}
        error={errorAt(problems, 'words')}
        value={typed['words']}
        rows={3}
        maxlength={4000}
        count
      />
      <Button>{acts.rateSubmit}</Button>
    </Form>
  )
  return (
    <section class="part" id="danh-gia">
      <h2>{acts.rate}</h2>
      <p>{acts.rateLead}</p>
      {again ? (
        <Details summary={acts.rateAgain} open={problems.length > 0}>
          {form}
        </Details>
      ) : (
        form
      )}
    </section>
  )
}
