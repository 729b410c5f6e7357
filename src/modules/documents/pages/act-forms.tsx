import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import type { Lang } from '../../../shared/lang.ts'
import { Button, Details, Form, Radios, TextField } from '../../../ui/index.ts'
import type { LinkedDocument } from '../document.ts'
import { type Document, linkKinds } from '../document.ts'
import { NAME_MAX } from '../fields.ts'
import type { DocumentAct } from '../lifecycle.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import { DocumentFields, ReasonField, TextFields } from './document-fields.tsx'
import { documentName } from './facts.tsx'

export interface Attempt {
  act: DocumentAct
  refusal: FormRefusal
}

interface ActFormProps {
  lang: Lang
  csrf: string
  document: Document
  act: DocumentAct
  attempt?: Attempt | undefined
}

const looks: Partial<Record<DocumentAct, 'main' | 'second' | 'danger'>> = { publish: 'main', withdraw: 'danger', discard: 'danger' }

/** The form of one act; a long one is folded until it is wanted or was refused. */
export function ActForm({ lang, csrf, document, act, attempt }: ActFormProps) {
  const words = text[lang]
  const refusal = attempt?.act === act ? attempt.refusal : undefined
  const isOut = document.status === 'published'
  const form = (
    <Form action={paths.act(document.slug, act)} lang={lang} csrf={csrf} enctype={act === 'setText' ? 'multipart/form-data' : undefined}>
      <input type="hidden" name="version" value={document.version} />
      {act === 'discard' && <p>{words.office.discardHint}</p>}
      {act === 'edit' && <DocumentFields lang={lang} values={valuesOf(document)} refusal={refusal} />}
      {act === 'setText' && <TextFields lang={lang} refusal={refusal} />}
      {act === 'link' && <LinkFields lang={lang} refusal={refusal} />}
      {(act === 'withdraw' || (isOut && (act === 'edit' || act === 'setText'))) && <ReasonField lang={lang} refusal={refusal} required />}
      <Button look={looks[act] ?? 'second'}>{words.act[act]}</Button>
    </Form>
  )
  if (act === 'publish') return form
  return (
    <Details summary={words.act[act]} open={refusal !== undefined}>
      {form}
    </Details>
  )
}

function valuesOf({ kind, number, issuer, signer, subject, issuedOn, validFrom, validTo }: Document) {
  return { kind, number, issuer, signer, subject, issuedOn, validFrom, validTo }
}

function LinkFields({ lang, refusal }: { lang: Lang; refusal: FormRefusal | undefined }) {
  const words = text[lang]
  const field = (name: string) => ({
    name,
    label: words.fields[name]!,
    value: typedOr(refusal, name),
    error: problemAt(refusal, name),
  })
  return (
    <>
      <Radios {...field('link')} items={linkKinds.map((value) => ({ value, text: words.link[value] }))} required />
      <TextField {...field('other')} hint={words.office.otherHint} maxlength={NAME_MAX} required />
    </>
  )
}

/** A small button beside a link that takes it away. */
export function RemoveLink({ lang, csrf, document, link }: Omit<ActFormProps, 'act' | 'attempt'> & { link: LinkedDocument }) {
  return (
    <Form action={paths.act(document.slug, 'link')} lang={lang} csrf={csrf}>
      <input type="hidden" name="version" value={document.version} />
      <input type="hidden" name="link" value={link.link} />
      <input type="hidden" name="other" value={link.id} />
      <input type="hidden" name="remove" value="yes" />
      <Button look="quiet" small>
        {text[lang].office.removeLink} <span class="govuk-visually-hidden">{documentName(link)}</span>
      </Button>
    </Form>
  )
}
