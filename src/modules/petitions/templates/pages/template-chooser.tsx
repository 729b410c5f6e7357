import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Notice, Select } from '../../../../ui/index.ts'
import type { Offer } from '../offer-templates.ts'
import { text } from '../text.ts'

/** Above the answer box: a plain form that asks for the page again, with the template in it. */
export function TemplateChooser({ lang, code, offer: { templates, chosen } }: { lang: Lang; code: string; offer: Offer }) {
  if (templates.length === 0) return null
  const words = text[lang].chooser
  return (
    <>
      {chosen && (
        <Notice tone="ok">
          <p>{words.filled(chosen.title)}</p>
        </Notice>
      )}
      <form method="get" class="govuk-form-group" action={`${localPath(lang, `/lam-viec/don/${encodeURIComponent(code)}`)}#viec-tiep`}>
        <Select
          name="mau"
          id="mau-tra-loi"
          label={words.label}
          hint={words.hint}
          items={templates.map(({ id, title }) => ({ value: id, text: title }))}
          value={chosen?.id}
          empty={words.none}
          required={false}
        />
        <button class="govuk-button btn-2" type="submit">
          {words.submit}
        </button>
      </form>
    </>
  )
}
