import type { Lang } from '../../../shared/lang.ts'
import { Details, Radios, Select, TextArea, TextField } from '../../../ui/index.ts'
import { behalves, representationGrounds } from './behalf.ts'
import type { BehalfFormField } from './behalf-form.ts'
import { text } from './text.ts'

interface Props {
  lang: Lang
  values: Partial<Record<BehalfFormField, string>>
  errorAt: (field: BehalfFormField) => string | undefined
}

/** For whom somebody writes; folded for nearly everybody, who writes for themselves. Works without scripts. */
export function BehalfPart({ lang, values, errorAt }: Props) {
  const { form, fields, grounds } = text[lang]
  const field = (name: BehalfFormField) => ({ name, label: fields[name]!, value: values[name], error: errorAt(name) })
  const isOpen = (...names: BehalfFormField[]) => names.some((name) => errorAt(name) !== undefined)
  return (
    <>
      <h2>{form.title}</h2>
      <Radios
        {...field('behalf')}
        value={values.behalf || 'self'}
        items={behalves.map((behalf) => ({ value: behalf, text: form.choices[behalf] }))}
      />
      <Details
        summary={form.representative}
        open={values.behalf === 'representative' || isOpen('ground', 'representedName', 'representedAddress', 'representedIdentity')}
      >
        <p>{form.representativeLead}</p>
        <Select
          {...field('ground')}
          required={false}
          empty
          items={representationGrounds.map((ground) => ({ value: ground, text: grounds[ground] }))}
        />
        <TextField {...field('representedName')} required={false} maxlength={100} autocomplete="off" />
        <TextField {...field('representedAddress')} required={false} maxlength={300} autocomplete="off" />
        <TextField
          {...field('representedIdentity')}
          hint={form.identityHint}
          required={false}
          inputmode="numeric"
          width={20}
          autocomplete="off"
          exact
        />
      </Details>
      <Details summary={form.groupTitle} open={values.behalf === 'group' || isOpen('people', 'spokespeople', 'signers')}>
        <p>{form.groupLead}</p>
        <TextField {...field('people')} hint={form.peopleHint} required={false} inputmode="numeric" width={4} />
        <TextArea {...field('spokespeople')} hint={form.spokespeopleHint} required={false} rows={4} />
        <TextArea {...field('signers')} hint={form.signersHint} required={false} rows={5} />
      </Details>
    </>
  )
}
