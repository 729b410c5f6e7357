import { type Lang, localPath } from '../../../shared/lang.ts'
import { Button, FileField, Form, PageHead } from '../../../ui/index.ts'
import type { TypedForm } from '../idle/typed.ts'
import { text } from '../text.ts'
import { TypedWords } from './typed-parts.tsx'

export interface TypedPageProps {
  lang: Lang
  csrf: string
  backHref: string
  typed: TypedForm
}

const namesOf = ({ files = [] }: TypedForm, input: string) =>
  files
    .filter(([name]) => name === input)
    .map(([, file]) => file)
    .join('; ')

/** After the sign-in: sends the form on that came too late. */
export function TypedPage({ lang, csrf, backHref, typed }: TypedPageProps) {
  const words = text[lang].typed
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <TypedWords lang={lang} typed={typed} open />
      <Form action={typed.action} lang={lang} csrf={csrf} enctype={typed.files ? 'multipart/form-data' : undefined}>
        {typed.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {[...new Set(typed.files?.map(([name]) => name))].map((name) => (
          <FileField name={name} label={words.chooseAgain} hint={namesOf(typed, name)} multiple />
        ))}
        <Button>{words.send}</Button>
      </Form>
      <p>
        <a href={localPath(lang, backHref)}>{words.back}</a>
      </p>
    </>
  )
}
