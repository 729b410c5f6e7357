import { type Lang, localPath } from '../../../../shared/lang.ts'
import { Button, Card, Details, Form } from '../../../../ui/index.ts'
import type { PetitionStep } from '../../petition.ts'
import { PastAnswers } from '../../similar/pages/past-answers.tsx'
import { TemplateChooser } from '../../templates/pages/template-chooser.tsx'
import { text as petitionText } from '../../text.ts'
import { actsWithFiles, type OfficeAct } from '../case-desk.ts'
import { text } from '../text.ts'
import { ActFields } from './act-fields.tsx'
import type { CasePageProps } from './case-page.tsx'

/** What usually comes next at each step: its form is open, the others are folded. */
const usual: Record<PetitionStep, readonly OfficeAct[]> = {
  new: ['accept'],
  unassigned: ['assign'],
  assigned: ['recordVerification', 'assign'],
  verifying: ['draftAnswer', 'recordVerification', 'assign'],
  drafted: ['issueAnswer', 'returnDraft', 'draftAnswer'],
  done: ['keepPromise', 'recordReport', 'clearForPublication'],
}

/** Acts whose page is their own: the case leads there. */
const onOwnPage: readonly OfficeAct[] = ['correctGroup']

/** The form that stands open: the one that was refused, the answer when a template was chosen, else the usual one, else the only one. */
function mainAct({ acts, attempt, offer, view }: Pick<CasePageProps, 'acts' | 'attempt' | 'offer' | 'view'>): OfficeAct | undefined {
  return (
    acts.find((act) => act === (attempt?.act ?? (offer.chosen && 'draftAnswer'))) ??
    usual[view.petition.step].find((act) => acts.includes(act)) ??
    acts[0]
  )
}

/** Every lawful act as a form on the case itself: one press from the case to its next step. */
export function ActForms(all: CasePageProps) {
  const props = { ...all, acts: all.acts.filter((act) => !onOwnPage.includes(act)) }
  const { lang, acts } = props
  if (acts.length === 0) return <p>{text[lang].acts.none}</p>
  const main = mainAct(props)
  const others = acts.filter((act) => act !== main)
  return (
    <>
      {main && (
        <Card title={petitionText[lang].act[main]} level={3}>
          {main === 'draftAnswer' && <TemplateChooser lang={lang} code={props.view.petition.code} offer={props.offer} />}
          <ActForm {...props} act={main} main />
        </Card>
      )}
      {others.map((act) => (
        <Details summary={petitionText[lang].act[act]}>
          {act === 'draftAnswer' && <TemplateChooser lang={lang} code={props.view.petition.code} offer={props.offer} />}
          <ActForm {...props} act={act} main={false} />
        </Details>
      ))}
    </>
  )
}

function ActForm(props: CasePageProps & { act: OfficeAct; main: boolean }) {
  const { lang, csrf, view, act, main } = props
  const words = text[lang].acts
  const hint = words.hint[act]
  return (
    <Form
      action={actAddress(lang, view.petition.code, act)}
      csrf={csrf}
      id={`viec-${act}`}
      enctype={actsWithFiles.includes(act) ? 'multipart/form-data' : undefined}
    >
      <input type="hidden" name="version" value={view.petition.version} />
      {hint && <p>{hint}</p>}
      {act === 'draftAnswer' && <PastAnswers lang={lang} answers={props.pastAnswers} />}
      <ActFields {...props} />
      <Button look={main ? 'main' : 'second'}>{words.button[act] ?? petitionText[lang].act[act]}</Button>
    </Form>
  )
}

function actAddress(lang: Lang, code: string, act: OfficeAct): string {
  return localPath(lang, `/lam-viec/don/${encodeURIComponent(code)}/${act}`)
}
