import { type FormRefusal, problemAt, typedOr } from '../../../../shared/form-refusal.ts'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  FileField,
  Form,
  Notice,
  PageHead,
  Radios,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import { currentText } from '../../../personal-data/index.ts'
import type { Judged } from '../subject.ts'
import { text } from '../text.ts'
import { MOST_LETTERS, MOST_PHOTOS, NAME_LETTERS, sayings } from '../verdict.ts'

interface FormPageProps {
  lang: Lang
  csrf: string
  about: Judged
  /** Where the form is sent to. */
  action: string
  /** When the form was opened, signed. */
  opened: string
  hasGiven: boolean
  refusal?: FormRefusal | undefined
}

/** Field that people do not see: programs fill it in. */
export const TRAP = 'website'
/** What PDFs are to petitions, nothing is to a verdict: photos alone. */
const PHOTO_TYPES = 'image/jpeg,image/png,image/webp'

/** Giving a verdict: a page of its own, without a script, on a telephone. */
export function VerdictFormPage(props: FormPageProps) {
  const { lang, about, hasGiven, refusal } = props
  const words = text[lang].form
  const takes = about.open && !hasGiven
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, about.href), text: about.title }]} current={words.title} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      <PageHead title={words.title} lead={words.lead} />
      <p>
        {words.about}: <a href={localPath(lang, about.href)}>{about.title}</a>
      </p>
      {takes || refusal ? <VerdictForm {...props} /> : <Notice>{about.open ? words.given : words.notNow}</Notice>}
      {!takes && (
        <p>
          <ButtonLink look="second" href={localPath(lang, about.href)}>
            {words.back}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function VerdictForm({ lang, csrf, action, opened, refusal }: FormPageProps) {
  const words = text[lang]
  const field = (name: string) => ({
    name,
    label: words.fields[name as keyof typeof words.fields],
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
  })
  const { value: _, ...photos } = field('photos')
  return (
    <Form action={action} lang={lang} csrf={csrf} enctype="multipart/form-data" id="nhan-xet">
      <input type="hidden" name="opened" value={opened} />
      <Radios
        {...field('said')}
        label={words.form.question}
        items={sayings.map((said) => ({ value: said, text: words.said[said] }))}
        required
      />
      <p class="muted">{words.form.required}</p>
      <TextArea
        {...field('words')}
        hint={words.form.wordsHint(number(lang, MOST_LETTERS))}
        rows={5}
        maxlength={MOST_LETTERS}
        count
        required={false}
      />
      <TextField {...field('name')} hint={words.form.nameHint} maxlength={NAME_LETTERS} width={30} autocomplete="name" required={false} />
      <div class="trap" aria-hidden="true">
        <label for={TRAP}>{words.form.trap}</label>
        <input id={TRAP} name={TRAP} type="text" tabindex={-1} autocomplete="off" />
      </div>
      <FileField
        {...photos}
        hint={refusal ? words.form.photosAgain : words.form.photosHint(number(lang, MOST_PHOTOS))}
        accept={PHOTO_TYPES}
        multiple
        photos
        most={MOST_PHOTOS}
        required={false}
      />
      <p class="muted">{currentText('publication', 'verdict').words[lang]}</p>
      <Button>{words.form.send}</Button>
    </Form>
  )
}
